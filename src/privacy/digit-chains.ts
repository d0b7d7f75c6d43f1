import { invisibleMark } from './fold.ts';
import { isIdNumber } from './identity-number.ts';

/**
 * Digits that may be one number: runs joined by short separators. `characters` holds
 * only the digits (and a final X); `positions[i]` is where the i-th stands in the text.
 */
export interface DigitChain {
  readonly characters: string;
  readonly positions: readonly number[];
  /** Index in `characters` at which each run begins. */
  readonly runs: readonly number[];
  /** What stands before each run: '' before the first. */
  readonly separators: readonly string[];
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** What may stand inside a number; those from the line's end on only inside an ID number. */
const separators = ' -.\n\t_,/';

/** Length of the separator at a place: one of them, perhaps with a space or line's end after it. */
function separatorLength(folded: string, index: number): number {
  const first = folded.charAt(index);
  if (first === '\r') return folded.charAt(index + 1) === '\n' ? 2 : 0;
  if (first === '' || !separators.includes(first)) return 0;
  const second = folded.charAt(index + 1);
  return second === ' ' || (first === ' ' && second === '-') ? 2 : 1;
}

/** All chains of digits in a folded text, from left to right. */
export function digitChains(folded: string): DigitChain[] {
  const chains: DigitChain[] = [];
  let index = 0;
  while (index < folded.length) {
    if (!isDigit(folded.charCodeAt(index))) {
      index++;
      continue;
    }
    let characters = '';
    const positions: number[] = [];
    const runs: number[] = [0];
    const separators: string[] = [''];
    while (index < folded.length) {
      const code = folded.charCodeAt(index);
      if (isDigit(code)) {
        characters += folded.charAt(index);
        positions.push(index++);
        continue;
      }
      if (folded.charAt(index) === invisibleMark) {
        index++;
        continue;
      }
      const length = separatorLength(folded, index);
      const next = folded.charCodeAt(index + length);
      const isX = (next === 88 || next === 120) && characters.length >= 17;
      const follower = folded.charCodeAt(index + length + 1);
      const isRightX = isX && isIdNumber(`${characters.slice(-17)}X`);
      if (isRightX || (isX && !isAlphanumeric(follower))) {
        if (length > 0) {
          runs.push(characters.length);
          separators.push(folded.slice(index, index + length));
        }
        characters += 'X';
        positions.push(index + length);
        index += length + 1;
        // Another number may be glued to the X; anything else ends the chain.
        if (isRightX && isDigit(follower)) continue;
        break;
      }
      if (length === 0 || !isDigit(next)) break;
      runs.push(characters.length);
      separators.push(folded.slice(index, index + length));
      index += length;
    }
    chains.push({ characters, positions, runs, separators });
  }
  return chains;
}
