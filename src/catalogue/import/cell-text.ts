/**
 * The words of a cell without what only lays them out: no-break and repeated spaces, blank lines,
 * invisible marks, bookmarks that word processors leave behind. Lines stay apart.
 */
export function cellText(raw: string): string {
  return raw
    .replace(/\[bookmark:[^\]]*\]/gu, '')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/**
 * A text brought to one form for comparing, never for showing: no spaces, full-width digits and
 * letters made half-width, brackets and other punctuation made full-width.
 */
export function comparable(text: string): string {
  const halfWidth = cellText(text)
    .replace(/\s/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ／]/gu, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    );
  return Array.from(halfWidth, (character) => FULL_WIDTH[character] ?? character).join('');
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '〔': '（',
  '〕': '）',
};

/** A formula, or what a spreadsheet shows where one failed: never the words of a catalogue. */
export function isFormula(text: string): boolean {
  return /^=|^#(?:REF|NAME|VALUE|DIV\/0|N\/A|NULL|NUM)[!?]?$/u.test(text.trim());
}
