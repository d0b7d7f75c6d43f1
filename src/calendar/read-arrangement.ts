import { addDays, daysBetween, type PlainDay, parsePlainDay } from './plain-day.ts';
import type { Festival, Holiday } from './working-calendar.ts';

/** What a notice of the State Council says, as far as it could be read; a person looks it over. */
export interface ArrangementReading {
  readonly year?: number;
  readonly title?: string;
  readonly number?: string;
  readonly issuedOn?: PlainDay;
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly PlainDay[];
  /** Clauses that name a festival but no day off, or another number of days than they span. */
  readonly doubtful: readonly string[];
}

const FESTIVALS: readonly (readonly [RegExp, Festival])[] = [
  [/元旦/u, 'newYear'],
  [/春节/u, 'springFestival'],
  [/清明/u, 'qingming'],
  [/劳动节/u, 'labourDay'],
  [/端午/u, 'dragonBoat'],
  [/国庆/u, 'nationalDay'],
  [/中秋/u, 'midAutumn'],
];

const CLAUSE = /[一二三四五六七八九十]、\s*([^：:。、]{2,4}(?:[、和][^：:。、]{2,4})?)[：:]/gu;
/** What follows the last festival: a general sentence, or the signature at once. */
const AFTER_THE_CLAUSES = /节假日期间|国务院办公厅/u;
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(至)?/gu;

/**
 * Reads the text of 国务院办公厅关于…年部分节假日安排的通知 as it is printed or copied from a web page:
 * 春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。 Any other text
 * gives a reading without holidays. Nothing is guessed: a year that is not written stays unknown and
 * no day is read without one.
 */
export function readArrangement(text: string): ArrangementReading {
  const plain = withoutNotes(text);
  const titled = /国务院办公厅关于(\d{4})年部分节假日安排的通知/u.exec(plain);
  const year = Number(titled?.[1] ?? /(\d{4})年元旦/u.exec(plain)?.[1] ?? 0);
  const number = /国办发明?电?〔\d{4}〕\d+号/u.exec(plain)?.[0];
  const clauses = clausesOf(plain).map((clause) => readClause(clause, year));
  const issuedOn = issuedOnOf(plain);
  return {
    ...(year ? { year } : {}),
    ...(titled ? { title: titled[0] } : {}),
    ...(number ? { number } : {}),
    ...(issuedOn ? { issuedOn } : {}),
    holidays: clauses.flatMap(({ holidays }) => holidays),
    makeUpDays: clauses.flatMap(({ makeUpDays }) => makeUpDays).sort(),
    doubtful: clauses.filter(({ isDoubtful }) => isDoubtful).map(({ text: words }) => words),
  };
}

/** Full-width digits made plain, white space and remarks in brackets such as 周日 left out. */
function withoutNotes(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, '')
    .replace(/[[［](\d{4})[\]］]/gu, '〔$1〕')
    .replace(/[（(][^（）()]*[）)]/gu, '');
}

interface Clause {
  readonly festival: Festival;
  readonly text: string;
}

function clausesOf(text: string): Clause[] {
  const heads = [...text.matchAll(CLAUSE)];
  return heads.flatMap((head, index): Clause[] => {
    const festival = FESTIVALS.find(([name]) => name.test(head[1] ?? ''))?.[1];
    if (!festival) return [];
    const body = text.slice(head.index, heads[index + 1]?.index);
    const [clause = ''] = body.split(AFTER_THE_CLAUSES);
    return [{ festival, text: clause.replace(/^[一二三四五六七八九十]、/u, '') }];
  });
}

function readClause({ festival, text }: Clause, year: number) {
  const holidays: Holiday[] = [];
  const makeUpDays: PlainDay[] = [];
  // what is off and what is worked is said at the end of each part: …放假调休，…补休。…上班。
  for (const part of text.slice(text.search(/[：:]/u) + 1).split(/[。，,；;]/u)) {
    const ranges = year ? rangesIn(part, year) : [];
    if (/上班/u.test(part)) makeUpDays.push(...ranges.flatMap(daysOf));
    else if (/放假|补休|调休/u.test(part)) holidays.push(...ranges.map(onFestival(festival)));
  }
  const said = /共(\d+)天/u.exec(text)?.[1];
  const spanned = holidays.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  const isDoubtful = holidays.length === 0 || (said !== undefined && Number(said) !== spanned);
  return { text, holidays, makeUpDays, isDoubtful };
}

interface Range {
  readonly from: PlainDay;
  readonly to: PlainDay;
}

const onFestival =
  (festival: Festival) =>
  ({ from, to }: Range): Holiday => ({ festival, from, to });

/** 2月15日至23日, 9月29日至10月6日, 2022年12月31日至2023年1月2日, or single days. */
function rangesIn(text: string, noticeYear: number): Range[] {
  const ranges: Range[] = [];
  let year = noticeYear;
  let month: string | undefined;
  let from: PlainDay | undefined;
  for (const [, ownYear, ownMonth, date, isOpen] of text.matchAll(DAY)) {
    year = Number(ownYear ?? year);
    month = ownMonth ?? month;
    const day = parsePlainDay(
      `${year}-${(month ?? '').padStart(2, '0')}-${date?.padStart(2, '0')}`,
    );
    if (!day) continue;
    if (isOpen) {
      from = day;
    } else {
      ranges.push({ from: from ?? day, to: day });
      from = undefined;
    }
  }
  return ranges;
}

function daysOf({ from, to }: Range): PlainDay[] {
  const days = Math.max(0, Math.min(31, daysBetween(from, to)));
  return Array.from({ length: days + 1 }, (_, index) => addDays(from, index));
}

/** The date under the signature: the last full one, behind all clauses. */
function issuedOnOf(text: string): PlainDay | undefined {
  const signed = [...text.matchAll(/国务院办公厅(\d{4})年(\d{1,2})月(\d{1,2})日/gu)].at(-1);
  if (!signed) return undefined;
  const [, year, month = '', date = ''] = signed;
  return parsePlainDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
