import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import {
  ExemptionMutationSchema,
  ExemptionsRequestSchema,
  type ExemptionsResponse,
} from '../../protocol/index.ts';
import type { Actor } from '../accounts/authorise.ts';
import type { Store } from '../database/index.ts';
import { syncMatters } from '../matters/index.ts';
import { applyByVillage, UnreadMutations } from '../sync/by-village.ts';
import { applyExemptions } from './apply-exemptions.ts';
import { exemptionChanges } from './exemption-changes.ts';

/** The request's part with its mutations unread. */
export const ExemptionsEnvelopeSchema = v.strictObject({
  ...ExemptionsRequestSchema.entries,
  mutations: UnreadMutations,
});
type ExemptionsEnvelope = v.InferOutput<typeof ExemptionsEnvelopeSchema>;

/** The part of a sync that is about items that do not apply. */
export async function syncExemptions(
  store: Store,
  actor: Actor,
  request: ExemptionsEnvelope,
  restarted: ReadonlySet<VillageCode>,
  now: () => Date,
): Promise<ExemptionsResponse> {
  const { more: _none, ...told } = await syncMatters(store, actor, request, restarted, {
    apply: (untouched) =>
      applyByVillage(request.mutations, ExemptionMutationSchema, untouched, (village, mutations) =>
        applyExemptions(store, village, mutations, actor, now()),
      ),
    // few rows: a village has a dozen items
    read: async (village, { cursor, sequence }) => {
      const changes = await exemptionChanges(store.db, village, cursor);
      return { changes, cursor: sequence, more: false };
    },
    seal: ({ exemption }, sealer) => sealer.seal('exemption', exemption),
    most: Number.POSITIVE_INFINITY,
  });
  return told;
}
