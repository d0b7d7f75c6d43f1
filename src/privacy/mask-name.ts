/** Surnames of two characters that are still borne. */
const compoundSurnames = new Set(
  (
    '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 令狐 宇文 长孙 慕容 司徒 司空 夏侯 端木 西门 南宫 ' +
    '独孤 轩辕 百里 呼延 东郭 南门 闻人 淳于 单于 太叔 申屠 仲孙 钟离 澹台 公冶 宗政 濮阳 赫连 ' +
    '拓跋 完颜 纳兰 叶赫 第五 左丘 公羊 谷梁 乐正 漆雕 公西 巫马 壤驷 亓官 鲜于 闾丘 梁丘 东里'
  ).split(' '),
);

const variationSelector = /[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/;
const separators = /([、，,;；/／\n]+)/;
const middleDots = /([·•‧・･])/;

/** Characters as a reader sees them: rare ones of two units and their variants stay whole. */
function charactersOf(text: string): string[] {
  const characters: string[] = [];
  for (const point of text) {
    if (variationSelector.test(point) && characters.length > 0) {
      characters.push((characters.pop() ?? '') + point);
    } else {
      characters.push(point);
    }
  }
  return characters;
}

function firstOnly(word: string): string {
  const characters = charactersOf(word);
  return (characters[0] ?? '') + '*'.repeat(Math.max(0, characters.length - 1));
}

function maskHanName(name: string): string {
  const characters = charactersOf(name);
  const surname =
    characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const given = characters.length - surname;
  if (given <= 0) return name;
  const shown = characters.slice(0, surname).join('');
  if (given === 1) return `${shown}*`;
  return `${shown}${'*'.repeat(given - 1)}${characters.at(-1)}`;
}

function maskOne(name: string): string {
  const bracket = name.search(/[(（]/);
  if (bracket > 0) return maskOne(name.slice(0, bracket)) + name.slice(bracket);
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.includes('*')) return name;
  if (middleDots.test(trimmed)) {
    return trimmed
      .split(middleDots)
      .map((part) => (middleDots.test(part) ? part : firstOnly(part)))
      .join('');
  }
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}\s.'-]+$/u.test(trimmed)) {
    return trimmed.split(/\s+/).map(firstOnly).join(' ');
  }
  return maskHanName(trimmed.replace(/\s+/g, ''));
}

/**
 * A name for the open web: 张* and 张*三; a surname of two characters stays whole (欧阳*); of a name
 * with the middle dot each part keeps its first character (阿***·买**). Never without a visible
 * character; a name of one character, and a name masked before, comes back as it is. Several names
 * separated by 、 are masked each.
 */
export function maskName(name: string): string {
  return name
    .split(separators)
    .map((part, index) => (index % 2 === 1 ? part : maskOne(part)))
    .join('');
}
