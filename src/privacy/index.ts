/*
 * The privacy room finds what may not hang on a wall (numbers of documents, telephones, cards,
 * addresses, health, children) in any cell or text, says which rule forbids it, and masks it. It
 * also names what must not even leave the phone. It is pure and fast enough to run on each key.
 */
export { type ColumnConcern, type ColumnConcernCode, columnConcern } from './column-concern.ts';
export { isSocialCreditCode } from './credit-code.ts';
export { findPersonalData, mayHoldNumber } from './find-personal-data.ts';
export type { Certainty, Finding, FindingKind, Remedy, TextContext } from './finding.ts';
export { idNumberCheckDigit, isIdNumber } from './identity-number.ts';
export { type PlainJpeg, withoutMetadata } from './jpeg-metadata.ts';
export { passesLuhn } from './luhn.ts';
export { mask, maskText } from './mask.ts';
export { maskName } from './mask-name.ts';
export { type Rule, type RuleId, ruleOfKind, rules } from './rules.ts';
export {
  containsForbidden,
  mustNotLeavePhone,
  redactBeforeStorage,
  type StorableText,
  type StorageContext,
} from './storage-guard.ts';
export { isSameNumber } from './telephone.ts';
export { uprightJpeg } from './upright-jpeg.ts';
