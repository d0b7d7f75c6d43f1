import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';

const age =
  /(?<![0-9.~至到-]|[一二三四五六七八九十百])(?<!满|每)(?:[0-9]|1[0-3]|[一二两三四五六七八九]|十[一二三]?) ?周?岁(?:半)?(?!以[上下内]|及以|之[间前后]|[(（][含不]|[至到~-]|儿童|婴|幼儿|以前|前|后|起|龄|[^,。;]{0,2}[牛马羊猪驴鹿犬树苗参松])/g;
const statedAge = /年龄[:为 ]*(?:[0-9]|1[0-3])(?![0-9岁周~至-])/g;

/** Ages under fourteen (PIPL 28), and small numbers in a column of ages. */
export function findMinors(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  const add = (start: number, end: number): void => {
    results.push({ kind: 'minor', start, end, certainty: 'likely', remedy: 'mask' });
  };
  if (folded.includes('岁')) {
    for (const match of folded.matchAll(age)) {
      add(match.index, match.index + match[0].length);
    }
  }
  if (folded.includes('年龄')) {
    for (const match of folded.matchAll(statedAge)) {
      const end = match.index + match[0].length;
      add(match.index + match[0].search(/\d/), end);
    }
  }
  if (results.length === 0 && /^\s*(?:[0-9]|1[0-3])\s*$/.test(folded)) {
    if (/年龄|周?岁/.test(context.columnLabel ?? '')) {
      add(folded.search(/\d/), folded.trimEnd().length);
    }
  }
  return results;
}

const day =
  '(?:18|19|20)\\d{2}(?:年|[./-])(?:0?[1-9]|1[0-2])(?:月|[./-])?(?:(?:0?[1-9]|[12]\\d|3[01])日?)?';
const compactDay = '(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:\\d{2})?(?!\\d)';
const bornBefore = new RegExp(
  `(?:出生(?:日期|年月)?|生日|生于)[:为于是\\s]*(${day}|${compactDay})`,
  'g',
);
const bornAfter = new RegExp(`(${day})(?:出?生(?!效|产|成|活|态|.{0,3}[牛羊猪马犊羔仔禽]))`, 'g');
const shortDay =
  '\\d{2}(?:年|[./-])(?:0?[1-9]|1[0-2])(?:月|[./-])?(?:(?:0?[1-9]|[12]\\d|3[01])日?)?';
const wholeDay = new RegExp(`^\\s*(${day}|${compactDay}|${shortDay})\\s*$`);

/** Birth dates, told by the words beside them or the heading above them. */
export function findBirthDates(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  const add = (start: number, length: number): void => {
    const end = start + length;
    results.push({ kind: 'birthDate', start, end, certainty: 'sure', remedy: 'mask' });
  };
  if (/出生|生日|生辰/.test(context.columnLabel ?? '')) {
    const match = wholeDay.exec(folded);
    if (match?.[1] !== undefined) add(folded.indexOf(match[1]), match[1].length);
    if (results.length > 0) return results;
  }
  if (!folded.includes('生')) return results;
  for (const match of folded.matchAll(bornBefore)) {
    const date = match[1] ?? '';
    add(match.index + match[0].length - date.length, date.length);
  }
  for (const match of folded.matchAll(bornAfter)) add(match.index, (match[1] ?? '').length);
  return results;
}
