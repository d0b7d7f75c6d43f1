import * as v from 'valibot';
import {
  type NoticeAction,
  type NoticeCode,
  NoticeCodeSchema,
  type VillageCode,
  VillageCodeSchema,
} from '../../notice/index.ts';
import type { MutationResult } from '../../protocol/index.ts';

/** A notice whose page says something else than before. */
export interface PublishedNotice {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
}

/** What changes a page that everybody reads. */
const SEEN = [
  'publish',
  'withdraw',
  'close',
  'post',
  'takeDown',
] as const satisfies readonly NoticeAction['kind'][];

/** No more than is needed here: the whole was parsed when it took effect. */
const RequestSchema = v.object({ mutations: v.array(v.unknown()) });
const MutationSchema = v.object({
  id: v.string(),
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  action: v.object({ kind: v.picklist(SEEN) }),
});

/** The notices that a sync request changed for everybody to see, each once. */
export function publishedBy(
  request: unknown,
  results: readonly MutationResult[],
): PublishedNotice[] {
  const parsed = v.safeParse(RequestSchema, request);
  if (!parsed.success) return [];
  const accepted = new Set(
    results.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id),
  );
  const changed = new Map<string, PublishedNotice>();
  for (const one of parsed.output.mutations) {
    const mutation = v.safeParse(MutationSchema, one);
    if (!mutation.success || !accepted.has(mutation.output.id)) continue;
    const { village, notice } = mutation.output;
    changed.set(`${village} ${notice}`, { village, notice });
  }
  return [...changed.values()];
}
