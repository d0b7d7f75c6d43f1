/**
 * How long the town's matrix takes: `node test/bench/supervision.ts`. 300 villages × 13 items × 5
 * years, against sorting as many numbers on the same machine in the same run.
 */
import { plainDay, seedCalendar } from '../../src/calendar/index.ts';
import { type NoticeFacts, type SupervisedItem, supervise } from '../../src/notice/index.ts';

const villages = Array.from({ length: 300 }, (_, index) => `村${index}`);
const items = Array.from(
  { length: 13 },
  (_, index): SupervisedItem => ({
    id: `item-${index}`,
    number: String(index + 1),
    name: `事项${index + 1}`,
    rule: { kind: 'workingDays', n: 20, from: 'formed' },
    isVillages: true,
  }),
);
const years = [2022, 2023, 2024, 2025, 2026];
const facts = years.flatMap((year) =>
  villages.flatMap((village, row) =>
    items.map(({ id }, column): NoticeFacts => {
      const month = String(((row + column) % 12) + 1).padStart(2, '0');
      const day = String(((row * 7 + column) % 27) + 1).padStart(2, '0');
      return {
        village,
        item: id,
        code: `${year}-${row}-${column}`,
        title: '公示',
        stage: 'settled',
        standing: 'published',
        deadlineStart: `${year}-${month}-${day}`,
        publishedAt: `${year}-${month}-28T08:00:00.000Z`,
        createdAt: `${year}-${month}-01T08:00:00.000Z`,
      };
    }),
  ),
);

function took(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const today = plainDay('2026-11-24');
const calendar = seedCalendar;
const matrix = took(() => {
  const ground = { villages, items, facts, exemptions: [], objections: [], today, calendar };
  for (const year of years) supervise({ ...ground, year });
});
const numbers = Array.from(
  { length: 1_000_000 },
  (_, index) => (index * 2_654_435_761) % 1_000_003,
);
const calibration = took(() => numbers.sort((a, b) => a - b));
console.log(`${facts.length} notices, five years: ${matrix.toFixed(0)} ms`);
console.log(`sorting a million numbers here: ${calibration.toFixed(0)} ms`);
console.log(`ratio ${(matrix / calibration).toFixed(2)}`);
