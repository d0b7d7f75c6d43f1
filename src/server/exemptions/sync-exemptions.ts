import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import {
  ExemptionMutationSchema,
  type ExemptionsRequest,
  ExemptionsRequestSchema,
  type ExemptionsResponse,
  type MutationResult,
} from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { type Store, sealerOf } from '../database/index.ts';
import { historiesOf, statesOf } from '../sync/history.ts';
import { applyExemption } from './apply-exemption.ts';
import { exemptionChanges } from './exemption-changes.ts';

/** The request's part with its mutations unread: each is parsed by itself. */
export const ExemptionsEnvelopeSchema = v.strictObject({
  ...ExemptionsRequestSchema.entries,
  mutations: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});
type ExemptionsEnvelope = v.InferOutput<typeof ExemptionsEnvelopeSchema>;

/**
 * The part of a sync that is about items that do not apply: mutations take effect, then what changed
 * after the cursors is told. Villages whose cursors belong to another history are told from the start,
 * and their mutations left untouched, as those of notices are.
 */
export async function syncExemptions(
  store: Store,
  actor: Actor,
  request: ExemptionsEnvelope,
  restarted: ReadonlySet<VillageCode>,
  now: () => Date,
): Promise<ExemptionsResponse> {
  const history = await historiesOf(store, actor, request);
  const untouched = new Set([...restarted, ...history.restarted]);
  const results: MutationResult[] = [];
  for (const one of request.mutations) {
    const result = await applyOne(store, actor, one, untouched, now());
    if (result) results.push(result);
  }
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const sealer = request.histories && (await sealerOf(store));
  const cursors: ExemptionsRequest['cursors'] = {};
  const histories: NonNullable<ExemptionsRequest['histories']> = {};
  const changes: ExemptionsResponse['changes'] = [];
  for (const village of villages) {
    const state = states.get(village);
    if (!state) continue;
    const { sequence, mark } = state;
    const asked = untouched.has(village) ? 0 : (request.cursors[village] ?? 0);
    // a cursor beyond what there is belongs to a history that is gone
    const cursor = asked > sequence ? 0 : asked;
    const told = cursor < sequence ? await exemptionChanges(store.db, village, cursor) : [];
    for (const change of told) {
      const seal = sealer?.seal('exemption', change.exemption);
      changes.push({ ...change, ...(seal ? { seal } : {}) });
    }
    cursors[village] = sequence;
    histories[village] = mark;
  }
  if (!request.histories) return { results, changes, cursors };
  return {
    ...{ results, changes, cursors, histories },
    ...(history.restarted.size > 0 ? { restarted: [...history.restarted] } : {}),
  };
}

/** One by one: nobody says more than a few of these in a year. */
async function applyOne(
  store: Store,
  actor: Actor,
  raw: unknown,
  untouched: ReadonlySet<VillageCode>,
  now: Date,
): Promise<MutationResult | undefined> {
  const parsed = v.safeParse(ExemptionMutationSchema, raw);
  if (!parsed.success) return unreadable(raw);
  if (untouched.has(parsed.output.village)) return undefined;
  return applyExemption(store, parsed.output, actor, now);
}

const IdSchema = v.object({ id: ExemptionMutationSchema.entries.id });

/** The answer to what cannot be read; not kept, since a newer server may be able to. */
function unreadable(raw: unknown): MutationResult {
  const known = v.safeParse(IdSchema, raw);
  const id = known.success ? known.output.id : 'unreadable';
  return { id, outcome: 'refused', code: 'unreadable' };
}
