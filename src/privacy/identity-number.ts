import { isDivision } from './division.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/**
 * The check character of an ID number (GB 11643-1999, ISO 7064 MOD 11-2) for its first 17 digits.
 * Undefined if `digits` does not begin with 17 digits.
 */
export function idNumberCheckDigit(digits: string): string | undefined {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const digit = digits.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    sum += digit * (weights[index] ?? 0);
  }
  return checkCharacters[sum % 11];
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether 14 or more digits begin with an area and a birth date between 1800 and 2099. */
export function beginsLikeIdNumber(digits: string): boolean {
  const year = Number(digits.slice(6, 10));
  return (
    isDivision(digits) &&
    year >= 1800 &&
    year <= 2099 &&
    isDate(year, Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))
  );
}

/** The year of birth in an ID number of 18 characters. */
export function birthYearOf(idNumber: string): number {
  return Number(idNumber.slice(6, 10));
}

/** Area, date and check character all agree. Expects 18 characters with a capital X. */
export function isIdNumber(characters: string): boolean {
  return (
    characters.length === 18 &&
    beginsLikeIdNumber(characters) &&
    idNumberCheckDigit(characters) === characters[17]
  );
}

/** The old number of 15 digits: area, YYMMDD of the 1900s, order. It has no check digit. */
export function isIdNumber15(digits: string): boolean {
  return (
    digits.length === 15 &&
    isDivision(digits) &&
    isDate(
      1900 + Number(digits.slice(6, 8)),
      Number(digits.slice(8, 10)),
      Number(digits.slice(10, 12)),
    )
  );
}

/**
 * The number of a disability certificate: an ID number, one digit for the kind (1 to 7), one for
 * the degree (1 to 4), and after a loss B and a digit.
 */
export function isDisabilityCertificate(characters: string): boolean {
  return /^\d{17}[\dX][1-7][1-4](B\d)?$/.test(characters) && isIdNumber(characters.slice(0, 18));
}
