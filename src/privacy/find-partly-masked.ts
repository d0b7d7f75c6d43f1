import { isDivision } from './division.ts';
import type { Spotted } from './find-numbers.ts';

/** Digits of which some are hidden, with a final X. Hidden digits are *, x or #. */
const partlyMasked = /(?<![0-9A-Za-z*#])[0-9*#xX]{11,19}(?![0-9A-Za-z*#])/g;
const shortestHint = /\d[*#xX]|[*#xX]\d/;

/** The same ends with fewer marks between them, as people type them: 230717****1234. */
function tellsEndsInShort(digits: string): boolean {
  return /^(?!62)\d{6}[*#xX]{2,9}\d{3}[\dxX]$/.test(digits) && isDivision(digits);
}

function hiddenCount(digits: string): number {
  let hidden = 0;
  for (const character of digits.slice(0, -1)) if (!/\d/.test(character)) hidden++;
  return /[\dX]$/i.test(digits) ? hidden : hidden + 1;
}

/**
 * ID numbers that hide too little: four digits or fewer, or all but the first six and last four. In
 * a village the area is known to all and the birthday to the neighbours, so those four complete it.
 */
export function findPartlyMasked(folded: string): Spotted[] {
  if (!shortestHint.test(folded)) return [];
  const results: Spotted[] = [];
  for (const match of folded.matchAll(partlyMasked)) {
    const digits = match[0];
    const start = match.index;
    const end = start + digits.length;
    const hidden = hiddenCount(digits);
    if (hidden === 0) continue;
    if (digits.length === 18) {
      const tellsEnds = /^\d{6}[*#xX]{8}\d{3}[\dxX]$/.test(digits);
      if (hidden <= 4 || tellsEnds) {
        const certainty = hidden <= 4 ? 'sure' : 'likely';
        results.push({ kind: 'partlyMaskedIdNumber', start, end, certainty, remedy: 'mask' });
      }
    } else if (tellsEndsInShort(digits)) {
      results.push({
        kind: 'partlyMaskedIdNumber',
        start,
        end,
        certainty: 'likely',
        remedy: 'mask',
      });
    } else if (digits.length === 11 && hidden < 4 && /^1[3-9]/.test(digits)) {
      results.push({ kind: 'mobile', start, end, certainty: 'likely', remedy: 'mask' });
    } else if (digits.length >= 16 && hidden < 4 && /^(?:62|60|81)/.test(digits)) {
      results.push({ kind: 'bankCard', start, end, certainty: 'likely', remedy: 'mask' });
    }
  }
  return results;
}
