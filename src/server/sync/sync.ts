import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import {
  type Mutation,
  type MutationResult,
  MutationSchema,
  type NoticeChange,
  PROTOCOL_VERSION,
  type SyncRequest,
  SyncRequestSchema,
  type SyncResponse,
} from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import type { Store } from '../database/index.ts';
import { applyBatch } from './apply-batch.ts';
import { changesAfter, sequencesOf } from './changes.ts';

/** A page of changes, in characters of JSON before compression: some 50 KB on the wire. */
const PAGE = 256_000;

/** The request without its mutations, which are parsed one by one. */
const EnvelopeSchema = v.strictObject({
  ...SyncRequestSchema.entries,
  mutations: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});
const VersionSchema = v.looseObject({ protocol: v.number() });

export type SyncOutcome =
  | { readonly ok: true; readonly response: SyncResponse }
  | { readonly ok: false; readonly code: 'update-needed' | 'bad-request' };

/**
 * One round trip: the mutations take effect, then the changes after the cursors are told. A
 * mutation that cannot be read is refused by itself and keeps no other from taking effect. Villages
 * that the person may not read are left out of the answer as if they did not exist.
 */
export async function sync(
  store: Store,
  actor: Actor,
  body: unknown,
  now: () => Date,
): Promise<SyncOutcome> {
  const version = v.safeParse(VersionSchema, body);
  if (!version.success) return { ok: false, code: 'bad-request' };
  if (version.output.protocol !== PROTOCOL_VERSION) return { ok: false, code: 'update-needed' };
  const envelope = v.safeParse(EnvelopeSchema, body);
  if (!envelope.success) return { ok: false, code: 'bad-request' };
  const { cursors, mutations } = envelope.output;

  const results = await applyAll(store, actor, mutations, now);
  return {
    ok: true,
    response: {
      protocol: PROTOCOL_VERSION,
      serverTime: now().toISOString(),
      results,
      ...(await tellChanges(store, actor, cursors)),
    },
  };
}

async function applyAll(
  store: Store,
  actor: Actor,
  raw: readonly unknown[],
  now: () => Date,
): Promise<MutationResult[]> {
  const results: MutationResult[] = raw.map(unreadable);
  const villages = new Map<VillageCode, { index: number; mutation: Mutation }[]>();
  raw.forEach((one, index) => {
    const parsed = v.safeParse(MutationSchema, one);
    if (!parsed.success) return;
    const mutation = parsed.output;
    const batch = villages.get(mutation.village) ?? [];
    batch.push({ index, mutation });
    villages.set(mutation.village, batch);
  });
  for (const [village, batch] of villages) {
    const mutations = batch.map(({ mutation }) => mutation);
    const answers = await applyBatch(store, village, mutations, actor, now().toISOString());
    batch.forEach(({ index }, at) => {
      const answer = answers[at];
      if (answer) results[index] = answer;
    });
  }
  return results;
}

const IdSchema = v.object({ id: MutationSchema.entries.id });

/** The answer to what cannot be read; not kept, since a newer server may be able to. */
function unreadable(raw: unknown): MutationResult {
  const known = v.safeParse(IdSchema, raw);
  return {
    id: known.success ? known.output.id : 'unreadable',
    outcome: 'refused',
    code: 'unreadable',
  };
}

async function tellChanges(
  store: Store,
  actor: Actor,
  cursors: SyncRequest['cursors'],
): Promise<Pick<SyncResponse, 'changes' | 'cursors' | 'more'>> {
  const changes: NoticeChange[] = [];
  const reached: Record<VillageCode, number> = {};
  const asked = Object.entries(cursors)
    .map(([village, cursor = 0]) => ({ village: village as VillageCode, cursor })) // parsed as codes
    .filter(({ village }) => mayRead(actor, village));
  const sequences = await sequencesOf(
    store.db,
    asked.map(({ village }) => village),
  );
  let room = PAGE;
  for (const { village, cursor } of asked) {
    const sequence = sequences.get(village);
    if (sequence === undefined) continue;
    if (sequence !== cursor && room <= 0) return { changes, cursors: reached, more: true };
    const page = await changesAfter(store.db, village, { cursor, sequence }, room);
    changes.push(...page.changes);
    reached[village] = page.cursor;
    room -= page.length;
    if (page.more) return { changes, cursors: reached, more: true };
  }
  return { changes, cursors: reached, more: false };
}
