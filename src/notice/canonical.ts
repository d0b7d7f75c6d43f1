import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  CHECK_CODE_LENGTH,
  type CheckCode,
  encodeBase32,
  type NoticeCode,
  type VillageCode,
} from './codes.ts';
import type { NoticeContent, Row } from './content.ts';
import type { NoticeDocument } from './document.ts';
import { byPosition } from './row-order.ts';

/**
 * The canonical form, so that anyone can recompute a check code: JSON without white space, object
 * members in the order of their names' UTF-16 units, strings in Unicode NFC, whole numbers only,
 * absent members left out, half a surrogate pair as U+FFFD, UTF-8. A subset of RFC 8785 (JSON
 * Canonicalization Scheme) plus NFC.
 *
 * @throws TypeError for a value that has no canonical form (a fraction, NaN, a function, a Date).
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrderOfNames(value);
  if (ordered !== OTHERWISE) {
    const written = JSON.stringify(ordered);
    // half a surrogate pair would stand there as an escape
    if (hasOneForm(written) && !written.includes('\\ud')) return written;
  }
  return canonicallyWritten(value);
}

/** What needs a closer look than the browser's own JSON takes. */
const OTHERWISE = Symbol('otherwise');

/**
 * The value with each object's members in order, the very same where they are already: then the
 * browser writes the canonical form by itself, several times as fast.
 */
function inOrderOfNames(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : OTHERWISE;
  if (Array.isArray(value)) {
    const items = value.map(inOrderOfNames);
    if (items.includes(OTHERWISE)) return OTHERWISE;
    return items.every((one, at) => one === value[at]) ? value : items;
  }
  return isPlain(value) ? membersInOrder(value) : OTHERWISE;
}

function membersInOrder(value: object): unknown {
  const members = value as Readonly<Record<string, unknown>>; // its own members are all that is read
  const names = Object.keys(members);
  let isSame = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  if (!isSame) names.sort();
  const ordered: Record<string, unknown> = {};
  for (const name of names) {
    // an object puts members that look like numbers first, whatever the order they came in
    if (/^[\d_]/.test(name)) return OTHERWISE;
    const member = members[name];
    if (member === undefined) continue;
    const one = inOrderOfNames(member);
    if (one === OTHERWISE) return OTHERWISE;
    isSame &&= one === member;
    ordered[name] = one;
  }
  return isSame ? value : ordered;
}

function canonicallyWritten(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`no canonical form for ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicallyWritten).join(',')}]`;
  if (isPlain(value)) return canonicalObject(value);
  throw new TypeError(`no canonical form for ${typeof value}`);
}

function canonicalObject(value: object): string {
  let members = value as Readonly<Record<string, unknown>>; // its own members are all that is read
  let names = Object.keys(members);
  if (!names.every(hasOneForm)) {
    members = Object.fromEntries(names.map((name) => [normalise(name), members[name]]));
    names = Object.keys(members);
  }
  let written = '';
  // without a function to compare, texts sort by their UTF-16 units
  for (const name of names.sort()) {
    const member = members[name];
    if (member === undefined) continue;
    written += `${written && ','}${canonicalText(name)}:${canonicallyWritten(member)}`;
  }
  return `{${written}}`;
}

function canonicalText(text: string): string {
  return isWrittenAsItIs(text) ? `"${text}"` : JSON.stringify(normalise(text));
}

/** One form, and nothing in it that JSON escapes: true of nearly all texts and names. */
function isWrittenAsItIs(text: string): boolean {
  return /^[ !#-[\]-\u02ff\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff00-\uff5e]*$/.test(text);
}

/** Half a surrogate pair cannot be written in UTF-8: a database would keep it as U+FFFD too. */
function normalise(text: string): string {
  return hasOneForm(text) ? text : text.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
}

/** Quickly true of Latin and Chinese text, most of all that is typed: nothing in it to normalise. */
function hasOneForm(text: string): boolean {
  return /^[\u0020-\u02ff\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff00-\uff5e]*$/.test(text);
}

/** Not a Date, a Map or the like, whose members say nothing; told by the tag, whatever the realm. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.getPrototypeOf(value) === Object.prototype && !(Symbol.toStringTag in value))
    return true;
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** A revision as it is hashed: where it belongs, its number, and every word of it. */
export interface CanonicalRevision {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly revision: number;
  readonly document: NoticeDocument;
}

/** The check code of a revision: the first 8 base-32 characters of SHA-256 over its canonical JSON. */
export function checkCodeOf({ village, notice, revision, document }: CanonicalRevision): CheckCode {
  const hash = sha256(utf8ToBytes(canonicalJson({ village, notice, revision, document })));
  return encodeBase32(hash).slice(0, CHECK_CODE_LENGTH) as CheckCode;
}

/** Contents are values and never change, and one is asked for its digest several times on its way. */
const digests = new WeakMap<NoticeContent, string>();

/** SHA-256 over a text in UTF-8, as hexadecimal digits. */
export type TextHash = (text: string) => string;

const ownHash: TextHash = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * A digest that two contents share exactly when they hold the same values in the same order. An
 * empty value is the same as an absent one: nothing typed. Who has a faster `hash` may give it.
 */
export function contentDigest(content: NoticeContent, hash: TextHash = ownHash): string {
  const known = digests.get(content);
  if (known !== undefined) return known;
  const digest = digestOf(content, hash);
  digests.set(content, digest);
  return digest;
}

function digestOf(content: NoticeContent, hash: TextHash): string {
  const tables = Object.fromEntries(
    Object.entries(content.tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([id, rows]) => [
        id,
        inOrder(rows).map((row) => ({ cells: withoutEmpty(row.cells), id: row.id })),
      ]),
  );
  const held = { ...content, fields: withoutEmpty(content.fields), tables };
  return hash(canonicalJson(held)).slice(0, 32);
}

/** The rows by position; mostly they stand so already. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const isInOrder = rows.every((row, at) => {
    const before = rows[at - 1];
    return !before || byPosition(before, row) <= 0;
  });
  return isInOrder ? rows : rows.toSorted(byPosition);
}

function withoutEmpty(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!Object.values(values).includes('')) return values;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
