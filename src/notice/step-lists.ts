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

/**
 * What takes a word back, and the word that it takes back: a text is hidden, an item applies again, an
 * answer was not enough. Of two words whose authors did not know of each other's, this one stands,
 * until somebody who has read both says otherwise.
 */
const GUARDS = [
  ['hide', 'show'],
  ['end', 'declare'],
  ['escalate', 'answer'],
] as const;

/**
 * What is held, with the steps of the other that it lacks; the very same where it lacks none. Each is
 * put in behind the one that it followed, ahead of what was done here without knowing of it: it was
 * lost, and is older. Nobody's clock is asked. Steps that are held keep their order.
 */
export function withStepsOf<Matter extends Stepped>(held: Matter, other: Matter): Matter {
  const known = new Set(held.steps.map(nameOf));
  if (other.steps.every((step) => known.has(nameOf(step)))) return held;
  const told = new Set(other.steps.map(nameOf));
  const steps = [...held.steps];
  let next = 0;
  for (const step of other.steps) {
    const name = nameOf(step);
    if (known.has(name)) {
      next = Math.max(next, steps.findIndex((one) => nameOf(one) === name) + 1);
      continue;
    }
    const at = placeFor(step);
    steps.splice(at, 0, step);
    if (at <= next) next += 1;
  }
  return { ...held, steps };

  function placeFor(step: Step): number {
    const [guard, guarded] = GUARDS.find((pair) => pair.some((kind) => kind === step.kind)) ?? [];
    const isWord = ({ kind }: Step) => kind === guard || kind === guarded;
    // the last word that was said here without knowing of the other's
    const own = steps.findLastIndex((one) => isWord(one) && !told.has(nameOf(one)));
    const ownKind = steps[own]?.kind;
    if (step.kind === guarded && ownKind === guard) return Math.min(next, own);
    const isLast = other.steps.findLast(isWord) === step;
    return step.kind === guard && isLast && ownKind === guarded ? steps.length : next;
  }
}

/** Where the steps of a list that was made of the held one begin to differ from it, from 0. */
export function firstChangeIn(whole: Stepped, held: Stepped | undefined): number {
  return whole.steps.findIndex((step, index) => step !== held?.steps[index]);
}

/** The same person did the same at the same moment. */
function nameOf({ kind, by }: Step): string {
  return `${kind} ${by.person} ${by.at}`;
}

function writtenOf({ by: { person, at }, ...said }: Step): string {
  return canonicalJson({ ...said, by: { person, at } });
}
