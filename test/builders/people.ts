import type { Author } from '../../src/notice/index.ts';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const NUMERALS = [...'一二三四五六七八九十'];

/** A name that nobody bears and that says so: 赵某一, 钱某二 … different up to 200 people. */
export function inventedName(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '赵';
  const round = Math.floor(index / SURNAMES.length) % NUMERALS.length;
  return `${surname}某${NUMERALS[(index + round) % NUMERALS.length]}`;
}

/** Somebody of the committee; the same name is the same person. `at` is an ISO instant. */
export function anAuthor(name = '经办人小王', at = '2026-11-23T08:00:00.000Z'): Author {
  return { person: personOf(name), name, at };
}

/** An id that goes with the name, of the letters that ids are made of. */
function personOf(name: string): string {
  return `p${[...name].map((letter) => (letter.codePointAt(0) ?? 0).toString(36)).join('')}`;
}
