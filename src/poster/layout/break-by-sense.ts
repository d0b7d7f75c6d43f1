import { breakLines, type Line } from './line-break.ts';
import type { Face, TextMeasure } from './text-measure.ts';

/**
 * Breaks a title or a signer's name by sense into the fewest lines of balanced length, as GB/T
 * 9704-2012 (7.3.1) asks of titles: after a place, a year or '的', not inside a word.
 *
 * @param room the length of a line, in ems
 */
export function breakBySense(
  text: string,
  room: number,
  measure: TextMeasure,
  face: Face,
): string[] {
  const characters = [...text];
  if (measure(text, face) <= room) return [text];
  if (characters.length <= 120) {
    for (let count = 2; count <= 6; count++) {
      const lines = bestPartition(characters, count, room, (part) => measure(part, face));
      if (lines) return lines;
    }
  }
  const broken = breakLines([{ text, strong: false }], {
    measure,
    face,
    room: () => ({ indent: 0, width: room, hang: false }),
  });
  return broken.map(textOf);
}

/**
 * Whether none of the lines of a text ends inside a word; `strictly`: nor between two words that
 * lean on each other.
 */
export function isWellBroken(lines: readonly string[], strictly = false): boolean {
  const costs = breakCosts([...lines.join('')]);
  let end = 0;
  return lines.slice(0, -1).every((line) => {
    end += [...line].length;
    return (costs[end] ?? 0) < (strictly ? BETWEEN_WORDS : INSIDE_WORD);
  });
}

/** The words of a line, its hanging mark included. */
export function textOf(line: Line): string {
  return line.runs.map((run) => run.text).join('') + line.hanging;
}

function bestPartition(
  characters: readonly string[],
  count: number,
  room: number,
  widthOf: (part: string) => number,
): string[] | undefined {
  const costs = breakCosts(characters);
  const target = widthOf(characters.join('')) / count;
  type Best = { readonly cost: number; readonly lines: readonly string[] };
  let bests = new Map<number, Best>([[0, { cost: 0, lines: [] }]]);
  for (let number = 1; number <= count; number++) {
    const next = new Map<number, Best>();
    for (const [start, best] of bests) {
      for (let end = start + 1; end <= characters.length; end++) {
        if ((end === characters.length) !== (number === count)) continue;
        const part = characters.slice(start, end).join('').trim();
        const width = widthOf(part);
        if (width > room) break;
        const unevenness = ((width - target) / target) ** 2 * 20;
        const cost = best.cost + unevenness + (costs[end] ?? 0);
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost, lines: [...best.lines, part] });
      }
    }
    bests = next;
  }
  const best = bests.get(characters.length);
  return best && Number.isFinite(best.cost) ? [...best.lines] : undefined;
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const NEVER = Number.POSITIVE_INFINITY;
const INSIDE_WORD = 14;
const BETWEEN_WORDS = 4;

/** For each position between two characters: how bad a line's end is there. */
function breakCosts(characters: readonly string[]): number[] {
  const words = new Set<number>();
  let index = 0;
  for (const { segment } of SEGMENTER.segment(characters.join(''))) {
    index += [...segment].length;
    words.add(index);
  }
  return characters.map((after, position) => {
    const before = characters[position - 1] ?? '';
    return position === 0 ? 0 : costBetween(before, after, words.has(position));
  });
}

/** Words of notices' titles that the segmenters of some browsers take apart. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(
  (
    '相关 扶贫 贫领 脱贫 贫攻 攻坚 贫困 返贫 致贫 防止 帮扶 常态 态化 监测 对象 风险 消除 行业 财政 资金 信贷 ' +
    '小额 贴息 补助 项目 计划 情况 使用 实施 名单 公示 公告 法规 规章 规范 政策 文件 菌包 大棚 识别 退出 ' +
    '人民 减贫 机制 验收 合格 委员 员会 规模 单位 分配 结果 协作 援助 完成 年度 乡村 振兴 推进 巩固 拓展 成果 有效 衔接 领域 人口 监督 举报 电话'
  ).split(' '),
);

function costBetween(before: string, after: string, betweenWords: boolean): number {
  if (/[，。、；：？！”’）》〉】〕·]/u.test(after) || /[“‘（《〈【〔]/u.test(before)) return NEVER;
  if (after === '的' || before === '第') return INSIDE_WORD;
  if (before === '村' && after === '村') return 1;
  if (/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9年月日]/u.test(after)) return NEVER;
  if (WHOLE_WORDS.has(before + after)) return NEVER;
  if (/[，、；：）》·]/u.test(before)) return 0;
  if (/[年的]/u.test(before)) return /[度份]/u.test(after) ? INSIDE_WORD : 0.3;
  if (/[村镇乡区县市省]/u.test(before))
    return /[村民委级务社镇域长]/u.test(after) ? INSIDE_WORD : 1;
  if (/[第拟（《关]/u.test(after)) return 1.5;
  return betweenWords ? BETWEEN_WORDS : INSIDE_WORD;
}
