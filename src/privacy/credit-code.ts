const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * Whether 18 characters are a unified social credit code (GB 32100-2015): registering body and
 * kind, division of six digits, organisation of nine characters, check character modulo 31.
 * Expects capitals.
 */
export function isSocialCreditCode(characters: string): boolean {
  if (!/^[1-9ANY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(characters)) {
    return false;
  }
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    sum += alphabet.indexOf(characters.charAt(index)) * (weights[index] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31] === characters[17];
}
