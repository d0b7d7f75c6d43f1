import { findAddresses } from './find-address.ts';
import { findBirthDates, findMinors } from './find-births.ts';
import { findHealth } from './find-health.ts';
import { findNumbers, type Spotted } from './find-numbers.ts';
import { findPartlyMasked } from './find-partly-masked.ts';
import {
  findBracketedLandlines,
  findEmails,
  findPlates,
  findTravelDocuments,
} from './find-written.ts';
import type { Finding, TextContext } from './finding.ts';
import { fold } from './fold.ts';
import { isOfficeColumn, speaksOfOffice } from './number-labels.ts';
import { ruleOfKind } from './rules.ts';
import { bareNumber } from './telephone.ts';

const digit = /\d/;
const webAddress = /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff,]+/gi;
/** Kinds whose digits an address of the web may hold by chance. */
const chanceInWebAddress = new Set(['mobile', 'landline', 'bankCard', 'account', 'idNumber15']);

function isInWebAddress(found: Spotted, folded: string): boolean {
  if (!chanceInWebAddress.has(found.kind)) return false;
  for (const match of folded.matchAll(webAddress)) {
    if (found.start >= match.index && found.end <= match.index + match[0].length) return true;
  }
  return false;
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

/**
 * Finds what may not hang on a wall in one cell or piece of text: from left to right, never
 * overlapping, with offsets into `text` as given (full-width forms, spaces and dashes included).
 * Reads only its arguments, so the result for a cell can be kept until the cell changes. Never
 * throws; a text without personal data gives an empty list.
 */
export function findPersonalData(text: string, context: TextContext): Finding[] {
  if (text === '') return [];
  const folded = fold(text);
  const found = [
    ...findEmails(folded, context),
    ...findHealth(folded, context),
    ...findMinors(folded, context),
    ...findBirthDates(folded, context),
    ...findAddresses(folded, context),
  ];
  if (digit.test(folded)) {
    const isOfficeNumber = (start: number): boolean =>
      context.where === 'contact' ||
      isOfficeColumn(context.columnLabel) ||
      (context.where === 'text' && speaksOfOffice(folded, start));
    found.push(
      ...findNumbers(folded, context),
      ...findPartlyMasked(folded),
      ...findPlates(folded),
      ...findTravelDocuments(folded, context),
      ...findBracketedLandlines(folded, isOfficeNumber),
    );
  }
  if (found.length === 0) return [];
  const allowed = context.allowed ?? [];
  return separate(found)
    .filter((one) => !isAllowed(one, folded, allowed) && !isInWebAddress(one, folded))
    .map((one) => ({ ...one, text: text.slice(one.start, one.end), rule: ruleOfKind[one.kind] }));
}
