/*
 * A generated corpus of notice cells: what is personal in each is known, since it was put there.
 * Same seed, same corpus. It shares no pattern or check with the finder that it measures.
 */
import type { CorpusCell } from './cell.ts';
import { hardHarmless, hardPersonal } from './hard.ts';
import { harmlessMakers } from './harmless.ts';
import { personalMakers } from './personal.ts';
import { type Chance, seeded } from './seeded.ts';

export type { CorpusCell, Planted } from './cell.ts';

type Makers = readonly (readonly [share: number, make: (chance: Chance) => CorpusCell])[];

function choose(makers: Makers, chance: Chance): CorpusCell {
  const all = makers.reduce((sum, [share]) => sum + share, 0);
  let place = chance.next() * all;
  for (const [share, make] of makers) {
    place -= share;
    if (place < 0) return make(chance);
  }
  throw new Error('shares do not add up');
}

function anyCell(chance: Chance): CorpusCell {
  const isPersonal = chance.in(0.4);
  if (chance.in(0.25)) return chance.of(isPersonal ? hardPersonal : hardHarmless)(chance);
  return choose(isPersonal ? personalMakers : harmlessMakers, chance);
}

/** So many cells, a quarter of them hard; two of five hold personal data. */
export function corpusOf(count: number, seedNumber: number): CorpusCell[] {
  const chance = seeded(seedNumber);
  return Array.from({ length: count }, () => anyCell(chance));
}
