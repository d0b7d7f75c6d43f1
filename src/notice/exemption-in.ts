import type { Declaration, Exemption } from './exemption.ts';

/** What was declared of an item for a year, and still holds; the last word counts. */
export function exemptionIn(
  exemption: Pick<Exemption, 'steps'> | undefined,
  year: number,
): Declaration | undefined {
  return declarationsOf(exemption).findLast(
    ({ fromYear, toYear }) => fromYear <= year && year <= toYear,
  );
}

/** What was declared of an item for a year or a later one, the last word first. */
export function exemptionsSince(
  exemption: Pick<Exemption, 'steps'> | undefined,
  year: number,
): readonly Declaration[] {
  return declarationsOf(exemption)
    .filter(({ toYear }) => toYear >= year)
    .toReversed();
}

/** What was declared of an item and not ended since. */
export function declarationsOf(
  exemption: Pick<Exemption, 'steps'> | undefined,
): readonly Declaration[] {
  const steps = exemption?.steps ?? [];
  const ended = steps.findLastIndex(({ kind }) => kind === 'end');
  return steps.slice(ended + 1).filter((step) => step.kind === 'declare');
}
