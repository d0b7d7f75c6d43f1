import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import {
  type MutationResult,
  type ObjectionChange,
  type ObjectionMutation,
  ObjectionMutationSchema,
  type ObjectionsRequest,
  ObjectionsRequestSchema,
  type ObjectionsResponse,
} from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { type Store, sealerOf } from '../database/index.ts';
import { historiesOf, statesOf } from '../sync/history.ts';
import { applyObjections } from './apply-objections.ts';
import { objectionChanges } from './objection-changes.ts';

/** The request's part with its mutations unread: each is parsed by itself. */
export const ObjectionsEnvelopeSchema = v.strictObject({
  ...ObjectionsRequestSchema.entries,
  mutations: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});
type ObjectionsEnvelope = v.InferOutput<typeof ObjectionsEnvelopeSchema>;

/** Changes told in one answer; more wait behind the cursors. */
const CHANGES = 200;

/**
 * The part of a sync that is about objections: mutations take effect, then what changed after the
 * cursors is told. Villages whose cursors belong to another history (`restarted`, and those that the
 * part's own marks tell) are told from the start, and their mutations left untouched, as those of
 * notices are.
 */
export async function syncObjections(
  store: Store,
  actor: Actor,
  request: ObjectionsEnvelope,
  restarted: ReadonlySet<VillageCode>,
  now: () => Date,
): Promise<ObjectionsResponse> {
  const history = await historiesOf(store, actor, request);
  const untouched = new Set([...restarted, ...history.restarted]);
  const results = await applyAll(store, actor, request.mutations, untouched, now);
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const sealer = request.histories && (await sealerOf(store));
  const changes: ObjectionChange[] = [];
  const cursors: ObjectionsRequest['cursors'] = {};
  const histories: NonNullable<ObjectionsRequest['histories']> = {};
  let more = false;
  for (const village of villages) {
    const state = states.get(village);
    if (!state) continue;
    if (changes.length >= CHANGES) {
      more = true;
      break;
    }
    const asked = untouched.has(village) ? 0 : (request.cursors[village] ?? 0);
    const { sequence, mark } = state;
    // a cursor beyond what there is belongs to a history that is gone
    const cursor = asked > sequence ? 0 : asked;
    histories[village] = mark;
    if (cursor === sequence) {
      cursors[village] = sequence;
      continue;
    }
    const page = await objectionChanges(store.db, village, { cursor, sequence });
    for (const change of page.changes) {
      const told = request.photographs ? change : withoutPhotograph(change);
      const seal = sealer?.seal('objection', told.objection);
      changes.push({ ...told, ...(seal ? { seal } : {}) });
    }
    cursors[village] = page.cursor;
    more ||= page.more;
  }
  if (!request.histories) return { results, changes, cursors, more };
  return {
    ...{ results, changes, cursors, histories, more },
    ...(history.restarted.size > 0 ? { restarted: [...history.restarted] } : {}),
  };
}

/** As devices know it that were made before photographs came with objections. */
function withoutPhotograph({ sequence, objection }: ObjectionChange): ObjectionChange {
  const { photograph: _photograph, ...known } = objection;
  return { sequence, objection: known };
}

async function applyAll(
  store: Store,
  actor: Actor,
  raw: readonly unknown[],
  restarted: ReadonlySet<VillageCode>,
  now: () => Date,
): Promise<MutationResult[]> {
  const results = new Map<number, MutationResult>();
  const villages = new Map<VillageCode, { index: number; mutation: ObjectionMutation }[]>();
  raw.forEach((one, index) => {
    const parsed = v.safeParse(ObjectionMutationSchema, one);
    if (!parsed.success) {
      results.set(index, unreadable(one));
      return;
    }
    const mutation = parsed.output;
    if (restarted.has(mutation.village)) return;
    const batch = villages.get(mutation.village) ?? [];
    batch.push({ index, mutation });
    villages.set(mutation.village, batch);
  });
  for (const [village, batch] of villages) {
    const mutations = batch.map(({ mutation }) => mutation);
    const answers = await applyObjections(store, village, mutations, actor, now());
    batch.forEach(({ index }, at) => {
      const answer = answers[at];
      if (answer) results.set(index, answer);
    });
  }
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

const IdSchema = v.object({ id: ObjectionMutationSchema.entries.id });

/** The answer to what cannot be read; not kept, since a newer server may be able to. */
function unreadable(raw: unknown): MutationResult {
  const known = v.safeParse(IdSchema, raw);
  const id = known.success ? known.output.id : 'unreadable';
  return { id, outcome: 'refused', code: 'unreadable' };
}
