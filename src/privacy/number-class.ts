import { isSocialCreditCode } from './credit-code.ts';
import type { DigitChain } from './digit-chains.ts';
import type { Certainty, FindingKind } from './finding.ts';
import {
  beginsLikeIdNumber,
  birthYearOf,
  isDisabilityCertificate,
  isIdNumber,
  isIdNumber15,
} from './identity-number.ts';
import { passesLuhn } from './luhn.ts';
import { isAmount, type NumberMeaning } from './number-labels.ts';
import { isLandline, mobileRange } from './telephone.ts';

/** A number recognised in a chain: the characters from `from` up to `to`. */
export interface NumberClass {
  readonly kind: FindingKind;
  readonly from: number;
  readonly to: number;
  readonly certainty: Certainty;
}

/** One unbroken run of digits and what its surroundings say. */
export interface RunInContext {
  readonly folded: string;
  readonly chain: DigitChain;
  readonly run: number;
  readonly from: number;
  readonly to: number;
  readonly meaning: NumberMeaning | undefined;
  /** Whether it is what a mask left visible of a longer number. */
  readonly touchesMask: boolean;
}

/** What became of a run: the numbers in it, and whether it is known to be something harmless. */
export interface RunClass {
  readonly numbers: readonly NumberClass[];
  readonly explained: boolean;
}

const nothing: RunClass = { numbers: [], explained: false };
const harmless: RunClass = { numbers: [], explained: true };

/**
 * Codes of funds and projects are often area + date + serial number, which looks like the ID
 * number of a child. From this year on such a number needs a right check character or a label.
 */
const firstYearOfSerialNumbers = 2013;
/** Where a label says 'code', even a right check character is chance for those born since then. */
const firstYearOfLabelledCodes = 2000;

const unionPayPrefix = /^(?:62|60|81)/;
/** Issuers outside UnionPay, and domestic ones from before it: ICBC 9558, ABC 95599 and 103. */
const otherIssuer = /^(?:(?:35|4\d|5[1-5])\d{14}|9558\d{12}(?:\d{3})?|(?:95599|103\d{2})\d{14})$/;
const timestamp =
  /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d/;
/** Letters that introduce a number, or the X at the end of the ID number before it. */
const wordsBeforeNumbers = /^(?:id|no|tel|card|mobile|mob|phone|vx|wx|wechat|qq|x)$/i;

/** Whether the date in a number is so late that it dates a paper rather than a birth. */
export function isSerialNumber(characters: string): boolean {
  return birthYearOf(characters) >= firstYearOfSerialNumbers;
}

/** Area and the day of a paper, with whatever numbers follow: a code of funds or projects. */
function isDatedCode(digits: string): boolean {
  return beginsLikeIdNumber(digits) && isSerialNumber(digits);
}

/** Whether 18 characters with a plausible birth date but a wrong check character are suspicious. */
export function isLikelyIdNumber(characters: string, meaning: NumberMeaning | undefined): boolean {
  if (!beginsLikeIdNumber(characters)) return false;
  if (meaning === 'identity') return true;
  const firstYear = meaning === 'code' ? firstYearOfLabelledCodes : firstYearOfSerialNumbers;
  return birthYearOf(characters) < firstYear;
}

/** Whether the label makes a number with a right check character something else than an ID. */
export function isIdByChance(characters: string, meaning: NumberMeaning | undefined): boolean {
  return (
    meaning === 'code' &&
    (birthYearOf(characters) >= firstYearOfLabelledCodes || isSocialCreditCode(characters))
  );
}

/** How sure digits are a bank card's; undefined if they are none. */
export function bankCardCertainty(
  digits: string,
  meaning: NumberMeaning | undefined,
): Certainty | undefined {
  if (!/^\d{16,19}$/.test(digits)) return undefined;
  const luhn = passesLuhn(digits);
  if (unionPayPrefix.test(digits)) {
    // An ID number from Gansu (62) is being typed as long as it has no 18 characters.
    const mayBeIdNumber = digits.length < 18 && beginsLikeIdNumber(digits);
    if (mayBeIdNumber && (!luhn || meaning === 'identity')) return undefined;
    return luhn || meaning === 'account' ? 'sure' : 'likely';
  }
  if (!luhn || !otherIssuer.test(digits)) return undefined;
  return meaning === 'account' ? 'sure' : 'likely';
}

function lettersBefore({ folded, chain, from }: RunInContext): string {
  const start = chain.positions[from] ?? 0;
  return /[A-Za-z]+$/.exec(folded.slice(Math.max(0, start - 12), start))?.[0] ?? '';
}

function touchesLetters(context: RunInContext): boolean {
  const before = lettersBefore(context);
  return (before !== '' && !wordsBeforeNumbers.test(before)) || isFollowedByLetter(context);
}

function isFollowedByLetter({ folded, chain, to }: RunInContext): boolean {
  const end = (chain.positions[to - 1] ?? 0) + 1;
  return /^[A-Za-z]/.test(folded.slice(end, end + 1));
}

/** Whether letters make a run of a telephone's length a piece of some code. */
function isInsideCode(context: RunInContext): boolean {
  const before = lettersBefore(context);
  return isFollowedByLetter(context) || (before.length > 1 && !wordsBeforeNumbers.test(before));
}

function isHyphenatedCode({ folded, chain, from }: RunInContext): boolean {
  const start = chain.positions[from] ?? 0;
  return /[A-Za-z][-_/#]$/.test(folded.slice(Math.max(0, start - 2), start));
}

/** Whether a run stands behind a decimal point; a short number may count lines instead. */
function decimalsBehind({ chain, run, from }: RunInContext): 'no' | 'perhaps' | 'yes' {
  if (chain.separators[run] !== '.') return 'no';
  return from - (chain.runs[run - 1] ?? 0) <= 2 ? 'perhaps' : 'yes';
}

function followsAreaCode({ chain, run, from }: RunInContext): boolean {
  if (run === 0) return false;
  const before = chain.characters.slice(chain.runs[run - 1], from);
  return /^0\d{2,3}$/.test(before);
}

function isFollowedByDecimals({ chain, run }: RunInContext): boolean {
  const next = chain.runs[run + 1];
  if (next === undefined || chain.separators[run + 1] !== '.') return false;
  return (chain.runs[run + 2] ?? chain.characters.length) - next <= 2;
}

function isAmountRun({ folded, chain, from, to }: RunInContext): boolean {
  const start = chain.positions[from] ?? 0;
  return isAmount(folded, start, (chain.positions[to - 1] ?? 0) + 1);
}

function one(kind: FindingKind, from: number, to: number, certainty: Certainty): RunClass {
  return { numbers: [{ kind, from, to, certainty }], explained: false };
}

function idNumberIn(context: RunInContext, characters: string): RunClass | undefined {
  const { from, to, meaning } = context;
  if (characters.length !== 18) return undefined;
  if (isIdNumber(characters)) {
    return isIdByChance(characters, meaning) ? harmless : one('idNumber', from, to, 'sure');
  }
  if (isSocialCreditCode(characters)) return harmless;
  if (!isLikelyIdNumber(characters, meaning) || isAmountRun(context)) return undefined;
  if (touchesLetters(context) && meaning !== 'identity') return harmless;
  return one('idNumber', from, to, 'likely');
}

/** Disability certificates, and ID numbers that are glued to a telephone or card. */
function idNumberInside(context: RunInContext, characters: string): RunClass | undefined {
  const { from, to } = context;
  if (characters.length <= 18) return undefined;
  const isCode = isDatedCode(characters) && context.meaning !== 'identity';
  if (isDisabilityCertificate(characters) && !isCode)
    return one('disabilityCertificate', from, to, 'sure');
  if (context.meaning === 'code' || bankCardCertainty(characters, context.meaning) === 'sure') {
    return undefined;
  }
  for (let shift = 0; shift + 18 <= characters.length; shift++) {
    const within = characters.slice(shift, shift + 18);
    if (!isIdNumber(within)) continue;
    // behind a code's area and day a right check character is chance, but for a telephone glued on
    if (isCode && mobileRange(characters.slice(shift + 18)) === undefined) continue;
    const middle = from + shift;
    const rest = [
      ...classifyRun({ ...context, to: middle, meaning: undefined }).numbers,
      ...classifyRun({ ...context, from: middle + 18, meaning: undefined }).numbers,
    ];
    const found: NumberClass = {
      kind: 'idNumber',
      from: middle,
      to: middle + 18,
      certainty: 'sure',
    };
    return { numbers: [found, ...rest], explained: false };
  }
  return undefined;
}

function telephoneIn(context: RunInContext, digits: string): RunClass | undefined {
  const { from, to, meaning } = context;
  const prefix = /^(?:0|86|0086)(?=1[3-9]\d{9}$)/.exec(digits)?.[0].length ?? 0;
  const range = mobileRange(digits.slice(prefix));
  const decimals = decimalsBehind(context);
  if (range !== undefined) {
    if (meaning === 'code' || isAmountRun(context) || decimals === 'yes') return harmless;
    if (meaning === 'amount' && isFollowedByDecimals(context)) return harmless;
    if (isInsideCode(context)) return harmless;
    const isPlain =
      range === 'assigned' &&
      meaning !== 'amount' &&
      !touchesLetters(context) &&
      decimals === 'no' &&
      !isFollowedByDecimals(context) &&
      !isHyphenatedCode(context);
    return one('mobile', from + prefix, to, isPlain || meaning === 'telephone' ? 'sure' : 'likely');
  }
  if (meaning === 'code' || decimals !== 'no' || touchesLetters(context)) return undefined;
  if (isLandline(digits)) return one('landline', from, to, telephoneCertainty(meaning));
  if (meaning === 'telephone' && !followsAreaCode(context) && /^[2-8]\d{6,7}$/.test(digits)) {
    return one('landline', from, to, 'sure');
  }
  return undefined;
}

/** A landline is sure only where a label says telephone, since short digit groups look alike. */
export function telephoneCertainty(meaning: NumberMeaning | undefined): Certainty {
  return meaning === 'telephone' ? 'sure' : 'likely';
}

function longNumberIn(context: RunInContext, digits: string): RunClass {
  const { from, to, meaning } = context;
  const decimals = decimalsBehind(context);
  const isListedCard = unionPayPrefix.test(digits) && passesLuhn(digits);
  const isDecimals = decimals === 'yes' || (decimals === 'perhaps' && !isListedCard);
  const isHarmless =
    meaning === 'code' ||
    meaning === 'publicFund' ||
    isDecimals ||
    isAmountRun(context) ||
    (meaning === undefined && isDatedCode(digits) && !isListedCard) ||
    timestamp.test(digits);
  const card = bankCardCertainty(digits, meaning);
  if (isHarmless && !(card !== undefined && unionPayPrefix.test(digits) && meaning === 'account')) {
    return harmless;
  }
  if ((touchesLetters(context) || isHyphenatedCode(context)) && meaning === undefined) {
    return harmless;
  }
  if (card !== undefined) return one('bankCard', from, to, card);
  if (meaning === 'account') return one('account', from, to, 'sure');
  if (digits.length === 15 && isIdNumber15(digits)) {
    return one('idNumber15', from, to, meaning === 'identity' ? 'sure' : 'likely');
  }
  if (digits.length < 18 && (meaning === 'identity' || beginsLikeIdNumber(digits))) {
    return one('incompleteIdNumber', from, to, 'likely');
  }
  return one('account', from, to, 'likely');
}

/** What one unbroken run of at least seven digits is, in its surroundings. */
export function classifyRun(context: RunInContext): RunClass {
  const characters = context.chain.characters.slice(context.from, context.to);
  const { from, to, meaning } = context;
  const identity = idNumberIn(context, characters) ?? idNumberInside(context, characters);
  if (identity !== undefined) return identity;
  if (context.touchesMask) return harmless;
  const telephone = telephoneIn(context, characters);
  if (telephone !== undefined) return telephone;
  if (characters.length >= 15) return longNumberIn(context, characters);
  if (meaning === 'account' && characters.length >= 8) return one('account', from, to, 'sure');
  if (meaning === 'identity' && characters.length === 14) {
    return one('incompleteIdNumber', from, to, 'likely');
  }
  return nothing;
}
