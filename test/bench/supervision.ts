/**
 * How long a district's overview takes: `node test/bench/supervision.ts`. 300 villages × 13 items × 5
 * years: what the server tells of a year the first time, after a restart, when nothing changed and
 * when one notice did; and the matrix on the device. Beside it stands sorting a million numbers on
 * the same machine in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { plainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  type NoticeFacts,
  type SupervisedItem,
  supervise,
  type VillageCode,
} from '../../src/notice/index.ts';
import { yimeiPlaces } from '../../src/places/index.ts';
import type { SupervisionRequest, SupervisionResponse } from '../../src/protocol/index.ts';
import { inRowsOf, migrate, openSqlite, type Store } from '../../src/server/database/index.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { FactTable } from '../../src/server/supervision/fact-table.ts';
import { tellYear } from '../../src/server/supervision/tell-year.ts';
import { aContent, aNotice } from '../builders/index.ts';

const VILLAGES = 300;
const ITEMS = 13;
const YEARS = [2022, 2023, 2024, 2025, 2026];
const villages = Array.from({ length: VILLAGES }, (_, index) => ({
  code: `230717098${200 + index}` as VillageCode,
  name: `示例村${index}`,
  town: '示例镇',
}));
addPlaces();

const directory = mkdtempSync(join(tmpdir(), 'noticeboard-supervision-'));
const store = openSqlite(directory);
await migrate(store.db);
await openPlaces(
  store,
  villages.map((one) => ({ ...one, settings: {} })),
);
await seed(store);

const ask = (known?: SupervisionResponse): SupervisionRequest => ({
  year: 2026,
  cursors: known?.cursors ?? {},
  histories: known?.histories ?? {},
});
const told = (table: FactTable, known?: SupervisionResponse) =>
  tellYear(store.db, table, villages, ask(known));

const [first, everRead] = await took(() => told(new FactTable(store.db)));
const table = new FactTable(store.db);
const [whole, afterRestart] = await took(() => told(table));
const [, unchanged] = await took(() => told(table, whole));
await changeOne(store);
const [, oneChanged] = await took(() => told(table, whole));
const json = JSON.stringify(whole);
const [packed, packing] = await took(async () => gzipSync(json));

const items = Array.from(
  { length: ITEMS },
  (_, index): SupervisedItem => ({
    id: `item-${index}`,
    number: String(index + 1),
    name: `事项${index + 1}`,
    rule: { kind: 'workingDays', n: 20, from: 'formed' },
    isVillages: true,
  }),
);
const facts = whole.facts.map(({ facts: one }, index): NoticeFacts => {
  return { ...one, item: `item-${index % ITEMS}` };
});
const ground = {
  villages: villages.map(({ code }) => code),
  items,
  facts,
  exemptions: [],
  objections: [],
  today: plainDay('2026-11-24'),
  calendar: seedCalendar,
};
const [, matrix] = await took(async () => supervise({ ...ground, year: 2026 }));
const numbers = Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) % 1_000_003);
const [, calibration] = await took(async () => numbers.sort((a, b) => a - b));

console.log(`notices: ${VILLAGES * ITEMS * YEARS.length}; of the year: ${first.facts.length}`);
console.log(`server, each notice read for the first time: ${everRead} ms`);
console.log(`server, the year after a restart: ${afterRestart} ms`);
console.log(`server, nothing changed: ${unchanged} ms; one notice changed: ${oneChanged} ms`);
console.log(
  `answer: ${kilobytes(json.length)}, packed ${kilobytes(packed.length)} in ${packing} ms`,
);
console.log(`device, matrix, counts and trends: ${matrix} ms`);
console.log(`sorting a million numbers here: ${calibration} ms`);
await store.close();
rmSync(directory, { recursive: true });

async function took<Made>(work: () => Promise<Made>): Promise<[made: Made, milliseconds: number]> {
  const began = performance.now();
  const made = await work();
  return [made, Math.round(performance.now() - began)];
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000)} KB`;
}

/** The district's real places are fewer than 300; these are added to them for this process. */
function addPlaces(): void {
  // read-only for the program, an ordinary list here
  const known = yimeiPlaces as unknown as { villages: object[]; towns: object[] };
  for (const { code, name } of villages)
    known.villages.push({ code, name, body: 'villageCommittee' });
  known.towns.push({ code: villages[0]?.code.slice(0, 9), name: '示例镇' });
}

/** Lists of thirty households, as a village of some size publishes them. */
async function seed({ db }: Store): Promise<void> {
  const notice = aNotice(aContent().withHouseholds(30))
    .submitted()
    .publishedOn('2026-05-20')
    .build();
  const rows = villages.flatMap(({ code: village }) =>
    YEARS.flatMap((year, of) =>
      Array.from({ length: ITEMS }, (_, item) => {
        const sequence = of * ITEMS + item + 1;
        const code = String(sequence).padStart(10, '0');
        const text = JSON.stringify({ ...notice, village, code }).replaceAll('2026-', `${year}-`);
        return { village, code, sequence, notice: text };
      }),
    ),
  );
  await db.transaction().execute(async (transaction) => {
    for (const some of inRowsOf(4, rows)) {
      await transaction.insertInto('notice').values(some).execute();
    }
    const sequence = YEARS.length * ITEMS;
    await transaction.updateTable('place').set({ sequence }).execute();
  });
}

async function changeOne({ db }: Store): Promise<void> {
  const village = villages[7]?.code ?? '';
  const sequence = YEARS.length * ITEMS + 1;
  await db
    .updateTable('notice')
    .set({ sequence })
    .where('village', '=', village)
    .where('code', '=', '0000000001')
    .execute();
  await db.updateTable('place').set({ sequence }).where('code', '=', village).execute();
}
