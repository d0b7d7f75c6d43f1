import type { DigitChain } from './digit-chains.ts';
import { isIdNumber, isIdNumber15 } from './identity-number.ts';
import {
  bankCardCertainty,
  isIdByChance,
  isLikelyIdNumber,
  isSerialNumber,
  type NumberClass,
  telephoneCertainty,
} from './number-class.ts';
import { meaningBefore, type NumberMeaning } from './number-labels.ts';
import { isLandline, mobileRange } from './telephone.ts';

/** Neighbouring runs that are read as one number. */
interface Window {
  readonly characters: string;
  readonly lengths: readonly number[];
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

const mostCharacters = 22;
/** Separators that only an ID number is read across. */
const idOnly = /[\n\t_,/]/;
const idGroupBounds = new Set([6, 10, 12, 14, 17]);
const mobileGroups = new Set(['3,4,4', '3,8', '7,4', '4,4,3', '3,3,5', '4,7']);
const landlineGroups = new Set(['3,8', '4,7', '4,8', '4,3,4', '3,4,4', '4,4,4', '4,4,3']);

function lengthOfRun(chain: DigitChain, run: number): number {
  const from = chain.runs[run];
  if (from === undefined) return 0;
  return (chain.runs[run + 1] ?? chain.characters.length) - from;
}

function* windows(chain: DigitChain, taken: ReadonlySet<number>): Generator<Window> {
  for (let first = 0; first < chain.runs.length; first++) {
    const from = chain.runs[first] ?? 0;
    const lengths: number[] = [];
    for (let last = first; last < chain.runs.length && !taken.has(last); last++) {
      lengths.push(lengthOfRun(chain, last));
      const to = from + lengths.reduce((sum, length) => sum + length, 0);
      if (to - from > mostCharacters) break;
      if (last === first) continue;
      yield {
        characters: chain.characters.slice(from, to),
        lengths: [...lengths],
        first,
        last,
        from,
        to,
      };
    }
  }
}

function hasIdGroups(lengths: readonly number[]): boolean {
  let bound = 0;
  return lengths.slice(0, -1).every((length) => {
    bound += length;
    return idGroupBounds.has(bound);
  });
}

function hasCardGroups(lengths: readonly number[]): boolean {
  const rest = lengths.slice(0, -1);
  const last = lengths.at(-1) ?? 0;
  return (
    (rest.every((length) => length === 4) && last <= 4) ||
    (lengths.length === 2 && lengths[0] === 6) ||
    (lengths[0] === 6 && rest.slice(1).every((length) => length === 4))
  );
}

/**
 * Whether the window stands by itself: a row of numbers with the same spacing is a row of amounts,
 * not a telephone among them.
 */
function standsAlone(chain: DigitChain, { first, last }: Window): boolean {
  const before = chain.separators[first] ?? '';
  const after = chain.separators[last + 1] ?? '';
  const isForeign = (separator: string, run: number): boolean => {
    if (separator === '' || idOnly.test(separator)) return true;
    if (!/^\s+$/.test(separator)) return chain.characters.startsWith('86') && run === 0;
    const length = lengthOfRun(chain, run);
    return length < 3 || length > 4;
  };
  return isForeign(before, first - 1) && isForeign(after, last + 1);
}

function isExtension(chain: DigitChain, { last }: Window): boolean {
  return chain.separators[last + 1] === '-' && lengthOfRun(chain, last + 1) <= 5;
}

function classifyWindow(
  chain: DigitChain,
  window: Window,
  meaning: () => NumberMeaning | undefined,
): NumberClass | undefined {
  const { characters, lengths, from, to } = window;
  const found = (kind: NumberClass['kind'], certainty: NumberClass['certainty']): NumberClass => ({
    kind,
    from,
    to,
    certainty,
  });

  if (characters.length === 18 && hasIdGroups(lengths) && isLikelyIdNumber(characters, meaning())) {
    return found('idNumber', 'likely');
  }
  if (isIdNumber15(characters) && meaning() === 'identity') return found('idNumber15', 'sure');
  const groups = lengths.join(',');
  const inner = chain.separators.slice(window.first + 1, window.last + 1);
  if (inner.some((separator) => idOnly.test(separator))) return undefined;
  const hasDots = inner.includes('.');
  if (hasDots && groups !== '3,4,4') return undefined;
  if (characters.length === 11 && mobileGroups.has(groups) && standsAlone(chain, window)) {
    const range = mobileRange(characters);
    if (range !== undefined && meaning() !== 'code') {
      const isSure = range === 'assigned' || meaning() === 'telephone';
      return found('mobile', isSure ? 'sure' : 'likely');
    }
  }
  if (
    landlineGroups.has(groups) &&
    isLandline(characters) &&
    (standsAlone(chain, window) || isExtension(chain, window)) &&
    meaning() !== 'code'
  ) {
    return found('landline', telephoneCertainty(meaning()));
  }
  if (
    characters.length >= 16 &&
    characters.length <= 19 &&
    hasCardGroups(lengths) &&
    standsAlone(chain, window) &&
    meaning() !== 'code' &&
    meaning() !== 'publicFund'
  ) {
    const certainty = bankCardCertainty(characters, meaning());
    if (certainty === 'sure' || (certainty === 'likely' && characters.startsWith('62'))) {
      return found('bankCard', certainty);
    }
  }
  if (meaning() === 'account' && characters.length >= 15 && standsAlone(chain, window)) {
    return found('account', 'sure');
  }
  return undefined;
}

/** ID numbers whose check character is right however they are grouped; the runs they take. */
export function groupedIdNumbers(
  folded: string,
  chain: DigitChain,
  touched: ReadonlySet<number>,
  column: NumberMeaning | undefined,
): { readonly numbers: NumberClass[]; readonly taken: Set<number> } {
  const numbers: NumberClass[] = [];
  const taken = new Set(touched);
  for (const { characters, first, last, from, to } of windows(chain, taken)) {
    if (taken.has(first) || !isIdNumber(characters)) continue;
    const meaning = meaningBefore(folded, chain.positions[from] ?? 0) ?? column;
    if (isIdByChance(characters, meaning)) continue;
    const isSerial = /[-,/]/.test(chain.separators[first + 1] ?? '') && isSerialNumber(characters);
    if (isSerial && meaning !== 'identity') continue;
    numbers.push({ kind: 'idNumber', from, to, certainty: 'sure' });
    for (let run = first; run <= last; run++) taken.add(run);
  }
  return { numbers, taken };
}

/** Numbers written in groups: the longest window wins, runs already taken stay out. */
export function groupedNumber(
  folded: string,
  chain: DigitChain,
  taken: ReadonlySet<number>,
  column: NumberMeaning | undefined,
): NumberClass[] {
  const results: NumberClass[] = [];
  let best: NumberClass | undefined;
  let known: { readonly from: number; readonly meaning: NumberMeaning | undefined } | undefined;
  for (const window of windows(chain, taken)) {
    if (window.from < (results.at(-1)?.to ?? 0)) continue;
    if (best !== undefined && window.from >= best.to) {
      results.push(best);
      best = undefined;
    }
    const meaning = (): NumberMeaning | undefined => {
      if (known?.from !== window.from) {
        const start = chain.positions[window.from] ?? 0;
        known = { from: window.from, meaning: meaningBefore(folded, start) ?? column };
      }
      return known.meaning;
    };
    const found = classifyWindow(chain, window, meaning);
    if (found === undefined) continue;
    if (best === undefined || isStronger(found, best)) best = found;
  }
  if (best !== undefined) results.push(best);
  return results;
}

function isStronger(one: NumberClass, other: NumberClass): boolean {
  if (one.certainty !== other.certainty) return one.certainty === 'sure';
  return one.to - one.from > other.to - other.from;
}
