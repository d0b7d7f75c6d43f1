/** First two digits of division codes: the provinces, Taiwan, Hong Kong and Macao. */
const provinces = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/**
 * Whether six digits can be a division code or the area of an ID number: a known province (83 for
 * residence permits) and a possible prefecture. Only the first four digits decide.
 */
export function isDivision(digits: string): boolean {
  const prefecture = Number(digits.slice(2, 4));
  return provinces.has(digits.slice(0, 2)) && (prefecture <= 70 || prefecture === 90);
}
