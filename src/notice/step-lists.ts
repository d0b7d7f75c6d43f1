import { canonicalJson } from './canonical.ts';

/**
 * Lists of steps that only grow, as objections and items that do not apply have them: how two tellings
 * of one list, which came by different ways, become one again without losing or doubling a step.
 */

interface Step {
  readonly kind: string;
  readonly by: { readonly person: string; readonly at: string };
}

interface Stepped {
  readonly steps: readonly Step[];
}

/** Whether a list has this very step already, by whatever name its author went then. */
export function hasStep({ steps }: Stepped, step: Step): boolean {
  const written = writtenOf(step);
  return steps.some((one) => one.by.at === step.by.at && writtenOf(one) === written);
}

/** What is held, with the steps of the other that it lacks behind its own; the very same where it lacks none. */
export function withStepsOf<Matter extends Stepped>(held: Matter, other: Matter): Matter {
  const known = new Set(held.steps.map(nameOf));
  const fresh = other.steps.filter((step) => !known.has(nameOf(step)));
  return fresh.length === 0 ? held : { ...held, steps: [...held.steps, ...fresh] };
}

/** The same person did the same at the same moment. */
function nameOf({ kind, by }: Step): string {
  return `${kind} ${by.person} ${by.at}`;
}

function writtenOf({ by: { person, at }, ...said }: Step): string {
  return canonicalJson({ ...said, by: { person, at } });
}
