import { findPersonalData, mayHoldNumber } from './find-personal-data.ts';
import type { Finding, TextContext } from './finding.ts';
import { mask, maskText } from './mask.ts';

/** Where a text stands, and where a person is writing in it. */
export interface StorageContext extends TextContext {
  /**
   * UTF-16 offset of the caret while a person types. A telephone or card that ends there may still
   * grow into another number and is left until the caret is elsewhere; an ID number of 18
   * characters is complete and goes at once. Leave it out for all that is sent, pasted or imported.
   */
  readonly caret?: number;
}

/** A text as it may be stored, and what was masked in it. */
export interface StorableText {
  readonly text: string;
  readonly redacted: readonly Finding[];
}

/**
 * Whether a finding is masked before it is stored or sent: ID numbers of 18 characters (also
 * mistyped or badly masked ones), villagers' telephones and bank cards, and accounts that a label
 * calls so. What only looks like one of them is shown to a person instead. Each of these has digits
 * enough for `mayHoldNumber`.
 */
export function mustNotLeavePhone(finding: Finding): boolean {
  if (finding.remedy === 'confirm') return false;
  switch (finding.kind) {
    case 'idNumber':
    case 'partlyMaskedIdNumber':
    case 'disabilityCertificate':
    case 'bankCard':
      return true;
    case 'idNumber15':
    case 'mobile':
    case 'landline':
    case 'account':
    case 'travelDocument':
      return finding.certainty === 'sure';
    case 'incompleteIdNumber':
    case 'email':
    case 'plateNumber':
    case 'houseAddress':
    case 'birthDate':
    case 'health':
    case 'minor':
      return false;
  }
}

function isComplete(finding: Finding): boolean {
  return finding.kind === 'idNumber' || finding.kind === 'disabilityCertificate';
}

/** Where an offset in a masked text lay before; inside a mask it is where the finding began. */
function offsetBefore(masked: readonly Finding[], offset: number): number {
  let shift = 0;
  for (const finding of masked) {
    const start = finding.start + shift;
    if (offset <= start) break;
    const length = mask(finding).length;
    if (offset < start + length) return finding.start;
    shift += length - (finding.end - finding.start);
  }
  return offset - shift;
}

/** Rounds needed in practice: one, and one to see that nothing is left. */
const mostRounds = 8;

/**
 * The text as it may reach the store, the outbox or the server. Numbers that must not leave the
 * phone are masked, all else stays unit for unit; doing it again changes nothing. `redacted` holds
 * the findings with their places in the text as given.
 */
export function redactBeforeStorage(text: string, context: StorageContext): StorableText {
  if (!mayHoldNumber(text)) return { text, redacted: [] };
  const redacted: Finding[] = [];
  const rounds: (readonly Finding[])[] = [];
  const placeInText = (offset: number): number =>
    rounds.reduceRight((place, masked) => offsetBefore(masked, place), offset);
  let stored = text;
  // Masking one number may make another plain that was doubtful beside it.
  while (rounds.length < mostRounds) {
    const masked = findPersonalData(stored, context).filter(
      (finding) =>
        mustNotLeavePhone(finding) &&
        (isComplete(finding) || placeInText(finding.end) !== context.caret),
    );
    if (masked.length === 0) break;
    for (const finding of masked) {
      const start = placeInText(finding.start);
      const end = placeInText(finding.end);
      redacted.push({ ...finding, start, end, text: text.slice(start, end) });
    }
    stored = maskText(stored, masked);
    rounds.push(masked);
  }
  return { text: stored, redacted: redacted.sort((a, b) => a.start - b.start) };
}

/**
 * Whether a text holds a number that should have been masked on the phone; the server refuses it.
 * Give the same context as the device had, since labels and places decide on look-alikes.
 */
export function containsForbidden(text: string, context: TextContext = { where: 'text' }): boolean {
  return mayHoldNumber(text) && findPersonalData(text, context).some(mustNotLeavePhone);
}
