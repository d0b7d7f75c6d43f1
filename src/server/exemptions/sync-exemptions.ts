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
import type { Store } from '../database/index.ts';
import { statesOf } from '../sync/history.ts';
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
 * after the cursors is told. A cursor beyond what there is belongs to a history that is gone: that
 * village is told from the start.
 */
export async function syncExemptions(
  store: Store,
  actor: Actor,
  request: ExemptionsEnvelope,
  now: () => Date,
): Promise<ExemptionsResponse> {
  const results: MutationResult[] = [];
  for (const one of request.mutations) results.push(await applyOne(store, actor, one, now()));
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const cursors: ExemptionsRequest['cursors'] = {};
  const changes: ExemptionsResponse['changes'] = [];
  for (const village of villages) {
    const sequence = states.get(village)?.sequence;
    if (sequence === undefined) continue;
    const asked = request.cursors[village] ?? 0;
    const cursor = asked > sequence ? 0 : asked;
    if (cursor < sequence) changes.push(...(await exemptionChanges(store.db, village, cursor)));
    cursors[village] = sequence;
  }
  return { results, changes, cursors };
}

/** One by one: nobody says more than a few of these in a year. */
async function applyOne(
  store: Store,
  actor: Actor,
  raw: unknown,
  now: Date,
): Promise<MutationResult> {
  const parsed = v.safeParse(ExemptionMutationSchema, raw);
  if (!parsed.success) return unreadable(raw);
  return applyExemption(store, parsed.output, actor, now);
}

const IdSchema = v.object({ id: ExemptionMutationSchema.entries.id });

/** The answer to what cannot be read; not kept, since a newer server may be able to. */
function unreadable(raw: unknown): MutationResult {
  const known = v.safeParse(IdSchema, raw);
  const id = known.success ? known.output.id : 'unreadable';
  return { id, outcome: 'refused', code: 'unreadable' };
}
