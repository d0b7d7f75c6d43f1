import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import {
  type ObjectionChange,
  ObjectionMutationSchema,
  ObjectionsRequestSchema,
  type ObjectionsResponse,
} from '../../protocol/index.ts';
import type { Actor } from '../accounts/authorise.ts';
import type { Store } from '../database/index.ts';
import { syncMatters } from '../matters/index.ts';
import { applyByVillage, UnreadMutations } from '../sync/by-village.ts';
import { applyObjections } from './apply-objections.ts';
import { objectionChanges } from './objection-changes.ts';

/** The request's part with its mutations unread. */
export const ObjectionsEnvelopeSchema = v.strictObject({
  ...ObjectionsRequestSchema.entries,
  mutations: UnreadMutations,
});
type ObjectionsEnvelope = v.InferOutput<typeof ObjectionsEnvelopeSchema>;

/** Changes told in one answer; more wait behind the cursors. */
const CHANGES = 200;

/** The part of a sync that is about objections. */
export async function syncObjections(
  store: Store,
  actor: Actor,
  request: ObjectionsEnvelope,
  restarted: ReadonlySet<VillageCode>,
  now: () => Date,
): Promise<ObjectionsResponse> {
  return syncMatters(store, actor, request, restarted, {
    apply: (untouched) =>
      applyByVillage(request.mutations, ObjectionMutationSchema, untouched, (village, mutations) =>
        applyObjections(store, village, mutations, actor, now()),
      ),
    read: async (village, reach) => {
      const page = await objectionChanges(store.db, village, reach);
      return request.photographs ? page : { ...page, changes: page.changes.map(withoutPhotograph) };
    },
    // half an objection is not sealed: brought back, it would stand for the whole
    seal: ({ objection }, sealer) => request.photographs && sealer.seal('objection', objection),
    most: CHANGES,
  });
}

/** As devices know it that were made before photographs came with objections. */
function withoutPhotograph({ sequence, objection }: ObjectionChange): ObjectionChange {
  const { photograph: _photograph, ...known } = objection;
  return { sequence, objection: known };
}
