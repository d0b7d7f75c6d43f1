import type { RuleId } from './rules.ts';

/** What a finding is. The words that a person reads for each kind stand in src/locales. */
export type FindingKind =
  | 'idNumber' // 18 characters: area, birth date, order, check character
  | 'idNumber15' // the old form without check digit
  | 'incompleteIdNumber' // 16 or 17 digits that begin like an ID number
  | 'partlyMaskedIdNumber' // so little is hidden that a neighbour can fill it in
  | 'disabilityCertificate' // an ID number followed by kind and degree of disability
  | 'travelDocument' // passport and permits, only where a label says so
  | 'mobile'
  | 'landline'
  | 'bankCard'
  | 'account'
  | 'email'
  | 'plateNumber'
  | 'houseAddress' // anything more exact than the village group
  | 'birthDate'
  | 'health'
  | 'minor';

/** `sure`: shape and check agree, or a label says so. `likely`: looks like it, a person decides. */
export type Certainty = 'sure' | 'likely';

/**
 * `mask`: may not hang on a wall. `confirm`: stands where offices and leaders are named; it stays
 * once a person has said that it belongs there, and is then passed as `allowed`.
 */
export type Remedy = 'mask' | 'confirm';

/** One place in a text. `start` and `end` are UTF-16 offsets into the text as it was given. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  /** The text between `start` and `end`, as it stands. */
  readonly text: string;
  readonly certainty: Certainty;
  readonly remedy: Remedy;
  /** Why it may not be shown; the citation stands in `rules.ts`. */
  readonly rule: RuleId;
}

/** Where a text stands, since the same digits mean different things in different places. */
export interface TextContext {
  /** `cell` of a table, running `text`, or the `contact` block of offices and leaders. */
  readonly where: 'cell' | 'text' | 'contact';
  /** The heading over the cell or the label beside the field. */
  readonly columnLabel?: string;
  /** Telephone numbers and e-mail addresses of offices and leaders that a person has confirmed. */
  readonly allowed?: readonly string[];
}
