import type { TimeLimit, TimeLimitRule, TimeLimitStart } from '../catalogue-schema.ts';
import { comparable } from './cell-text.ts';
import { withFigures } from './chinese-number.ts';

export interface ReadTimeLimit {
  /** The printed words, always kept, and the rule they state; 'text' where they state none known. */
  readonly timeLimit: TimeLimit;
  /** Words that the rule does not carry and a person should read; '' where it carries all. */
  readonly remainder: string;
}

/**
 * Reads a cell 公开时限. A rule is told only when the words state it from the first to the last, or
 * up to a bracket, comma or full stop; what follows is then the `remainder`. The statutory
 * reservation 法律、法规另有规定的，从其规定 (政府信息公开条例 article 26) is no remainder.
 */
export function readTimeLimit(cell: string): ReadTimeLimit {
  const words = withFigures(comparable(cell)).replace(/[。；，]+$/u, '');
  const ends = [words.length, ...breaksOf(words).reverse()];
  for (const end of ends) {
    const rule = ruleOf(words.slice(0, end));
    if (rule) {
      const rest = words.slice(end).replace(/^[，；。]/u, '');
      return { timeLimit: { text: cell, rule }, remainder: isReservation(rest) ? '' : rest };
    }
  }
  return { timeLimit: { text: cell, rule: { kind: 'text' } }, remainder: words };
}

function breaksOf(words: string): number[] {
  return [...words.matchAll(/[（，；。]/gu)]
    .map((match) => match.index)
    .filter((index) => index > 0);
}

function isReservation(rest: string): boolean {
  return /^（?法律.*从其规定）?$/u.test(rest);
}

function ruleOf(words: string): TimeLimitRule | undefined {
  if (/^(?:同上|〃)$/u.test(words)) return { kind: 'sameAsAbove' };
  if (
    /^(?:及时|实时|即时|适时|第1时间|第一时间)(?:予以)?(?:公开|公布|公示|发布|更新)?$/u.test(words)
  ) {
    return { kind: 'prompt' };
  }
  if (/^随时(?:予以)?(?:公开|公布|公示|发布)?$/u.test(words)) return { kind: 'anytime' };
  return quarterly(words) ?? annual(words) ?? counted(words);
}

const TOLD = '(?:至少|集中|定期)*(?:公开|公布|公示|发布)?';
const QUARTERLY = new RegExp(
  `^[每按]个?季度?的?(?:(首|末|第?[123])个?月的?(\\d{1,2})日(?:之?前)?)?${TOLD}(?:1次)?$`,
  'u',
);

function quarterly(words: string): TimeLimitRule | undefined {
  const match = QUARTERLY.exec(words);
  if (!match) return undefined;
  const [, month, day] = match;
  if (month === undefined || day === undefined) return { kind: 'quarterly' };
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  const last = month.at(-1);
  const monthOfQuarter = last === '末' || last === '3' ? 3 : last === '2' ? 2 : 1;
  return { kind: 'quarterly', by: { monthOfQuarter, day: Number(day) } };
}

const ANNUAL = new RegExp(
  `^每年度?(?:(年?底前?|年末前?)|(\\d{1,2})月(?:(\\d{1,2})日|底)之?前)?${TOLD}(?:(\\d{1,2})次)?` +
    `(?:(当年度?|本年度?)|(上年度?|上一年度?))?的?(?:情况|信息)?$`,
  'u',
);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function annual(words: string): TimeLimitRule | undefined {
  const match = ANNUAL.exec(words);
  if (!match || /^每年度?$/u.test(words)) return undefined;
  const [, , month, day, times, current, previous] = match;
  const by = month === undefined ? 'year end' : monthDay(Number(month), day);
  if (by === undefined || times === '0') return undefined;
  return {
    kind: 'annual',
    by: by === '12-31' ? 'year end' : by,
    times: Number(times ?? 1),
    ...(current ? { covers: 'current year' as const } : {}),
    ...(previous ? { covers: 'previous year' as const } : {}),
  };
}

function monthDay(month: number, day: string | undefined): string | undefined {
  const last = DAYS_IN_MONTH[month - 1];
  const onDay = Number(day ?? last);
  if (last === undefined || onDay < 1 || onDay > last) return undefined;
  return `${String(month).padStart(2, '0')}-${String(onDay).padStart(2, '0')}`;
}

const COUNTED =
  /^(.*?)(?:之日|当日|当天)?(?:起|之后|以后|后)?的?(\d{1,3})个?(工作日|自然日|日|天)(?:之?内|以内)?(?:予以|进行|及时|主动)*(?:公开|公布|公示|公告|发布)?$/u;

function counted(words: string): TimeLimitRule | undefined {
  const match = COUNTED.exec(words);
  if (!match) return undefined;
  const [, start = '', n = '', unit] = match;
  const from = startOf(start);
  if (!from || Number(n) < 1) return undefined;
  return { kind: unit === '工作日' ? 'workingDays' : 'days', n: Number(n), ...from };
}

type Start = { from: TimeLimitStart; orFrom?: TimeLimitStart };

const INFORMATION = '(?:本|该|此|相关|有关|政府|公开)*(?:信息)?';
const STARTS: readonly (readonly [RegExp, Start])[] = [
  [/^$/u, { from: 'unstated' }],
  [new RegExp(`^${INFORMATION}(?:形成|生成|产生)$`, 'u'), { from: 'formed' }],
  [
    new RegExp(
      `^${INFORMATION}(?:形成|生成|产生)(?:（或?者?变更）|(?:或者?|、|和|及|/)变更)$`,
      'u',
    ),
    { from: 'formed', orFrom: 'changed' },
  ],
  [
    new RegExp(
      `^${INFORMATION}(?:形成|生成|产生)(?:（获取、变更）|（变更、获取）|(?:、|或者?)获取(?:、|或者?|和)变更)$`,
      'u',
    ),
    { from: 'formedOrObtained', orFrom: 'changed' },
  ],
  [
    new RegExp(
      `^${INFORMATION}(?:形成|制定|制作|生成)(?:或者?|、|（)获取）?(?:.{0,12}(?:信息|政策|文件))?$`,
      'u',
    ),
    { from: 'formedOrObtained' },
  ],
  [
    new RegExp(`^(?:获取|获得|收到)${INFORMATION}$|^${INFORMATION}(?:获取|获得)$`, 'u'),
    { from: 'obtained' },
  ],
  [new RegExp(`^${INFORMATION}变更$`, 'u'), { from: 'changed' }],
  [/^(?:.{0,8}(?:资金|指标))(?:分配)?(?:结果|文件|方案)?下达$/u, { from: 'allocationIssued' }],
  [/^.{0,20}(?:批准|批复|审批通过|审议通过)$/u, { from: 'approved' }],
  [/^.{0,12}决定(?:作出|做出)?$/u, { from: 'decided' }],
];

function startOf(words: string): Start | undefined {
  const bare = words.replace(/^[自从在于经]/u, '').replace(/(?:之日|之后|后|起)+$/u, '');
  return STARTS.find(([pattern]) => pattern.test(bare))?.[1];
}
