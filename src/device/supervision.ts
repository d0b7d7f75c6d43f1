import * as v from 'valibot';
import { type VillageCode, yearsOf } from '../notice/index.ts';
import {
  type SupervisionRequest,
  type SupervisionResponse,
  SupervisionResponseSchema,
} from '../protocol/index.ts';
import type { DeviceDatabase, HeldSupervision, HeldYear, StoredFacts } from './database.ts';
import { keepTold } from './exemptions.ts';

export type SupervisionTrouble = 'offline' | 'server' | 'signed-out';

/** A district's year over a weak link. */
const ANSWER_MILLISECONDS = 60_000;

/**
 * Brings a year of the villages in this person's charge up to date: all of it the first time, what
 * changed afterwards. What is held stays until the answer is there, each page of it one transaction.
 * Returns what kept it from being told; undefined when it was.
 */
export async function refreshSupervision(
  database: DeviceDatabase,
  year: number,
  now: () => Date,
): Promise<SupervisionTrouble | undefined> {
  for (;;) {
    const held = (await database.read('supervision'))?.years[year];
    const { cursors = {}, histories = {} } = held ?? {};
    const request = { year, cursors, histories } as SupervisionRequest; // keyed by codes
    const answer = await ask(request);
    if (typeof answer === 'string') return answer;
    const isStuck = answer.more && Object.keys(answer.cursors).length === 0;
    if (isStuck) return 'server';
    await takeIn(database, year, answer, now().toISOString());
    if (!answer.more) return undefined;
  }
}

async function ask(request: SupervisionRequest): Promise<SupervisionResponse | SupervisionTrouble> {
  try {
    const response = await fetch('/api/supervision', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    if (response.status === 401) return 'signed-out';
    if (!response.ok) return 'server';
    const parsed = v.safeParse(SupervisionResponseSchema, await response.json());
    return parsed.success ? parsed.output : 'server';
  } catch (error) {
    // somebody else's page is no JSON; all else is no answer, or half of one
    return error instanceof SyntaxError ? 'server' : 'offline';
  }
}

async function takeIn(
  database: DeviceDatabase,
  year: number,
  answer: SupervisionResponse,
  readAt: string,
): Promise<void> {
  const { facts, exemptions, restarted, villages } = answer;
  const tables = [database.facts, database.exemptions, database.exemptionOutbox, database.kept];
  await database.transaction('rw', tables, async () => {
    await forget(database, restarted);
    const keys = facts.map((one): [string, string] => [one.facts.village, one.facts.code]);
    const known = await database.facts.bulkGet(keys);
    const newer = facts.filter(({ sequence }, index) => sequence >= (known[index]?.sequence ?? 0));
    await database.facts.bulkPut(newer.map(stored));
    for (const { exemption } of exemptions) await keepTold(database, exemption);

    const held = (await database.read('supervision')) ?? { villages: [], years: {} };
    const before = held.years[year];
    const told: HeldYear = {
      // keyed by codes; the schema's type says that any may be absent
      cursors: { ...before?.cursors, ...answer.cursors } as HeldYear['cursors'],
      histories: { ...before?.histories, ...answer.histories } as HeldYear['histories'],
      readAt: answer.more ? (before?.readAt ?? '') : readAt,
    };
    await database.keep('supervision', {
      villages,
      years: { ...withoutVillages(held.years, restarted), [year]: told },
    });
  });
}

/** Villages whose server was set back are forgotten in every year: each tells them from the start. */
function withoutVillages(
  years: HeldSupervision['years'],
  restarted: readonly VillageCode[],
): HeldSupervision['years'] {
  if (restarted.length === 0) return years;
  const others = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(record).filter(([village]) => !restarted.some((one) => one === village)),
    );
  return Object.fromEntries(
    Object.entries(years).map(([year, { cursors, histories, readAt }]) => [
      year,
      {
        cursors: others(cursors) as HeldYear['cursors'],
        histories: others(histories) as HeldYear['histories'],
        readAt,
      },
    ]),
  );
}

/**
 * What is under the server's seal stays, since this phone can bring it back, and what still waits does;
 * all else is told again as far as there is any.
 */
async function forget(
  { facts, exemptions, exemptionOutbox }: DeviceDatabase,
  villages: readonly VillageCode[],
): Promise<void> {
  if (villages.length === 0) return;
  const isGone = ({ village }: { readonly village: string }) =>
    villages.some((one) => one === village);
  await facts.filter(isGone).delete();
  const waiting = new Set(
    (await exemptionOutbox.toArray()).map(({ village, item }) => `${village} ${item}`),
  );
  await exemptions
    .filter((one) => isGone(one) && !one.seal && !waiting.has(`${one.village} ${one.item}`))
    .delete();
}

function stored({ sequence, facts }: SupervisionResponse['facts'][number]): StoredFacts {
  const { village, code } = facts;
  return { village, code, sequence, years: yearsOf(facts), facts };
}
