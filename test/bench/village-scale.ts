/**
 * What one village's sync costs with 10 and with 10,000 villages in the database: measured in turn,
 * so that a busy machine slows both alike. `node test/bench/village-scale.ts`; prints one line of
 * JSON. The aim is a ratio below 1.2.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeCode, VillageCode } from '../../src/notice/index.ts';
import type { Actor } from '../../src/server/accounts/authorise.ts';
import { addPerson } from '../../src/server/accounts/index.ts';
import { migrate, openSqlite, type Store } from '../../src/server/database/index.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { applyBatch, sync } from '../../src/server/sync/index.ts';
import { aContent } from '../builders/index.ts';

const SIZES = [10, 10_000] as const;
/** Notices that each village has before the measurement. */
const NOTICES = 4;
const TURNS = 600;

interface Side {
  readonly size: number;
  readonly directory: string;
  readonly store: Store;
  readonly actor: Actor;
  readonly milliseconds: number[];
}

const village = villageAt(3);
const sides = await Promise.all(SIZES.map(sideOf));
for (let turn = -50; turn < TURNS; turn++) {
  for (const side of turn % 2 === 0 ? sides : sides.toReversed()) {
    const took = await syncOnce(side, turn + 100);
    if (turn >= 0) side.milliseconds.push(took);
  }
}
const [small = 0, large = 0] = sides.map(({ milliseconds }) => median(milliseconds));
console.log(
  JSON.stringify({
    villages: SIZES,
    notices: SIZES.map((size) => size * NOTICES),
    medianMs: [round(small), round(large)],
    ratio: round(large / small),
  }),
);
for (const { store, directory } of sides) {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
}

async function sideOf(size: number): Promise<Side> {
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-scale-'));
  const store = openSqlite(directory);
  await migrate(store.db);
  const villages = Array.from({ length: size }, (_one, index) => villageAt(index));
  await openPlaces(
    store,
    villages.map((code) => ({ code, name: '村', town: '镇', settings: {} })),
  );
  const now = new Date();
  const person = await addPerson(store, { place: village, name: '经办人', role: 'drafter' }, now);
  if (!person) throw new Error('no village');
  const { id, name, role } = person;
  const as = (place: string): Actor => ({ person: id, name, role, place, device: 'bench' });
  const content = aContent().withHouseholds(30).build();
  for (const code of villages) {
    const mutations = Array.from({ length: NOTICES }, (_one, index) => ({
      id: `scale-${index}`,
      village: code,
      notice: String(index).padStart(10, '0') as NoticeCode,
      at: now.toISOString(),
      action: { kind: 'save' as const, baseVersion: 0, content, conflicts: [] },
    }));
    await applyBatch(store, code, mutations, as(code), now.toISOString());
  }
  return { size, directory, store, actor: as(village), milliseconds: [] };
}

/** One edit sent and its answer, as a request's body would ask. */
async function syncOnce({ store, actor }: Side, turn: number): Promise<number> {
  const content = aContent().withHouseholds(30).withField('present', String(turn)).build();
  const began = performance.now();
  const outcome = await sync(
    store,
    actor,
    {
      protocol: 1,
      sentAt: '',
      cursors: { [village]: NOTICES + turn - 50 },
      mutations: [
        {
          id: `turn-${String(turn).padStart(8, '0')}`,
          village,
          notice: '0000000001',
          at: '',
          action: { kind: 'save', baseVersion: turn - 49, content, conflicts: [] },
        },
      ],
    },
    () => new Date(),
  );
  const took = performance.now() - began;
  if (!outcome.ok || outcome.response.results[0]?.outcome !== 'accepted') {
    throw new Error(JSON.stringify(outcome));
  }
  return took;
}

function villageAt(index: number): VillageCode {
  return `230799${String(index).padStart(6, '0')}` as VillageCode;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
