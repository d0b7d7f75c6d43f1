import { findPersonalData } from './find-personal-data.ts';
import type { Finding, TextContext } from './finding.ts';
import { maskText } from './mask.ts';

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
 * calls so. What only looks like one of them is shown to a person instead.
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

/**
 * The text as it may reach the store, the outbox or the server. Numbers that must not leave the
 * phone are masked, all else stays unit for unit; doing it again changes nothing.
 */
export function redactBeforeStorage(text: string, context: StorageContext): StorableText {
  const redacted = findPersonalData(text, context).filter(
    (finding) =>
      mustNotLeavePhone(finding) && (finding.end !== context.caret || isComplete(finding)),
  );
  return { text: redacted.length === 0 ? text : maskText(text, redacted), redacted };
}

/**
 * Whether a text holds a number that should have been masked on the phone; the server refuses it.
 * Give the same context as the device had, since labels and places decide on look-alikes.
 */
export function containsForbidden(text: string, context: TextContext = { where: 'text' }): boolean {
  return findPersonalData(text, context).some(mustNotLeavePhone);
}
