/**
 * Codes in Crockford's base 32 (https://www.crockford.com/base32.html): digits and capitals without
 * I, L, O and U, so that a code survives being read aloud, copied by hand and printed small.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A village's official division code: 12 digits. */
export type VillageCode = string & { readonly brand: 'VillageCode' };
/** A notice's code: 10 characters of Crockford base 32, drawn on the device. */
export type NoticeCode = string & { readonly brand: 'NoticeCode' };
/** The first 8 base-32 characters of a revision's hash, printed under the poster's code. */
export type CheckCode = string & { readonly brand: 'CheckCode' };

export const NOTICE_CODE_LENGTH = 10;
export const CHECK_CODE_LENGTH = 8;
const SHORT_VILLAGE_LENGTH = 8;

/** Encodes bytes in base 32, five bits a character, the last one filled up with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET.charAt((value << (5 - bits)) & 31) : text;
}

/** Draws a notice code from 7 random bytes (50 of their 56 bits). */
export function drawNoticeCode(randomBytes: (length: number) => Uint8Array): NoticeCode {
  return encodeBase32(randomBytes(7)).slice(0, NOTICE_CODE_LENGTH) as NoticeCode;
}

/** Reads a code as people type it: any case, full-width, spaces and dashes anywhere, O for 0, I and L for 1. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function readCode(text: string, length: number): string | undefined {
  const code = normalise(text);
  const valid = code.length === length && [...code].every((one) => ALPHABET.includes(one));
  return valid ? code : undefined;
}

/** The notice code in a text, as people type it; undefined where it is none. */
export function readNoticeCode(text: string): NoticeCode | undefined {
  return readCode(text, NOTICE_CODE_LENGTH) as NoticeCode | undefined;
}

/** The check code in a text, as people type it; undefined where it is none. */
export function readCheckCode(text: string): CheckCode | undefined {
  return readCode(text, CHECK_CODE_LENGTH) as CheckCode | undefined;
}

/** A check code as sheets print it and people read it aloud and compare it: 9F2C 41AB. */
export function writeCheckCode(code: CheckCode): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** The village code in a text: 12 digits, or the 8 characters that stand for them in a QR code. */
export function readVillageCode(text: string): VillageCode | undefined {
  if (/^\d{12}$/.test(text)) return text as VillageCode;
  const short = text.length === SHORT_VILLAGE_LENGTH ? readCode(text, SHORT_VILLAGE_LENGTH) : '';
  if (!short) return undefined;
  const number = [...short].reduce((sum, one) => sum * 32 + ALPHABET.indexOf(one), 0);
  return number < 1e12 ? (String(number).padStart(12, '0') as VillageCode) : undefined;
}

/** A village's code in base 32: 8 characters, which keep a QR code's address within version 3. */
export function shortVillageCode(village: VillageCode): string {
  let text = '';
  for (let rest = Number(village); text.length < SHORT_VILLAGE_LENGTH; rest = Math.floor(rest / 32))
    text = ALPHABET.charAt(rest % 32) + text;
  return text;
}
