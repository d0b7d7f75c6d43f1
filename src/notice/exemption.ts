import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { containsForbidden } from '../privacy/index.ts';
import { canonicalJson } from './canonical.ts';
import { type Author, AuthorSchema } from './conflicts.ts';
import { declarationsOf } from './exemption-in.ts';
import { VillageCodeSchema } from './notice.ts';

/**
 * An item of the catalogue that does not apply to a village (不适用): why, and for which years. It is
 * another thing than a notice that says 'none this year'. What was said is a list of steps that only
 * grows, so that nobody sets an item aside, or takes that back, unseen.
 */

export const EXEMPTION_LIMITS = { reason: 500, years: 5, steps: 100 } as const;

const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(EXEMPTION_LIMITS.reason));
const Year = v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2200));
/** Whole years, since the catalogue counts by them; both are meant. */
const PERIOD = { reason: Reason, fromYear: Year, toYear: Year };

function isFewYears(fromYear: number, toYear: number): boolean {
  return toYear >= fromYear && toYear - fromYear < EXEMPTION_LIMITS.years;
}

export const ExemptionStepSchema = v.variant('kind', [
  v.pipe(
    v.strictObject({ kind: v.literal('declare'), ...PERIOD, by: AuthorSchema }),
    v.check(({ fromYear, toYear }) => isFewYears(fromYear, toYear), 'no such period'),
  ),
  /** From now on the item applies again, whatever was declared before. */
  v.strictObject({ kind: v.literal('end'), by: AuthorSchema }),
]);
export type ExemptionStep = v.InferOutput<typeof ExemptionStepSchema>;
export type Declaration = Extract<ExemptionStep, { kind: 'declare' }>;

export const ExemptionActionSchema = v.variant('kind', [
  v.pipe(
    v.strictObject({ kind: v.literal('declare'), ...PERIOD }),
    v.check(({ fromYear, toYear }) => isFewYears(fromYear, toYear), 'no such period'),
  ),
  v.strictObject({ kind: v.literal('end') }),
]);
export type ExemptionAction = v.InferOutput<typeof ExemptionActionSchema>;

export const ItemIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

export const ExemptionSchema = v.strictObject({
  village: VillageCodeSchema,
  /** The id of the catalogue's item. */
  item: ItemIdSchema,
  steps: v.array(ExemptionStepSchema),
});
export type Exemption = v.InferOutput<typeof ExemptionSchema>;

export type ExemptionRefusal = 'not-exempt' | 'personal-data' | 'too-many-steps';

/**
 * Applies an action to what is known of an item (undefined: nothing yet). Pure: device and server
 * decide the same. Whether the person may is judged elsewhere.
 */
export function applyExemptionAction(
  exemption: Exemption | undefined,
  action: ExemptionAction,
  { village, item, by }: Pick<Exemption, 'village' | 'item'> & { readonly by: Author },
):
  | { readonly ok: true; readonly exemption: Exemption }
  | { readonly ok: false; readonly refusal: ExemptionRefusal } {
  const steps = exemption?.steps ?? [];
  if (steps.length >= EXEMPTION_LIMITS.steps) return { ok: false, refusal: 'too-many-steps' };
  if (action.kind === 'declare' && containsForbidden(action.reason)) {
    return { ok: false, refusal: 'personal-data' };
  }
  if (action.kind === 'end' && declarationsOf(exemption).length === 0) {
    return { ok: false, refusal: 'not-exempt' };
  }
  return { ok: true, exemption: { village, item, steps: [...steps, { ...action, by }] } };
}

/** The digest of a step, for the ledger, which keeps no words. */
export function exemptionDigest(step: ExemptionStep): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(step)))).slice(0, 32);
}
