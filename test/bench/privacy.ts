/*
 * Prints how well and how fast personal data is found: precision and recall on a generated corpus,
 * and the time for one notice of 500 rows × 10 columns. Run: node test/bench/privacy.ts [seed]
 */
import { findPersonalData, type TextContext } from '../../src/privacy/index.ts';
import { corpusOf } from '../privacy/corpus/index.ts';
import { personName } from '../privacy/corpus/invented.ts';
import { measure, precisionOf, recallOf, type Score } from '../privacy/corpus/measure.ts';
import { seeded } from '../privacy/corpus/seeded.ts';

const corpusSize = 24_000;
const seedNumber = Number(process.argv[2] ?? 1);

/** A fixed piece of arithmetic, so that figures from two machines can be compared. */
function calibrate(): number {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < 2e7; index++) sum = (sum * 31 + index) % 1000003;
  return sum < 0 ? 0 : performance.now() - start;
}

function line(name: string, score: Score): string {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`.padStart(9);
  return `${name.padEnd(24)}${String(score.planted).padStart(7)}${percent(recallOf(score))}${percent(precisionOf(score))}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Cells of a household notice as it is on the wall: names, groups, amounts, dates, codes. */
function noticeCells(): { text: string; context: TextContext }[] {
  const chance = seeded(7);
  const columns: readonly (readonly [label: string, text: () => string])[] = [
    ['序号', () => String(chance.whole(1, 500))],
    ['村民小组', () => `第${chance.whole(1, 9)}村民小组`],
    ['户主姓名', () => personName(chance)],
    ['家庭人口数', () => String(chance.whole(1, 8))],
    ['贷款用途', () => chance.of(['养殖黄牛', '种植黑木耳50亩', '购买农机具'])],
    ['贷款额度(万元)', () => `${chance.whole(1, 5)}.00`],
    ['贷款期限', () => '2025年3月5日至2028年3月4日'],
    ['年利率(%)', () => '4.35'],
    ['贷款银行', () => '伊春农村商业银行股份有限公司'],
    ['项目编号', () => `230717${chance.digits(12)}`],
  ];
  return Array.from({ length: 500 }, () => columns).flatMap((row) =>
    row.map(([columnLabel, text]) => ({
      text: text(),
      context: { where: 'cell' as const, columnLabel },
    })),
  );
}

function timeOf(cells: readonly { text: string; context: TextContext }[]): number[] {
  return Array.from({ length: 30 }, () => {
    const start = performance.now();
    for (const { text, context } of cells) findPersonalData(text, context);
    return performance.now() - start;
  });
}

const corpus = corpusOf(corpusSize, seedNumber);
const result = measure(corpus);
console.log(`machine: 2e7 steps of arithmetic in ${calibrate().toFixed(0)} ms`);
console.log(`corpus: ${corpusSize} cells, seed ${seedNumber}\n`);
console.log(`${'kind'.padEnd(24)}planted   recall  precision`);
for (const [kind, score] of [...result.kinds].sort()) console.log(line(kind, score));
console.log(line('overall', result.overall));
console.log(`harmless cells that storing would change: ${result.destroyed.length}`);
if (process.argv.includes('--list')) {
  console.log('\nmissed\n', result.missed.slice(0, 80).join('\n '));
  console.log('\nwrong\n', result.wrong.slice(0, 80).join('\n '));
  console.log('\nchanged by storing\n', result.destroyed.slice(0, 40).join('\n '));
}

const notice = noticeCells();
const times = timeOf(notice);
console.log(
  `\nnotice of ${notice.length} cells: first ${(times[0] ?? 0).toFixed(1)} ms, median ${median(times).toFixed(1)} ms`,
);
console.log(`one cell of it: ${((median(times) / notice.length) * 1000).toFixed(2)} µs`);
const mixed = timeOf(corpus.slice(0, 5000));
console.log(`5,000 cells of the corpus: median ${median(mixed).toFixed(1)} ms`);
