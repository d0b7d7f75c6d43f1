import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';
import { asksForDocument, isOfficeColumn, speaksOfContact } from './number-labels.ts';

/** Parts are bounded as RFC 5321 bounds them, so that no text makes the search slow. */
const email =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?@ ?(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/g;
const governmentHost = /\.gov\.cn$/i;

/** E-mail addresses. Those of government hosts belong to offices and pass. */
export function findEmails(folded: string, context: TextContext): Spotted[] {
  if (!folded.includes('@')) return [];
  const results: Spotted[] = [];
  for (const match of folded.matchAll(email)) {
    if (governmentHost.test(match[0])) continue;
    const start = match.index;
    const isContact =
      context.where === 'contact' ||
      isOfficeColumn(context.columnLabel) ||
      (context.where === 'text' && speaksOfContact(folded, start));
    results.push({
      kind: 'email',
      start,
      end: start + match[0].length,
      certainty: isContact ? 'likely' : 'sure',
      remedy: isContact ? 'confirm' : 'mask',
    });
  }
  return results;
}

/** GA 36-2018: province, office letter, five characters (six for new energy, or a last word). */
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][. -]?(?:[A-Za-z0-9]{4}[挂学警港澳]|[DFdf][A-Za-z0-9]\d{4}|\d{5}[DFdf]|[A-Za-z0-9]{5})(?![A-Za-z0-9])/g;

/** The letters I and O are left out of plates. */
const neverIssued = /[IOio]/;

/** Plate numbers: at least three of the characters are digits, as the offices issue them. */
export function findPlates(folded: string): Spotted[] {
  const results: Spotted[] = [];
  for (const match of folded.matchAll(plate)) {
    if (match[0].replace(/\D/g, '').length < 3 || neverIssued.test(match[0])) continue;
    const start = match.index;
    const end = start + match[0].length;
    results.push({ kind: 'plateNumber', start, end, certainty: 'likely', remedy: 'mask' });
  }
  return results;
}

const travelDocument = /(?<![A-Za-z0-9])(?:[A-Z]{1,2}\d{7,8}|[A-Z]\d{10})(?![A-Za-z0-9])/gi;

/** Passports and permits, which look like any code: only where a label or heading asks for one. */
export function findTravelDocuments(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  for (const match of folded.matchAll(travelDocument)) {
    const start = match.index;
    const isAsked =
      /证件|护照|通行证|社保卡/.test(context.columnLabel ?? '') || asksForDocument(folded, start);
    if (!isAsked) continue;
    const end = start + match[0].length;
    results.push({ kind: 'travelDocument', start, end, certainty: 'sure', remedy: 'mask' });
  }
  return results;
}

const bracketedLandline = /\(0\d{2,3}\)[ -]?[2-8]\d{2,3}[ -]?\d{4}(?!\d)/g;

/** Landlines with the area code in brackets, which breaks the chain of digits. */
export function findBracketedLandlines(
  folded: string,
  isOfficeNumber: (start: number) => boolean,
): Spotted[] {
  if (!folded.includes('(0')) return [];
  const results: Spotted[] = [];
  for (const match of folded.matchAll(bracketedLandline)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isOfficeNumber(start)) continue;
    results.push({ kind: 'landline', start, end, certainty: 'likely', remedy: 'mask' });
  }
  return results;
}
