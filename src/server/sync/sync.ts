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
import { ExemptionsEnvelopeSchema, syncExemptions } from '../exemptions/index.ts';
import { ObjectionsEnvelopeSchema, syncObjections } from '../objections/index.ts';
import { noteSetBack } from '../operation/set-back.ts';
import { applyBatch, type ChangedNotices } from './apply-batch.ts';
import { applyByVillage, UnreadMutations } from './by-village.ts';
import { changesAfter, countAfter } from './changes.ts';
import { historiesOf, sealedMarkOf, statesOf } from './history.ts';
import { withoutEchoOf } from './without-echo.ts';

/** A page of changes, in characters of JSON before compression: some 80 KB on the wire. */
const PAGE = 450_000;

/** The request without its mutations, which are parsed one by one. */
const EnvelopeSchema = v.strictObject({
  ...SyncRequestSchema.entries,
  mutations: UnreadMutations,
  objections: v.optional(ObjectionsEnvelopeSchema),
  exemptions: v.optional(ExemptionsEnvelopeSchema),
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
  const request = envelope.output;

  const { restarted, lostAt } = await historiesOf(store, actor, request);
  if (restarted.size > 0) await noteSetBack(store, lostAt, now());
  const applied = await applyAll(store, actor, request.mutations, restarted, now);
  const { objections, exemptions } = request;
  const told = objections && (await syncObjections(store, actor, objections, restarted, now));
  const exempt = exemptions && (await syncExemptions(store, actor, exemptions, restarted, now));
  return {
    ok: true,
    response: {
      protocol: PROTOCOL_VERSION,
      serverTime: now().toISOString(),
      results: applied.results,
      ...(await tellChanges(store, actor, request, restarted, applied)),
      ...(restarted.size > 0 ? { restarted: [...restarted] } : {}),
      ...(told ? { objections: told } : {}),
      ...(exempt ? { exemptions: exempt } : {}),
    },
  };
}

type Villages = ReadonlySet<VillageCode>;

function readableOf(actor: Actor, cursors: SyncRequest['cursors']): VillageCode[] {
  const villages = Object.keys(cursors) as VillageCode[]; // parsed as codes
  return villages.filter((village) => mayRead(actor, village));
}

/** What became of a request's mutations. */
interface Applied {
  readonly results: MutationResult[];
  /** Those that could be read. */
  readonly mutations: readonly Mutation[];
  /** What they changed, by village. */
  readonly notices: ReadonlyMap<VillageCode, ChangedNotices>;
}

/** Applies what can be read, village by village; those of restarted villages stay untouched. */
async function applyAll(
  store: Store,
  actor: Actor,
  raw: readonly unknown[],
  restarted: Villages,
  now: () => Date,
): Promise<Applied> {
  const read: Mutation[] = [];
  const notices = new Map<VillageCode, ChangedNotices>();
  const results = await applyByVillage(raw, MutationSchema, restarted, async (village, some) => {
    const applied = await applyBatch(store, village, some, actor, now().toISOString());
    read.push(...some);
    notices.set(village, applied.notices);
    return applied.results;
  });
  return { results, mutations: read, notices };
}

async function tellChanges(
  store: Store,
  actor: Actor,
  { cursors, left }: Pick<SyncRequest, 'cursors' | 'left'>,
  restarted: Villages,
  applied: Applied,
): Promise<Pick<SyncResponse, 'changes' | 'cursors' | 'histories' | 'more' | 'left'>> {
  const villages = readableOf(actor, cursors);
  const states = await statesOf(store.db, villages);
  const tell = withoutEchoOf(applied.mutations);
  const changes: NoticeChange[] = [];
  const reached: SyncRequest['cursors'] = {};
  const histories: NonNullable<SyncResponse['histories']> = {};
  let room = PAGE;
  let more = false;
  for (const village of villages) {
    const state = states.get(village);
    if (!state) continue;
    const { sequence } = state;
    const isRestarted = restarted.has(village);
    const cursor = isRestarted ? 0 : (cursors[village] ?? 0);
    if (isRestarted) {
      // also where it has no room on this page, so that it is not found set back once more on the next
      reached[village] = cursor;
      histories[village] = await sealedMarkOf(store.db, village, state);
    }
    if (more || (sequence !== cursor && room <= 0)) {
      more = true;
      continue;
    }
    const known = applied.notices.get(village);
    const page = await changesAfter(store.db, village, { cursor, sequence, known }, room, tell);
    changes.push(...page.changes);
    reached[village] = page.cursor;
    histories[village] ??= await sealedMarkOf(store.db, village, state);
    room -= page.length;
    more = page.more;
  }
  const told = { changes, cursors: reached, histories, more };
  if (!more || !left) return told;
  const after = villages.map((village) => ({
    village,
    cursor: reached[village] ?? (restarted.has(village) ? 0 : (cursors[village] ?? 0)),
  }));
  return { ...told, left: await countAfter(store.db, after) };
}
