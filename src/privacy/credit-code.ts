import { isDivision } from './division.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Registering bodies and the kinds that each of them registers; division and the rest follow. */
const shape =
  /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[12349]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const nationwide = '100000';

/**
 * Whether 18 characters are a unified social credit code (GB 32100-2015): registering body and
 * kind, division of six digits, organisation of nine characters, check character modulo 31.
 * Expects capitals.
 */
export function isSocialCreditCode(characters: string): boolean {
  const division = characters.slice(2, 8);
  if (!shape.test(characters) || !(division === nationwide || isDivision(division))) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    sum += alphabet.indexOf(characters.charAt(index)) * (weights[index] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31] === characters[17];
}
