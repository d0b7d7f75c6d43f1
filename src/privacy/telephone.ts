import { fold } from './fold.ts';

/** Assigned mobile ranges, as libphonenumber lists them for China. */
const assignedMobile = /^(?:1740[0-5]\d{6}|1(?:[38]\d|4[57]|[59][0-35-9]|6[25-7]|7[0-35-8])\d{8})$/;
const anyMobile = /^1[3-9]\d{9}$/;
/** Beijing and the 02x cities have eight digits after the area code, the others seven or eight. */
const landline = /^(?:010[2-8]\d{7}|02[0-57-9][2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/;

/** `assigned` for a known range, `possible` for a range that may be opened some day. */
export function mobileRange(digits: string): 'assigned' | 'possible' | undefined {
  if (!anyMobile.test(digits)) return undefined;
  return assignedMobile.test(digits) ? 'assigned' : 'possible';
}

/** Whether digits are an area code and a subscriber's number. */
export function isLandline(digits: string): boolean {
  return landline.test(digits);
}

/** The length of the area code that a landline number begins with. */
export function areaCodeLength(digits: string): number {
  return /^0(?:10|2\d)/.test(digits) ? 3 : 4;
}

/** A number without its country prefix, trunk zero and separators, to compare two spellings. */
export function bareNumber(text: string): string {
  const digits = text.replace(/\D/g, '');
  const national = digits.replace(/^(?:00)?86(?=1\d{10}$|0?[2-9]\d{8,10}$|0\d{9,11}$)/, '');
  return national.replace(/^0(?=1[3-9]\d{9}$)/, '');
}

/** Whether two spellings are of one telephone number, full-width digits and prefixes included. */
export function isSameNumber(a: string, b: string): boolean {
  return bareNumber(fold(a)) === bareNumber(fold(b));
}
