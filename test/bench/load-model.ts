/**
 * What 690,000 villages would ask of the server: data a year, requests a second, processor cores.
 * Costs are measured here, on this machine, through the whole server; habits are assumptions, named
 * below, and may be given anew: `node test/bench/load-model.ts '{"noticesAYear":60}'`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { contentDigest, type NoticeCode, type VillageCode } from '../../src/notice/index.ts';
import type { Mutation } from '../../src/protocol/index.ts';
import { addPerson, enrol, invite } from '../../src/server/accounts/index.ts';
import { DATABASE_FILE, migrate, openSqlite } from '../../src/server/database/index.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { aContent, aDocument, DONGSHENG } from '../builders/index.ts';
import { builtApp } from './built-app.ts';

/** Assumptions, none of them measured. */
const habits = {
  villages: 690_000,
  /** Catalogue items that recur, quarterly finances, projects. */
  noticesAYear: 40,
  versionsOfANotice: 6,
  revisionsOfANotice: 1.2,
  phonesOfAVillage: 4,
  /** Looking for changes, opening the app, after edits. */
  syncsOfAPhoneADay: 12,
  /** Of 1,000 to 3,000 people. */
  readsOfANotice: 150,
  /** Share of reads that a CDN or the phone's own cache does not answer. */
  readsThatArrive: 0.2,
  /** How much the busiest hour is above the mean of all hours. */
  peak: 8,
  ...JSON.parse(process.argv[2] ?? '{}'),
};

const MEASURED_NOTICES = 150;
const directory = mkdtempSync(join(tmpdir(), 'noticeboard-model-'));
const built = await builtApp();
try {
  const costs = await measure();
  console.log(JSON.stringify({ habits, costs, ...derive(costs) }, null, 2));
} finally {
  rmSync(directory, { recursive: true, force: true });
  built.remove();
}

interface Costs {
  readonly bytesOfAVersion: number;
  readonly bytesOfARevision: number;
  readonly saveMs: number;
  readonly idleSyncMs: number;
  readonly renderMs: number;
  readonly cachedReadMs: number;
}

async function measure(): Promise<Costs> {
  const store = openSqlite(directory);
  await migrate(store.db);
  const settings = { onePersonMayPublish: true };
  await openPlaces(store, [{ code: DONGSHENG, name: '东升村', town: '东升镇', settings }]);
  let clock = Date.now();
  // time passes quickly, so that rate limits do not bite
  const now = () => {
    clock += 1_000;
    return new Date(clock);
  };
  const app = built.createApp({
    store,
    publicUrl: 'http://localhost',
    appDirectory: '/nowhere',
    now,
  });
  const person = await addPerson(
    store,
    { place: DONGSHENG, name: '经办人', role: 'drafter' },
    now(),
  );
  const enrolled =
    person && (await enrol(store, { text: await invite(store, person, now()) }, '', now()));
  if (!enrolled) throw new Error('not enrolled');

  let sequence = 0;
  const sync = async (mutations: readonly Mutation[]) => {
    const response = await app.request('/api/sync', {
      method: 'POST',
      headers: { cookie: `device=${enrolled.token}` },
      body: JSON.stringify({
        protocol: 1,
        sentAt: '',
        cursors: { [DONGSHENG]: sequence },
        mutations,
      }),
    });
    const answer = await response.json();
    if (mutations.length > 0 && answer.results[0].outcome !== 'accepted')
      throw new Error(JSON.stringify(answer));
    sequence = answer.cursors[DONGSHENG];
  };
  const content = aContent().withHouseholds(30).build();
  const numbers = Array.from({ length: MEASURED_NOTICES }, (_one, index) => index);
  const aMutation = (kind: string, number: number, action: Mutation['action']): Mutation => ({
    id: `${kind}-${String(number).padStart(8, '0')}`,
    village: DONGSHENG as VillageCode,
    notice: String(number).padStart(10, '0') as NoticeCode,
    at: '2026-11-24T08:00:00.000Z',
    action,
  });

  await sync([aMutation('warm', 999, { kind: 'save', baseVersion: 0, content, conflicts: [] })]);
  const empty = await sizeOf();
  const saveMs = await each(numbers, (number) =>
    sync([aMutation('save', number, { kind: 'save', baseVersion: 0, content, conflicts: [] })]),
  );
  const saved = await sizeOf();
  const idleSyncMs = await each(numbers, () => sync([]));
  const document = aDocument(content);
  await each(numbers, (number) =>
    sync([
      aMutation('publish', number, {
        kind: 'publish',
        revision: 1,
        contentDigest: contentDigest(content),
        document,
      }),
    ]),
  );
  const published = await sizeOf();
  const read = async (number: number) => {
    const address = `/v/${DONGSHENG}/${String(number).padStart(10, '0')}`;
    await (await app.request(address, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
  };
  const renderMs = await each(numbers, read);
  const cachedReadMs = await each(numbers, read);
  await store.close();
  const perNotice = (bytes: number) => Math.round(bytes / MEASURED_NOTICES);
  return {
    bytesOfAVersion: perNotice(saved - empty),
    bytesOfARevision: perNotice(published - saved),
    saveMs: round(saveMs),
    idleSyncMs: round(idleSyncMs),
    renderMs: round(renderMs),
    cachedReadMs: round(cachedReadMs),
  };

  /** Without the log, which comes and goes. */
  async function sizeOf(): Promise<number> {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(store.db);
    return statSync(join(directory, DATABASE_FILE)).size;
  }
}

function derive(measured: Costs) {
  const { villages, phonesOfAVillage, syncsOfAPhoneADay, noticesAYear, versionsOfANotice } = habits;
  const notices = villages * noticesAYear;
  const versions = notices * versionsOfANotice;
  const revisions = notices * habits.revisionsOfANotice;
  const year = 365 * 86_400;
  const syncs = villages * phonesOfAVillage * syncsOfAPhoneADay * 365;
  const reads = notices * habits.readsOfANotice * habits.readsThatArrive;
  const busy = (count: number, ms: number) => ((count / year) * habits.peak * ms) / 1_000;
  return {
    noticesAYear: notices,
    terabytesAYear: round(
      (versions * measured.bytesOfAVersion + revisions * measured.bytesOfARevision) / 1e12,
    ),
    syncsASecond: {
      mean: Math.round(syncs / year),
      peak: Math.round((syncs / year) * habits.peak),
    },
    savesASecondAtPeak: Math.round((versions / year) * habits.peak),
    readsASecondAtPeak: Math.round((reads / year) * habits.peak),
    coresAtPeak: {
      syncs: round(busy(syncs, measured.idleSyncMs)),
      saves: round(busy(versions, measured.saveMs)),
      reads: round(busy(reads, measured.cachedReadMs) + busy(revisions, measured.renderMs)),
    },
  };
}

/** Mean milliseconds of doing something for each. */
async function each(
  numbers: readonly number[],
  act: (number: number) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  for (const number of numbers) await act(number);
  return (performance.now() - began) / numbers.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
