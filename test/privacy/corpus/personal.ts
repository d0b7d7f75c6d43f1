import type { CorpusCell } from './cell.ts';
import { addresses, circumstances } from './personal-facts.ts';
import {
  cardsAndAccounts,
  contactMobiles,
  idNumbers,
  landlines,
  mobiles,
  otherDocuments,
  written,
} from './personal-numbers.ts';
import type { Chance } from './seeded.ts';

/** Makers of cells that hold personal data, each with its share. */
export const personalMakers: readonly (readonly [
  share: number,
  make: (chance: Chance) => CorpusCell,
])[] = [
  [26, idNumbers],
  [8, otherDocuments],
  [20, mobiles],
  [6, contactMobiles],
  [6, landlines],
  [14, cardsAndAccounts],
  [8, written],
  [7, addresses],
  [10, circumstances],
];
