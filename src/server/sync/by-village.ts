import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import { MOST_MUTATIONS, MutationId, type MutationResult } from '../../protocol/index.ts';

/** Mutations as they come, to be parsed one by one. */
export const UnreadMutations = v.pipe(v.array(v.unknown()), v.maxLength(MOST_MUTATIONS));

/**
 * Parses mutations one by one and applies them village by village. One answer for each, in the order
 * in which they came: what cannot be read is refused by itself and keeps no other from taking effect,
 * and those of `untouched` villages get no answer.
 */
export async function applyByVillage<Mutation extends { readonly village: VillageCode }>(
  raw: readonly unknown[],
  schema: v.GenericSchema<unknown, Mutation>,
  untouched: ReadonlySet<VillageCode>,
  apply: (
    village: VillageCode,
    mutations: readonly Mutation[],
  ) => Promise<readonly MutationResult[]>,
): Promise<MutationResult[]> {
  const results = new Map<number, MutationResult>();
  const villages = new Map<VillageCode, { index: number; mutation: Mutation }[]>();
  raw.forEach((one, index) => {
    const parsed = v.safeParse(schema, one);
    if (!parsed.success) {
      results.set(index, unreadable(one));
      return;
    }
    const mutation = parsed.output;
    if (untouched.has(mutation.village)) return;
    const batch = villages.get(mutation.village) ?? [];
    batch.push({ index, mutation });
    villages.set(mutation.village, batch);
  });
  for (const [village, batch] of villages) {
    const mutations = batch.map(({ mutation }) => mutation);
    const answers = await apply(village, mutations);
    batch.forEach(({ index }, at) => {
      const answer = answers[at];
      if (answer) results.set(index, answer);
    });
  }
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

const NamedSchema = v.object({ id: MutationId });

/** The answer to what cannot be read; not kept, since a newer server may be able to. */
function unreadable(raw: unknown): MutationResult {
  const known = v.safeParse(NamedSchema, raw);
  const id = known.success ? known.output.id : 'unreadable';
  return { id, outcome: 'refused', code: 'unreadable' };
}
