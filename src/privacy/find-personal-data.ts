import { findAddresses } from './find-address.ts';
import { findBirthDates, findMinors } from './find-births.ts';
import { findHealth } from './find-health.ts';
import { findNumbers, type Spotted, takenMark } from './find-numbers.ts';
import { findPartlyMasked } from './find-partly-masked.ts';
import {
  findBracketedLandlines,
  findEmails,
  findPlates,
  findTravelDocuments,
} from './find-written.ts';
import type { Finding, TextContext } from './finding.ts';
import { fold, plainDigit } from './fold.ts';
import { isOfficeColumn, speaksOfOffice } from './number-labels.ts';
import { ruleOfKind } from './rules.ts';
import { bareNumber } from './telephone.ts';

/** No number of a person has fewer digits (a local telephone). */
const fewestDigits = 7;
const latinLetter = /[A-Za-z]/;

/** Digits of every script, which folding makes the same. */
function countDigits(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++)
    if (plainDigit(text.charCodeAt(index)) !== undefined) count++;
  return count;
}

/**
 * Whether a text has digits enough for a number of a person, in whatever form. Most cells have not,
 * and whoever looks for numbers alone need look no further.
 */
export function mayHoldNumber(text: string): boolean {
  return text.length >= fewestDigits && countDigits(text) >= fewestDigits;
}

const webAddress = /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff,]+/gi;
/** Kinds whose digits an address of the web may hold by chance. */
const chanceInWebAddress = new Set(['mobile', 'landline', 'bankCard', 'account', 'idNumber15']);

interface Span {
  readonly start: number;
  readonly end: number;
}

function webAddresses(folded: string): Span[] {
  return [...folded.matchAll(webAddress)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isChanceIn(spans: readonly Span[], found: Spotted): boolean {
  return (
    chanceInWebAddress.has(found.kind) &&
    spans.some((span) => found.start >= span.start && found.end <= span.end)
  );
}

function isAllowed(found: Spotted, folded: string, allowed: readonly string[]): boolean {
  const text = folded.slice(found.start, found.end);
  if (found.kind === 'email') {
    return allowed.some((one) => fold(one).trim().toLowerCase() === text.toLowerCase());
  }
  if (found.kind !== 'mobile' && found.kind !== 'landline') return false;
  const number = bareNumber(text);
  return allowed.some((one) => bareNumber(fold(one)) === number);
}

/** From left to right, without overlaps: of two that share a place the earlier, then longer, stays. */
function separate(found: Spotted[]): Spotted[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Spotted[] = [];
  for (const one of sorted) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept;
}

/** All that is personal in a folded text, in one look. */
function findOnce(folded: string, context: TextContext): Spotted[] {
  const found = [
    ...findEmails(folded, context),
    ...findHealth(folded, context),
    ...findMinors(folded, context),
    ...findBirthDates(folded, context),
    ...findAddresses(folded, context),
  ];
  const digits = countDigits(folded);
  const hasLetters = latinLetter.test(folded);
  if (digits >= 3 && hasLetters) found.push(...findPlates(folded));
  if (digits < fewestDigits) return separate(found);
  const isOfficeNumber = (start: number): boolean =>
    context.where === 'contact' ||
    isOfficeColumn(context.columnLabel) ||
    (context.where === 'text' && speaksOfOffice(folded, start));
  found.push(
    ...findNumbers(folded, context),
    ...findPartlyMasked(folded),
    ...findBracketedLandlines(folded, isOfficeNumber),
  );
  if (hasLetters) found.push(...findTravelDocuments(folded, context));
  return separate(found);
}

/** Looks needed in practice: two; the bound only keeps a hostile text from asking for more. */
const mostLooks = 8;

/**
 * Finds what may not hang on a wall in one cell or piece of text: from left to right, never
 * overlapping, with offsets into `text` as given (full-width forms, spaces and dashes included).
 * Reads only its arguments, so the result for a cell can be kept until the cell changes. Never
 * throws; a text without personal data gives an empty list.
 */
export function findPersonalData(text: string, context: TextContext): Finding[] {
  if (text === '') return [];
  const folded = fold(text);
  const found: Spotted[] = [];
  // What is left when a number is masked may be another one, so it is looked at again.
  let rest = folded;
  for (let look = 0; look < mostLooks; look++) {
    const more = findOnce(rest, context);
    if (more.length === 0) break;
    found.push(...more);
    rest = withoutFound(rest, more);
  }
  if (found.length === 0) return [];
  const allowed = context.allowed ?? [];
  const addresses = webAddresses(folded);
  return separate(found)
    .filter((one) => !isAllowed(one, folded, allowed) && !isChanceIn(addresses, one))
    .map((one) => ({ ...one, text: text.slice(one.start, one.end), rule: ruleOfKind[one.kind] }));
}

function withoutFound(folded: string, found: readonly Spotted[]): string {
  let rest = '';
  let copied = 0;
  for (const { start, end } of found) {
    rest += folded.slice(copied, start) + takenMark.repeat(end - start);
    copied = end;
  }
  return rest + folded.slice(copied);
}
