import { type DigitChain, digitChains } from './digit-chains.ts';
import type { Certainty, FindingKind, Remedy, TextContext } from './finding.ts';
import { groupedIdNumbers, groupedNumber } from './grouped-number.ts';
import { classifyRun, type NumberClass } from './number-class.ts';
import {
  isOfficeColumn,
  meaningBefore,
  meaningOfColumn,
  speaksOfContact,
  speaksOfOffice,
} from './number-labels.ts';

/** A finding before its text and rule are filled in. */
export interface Spotted {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly remedy: Remedy;
}

function spotted(
  folded: string,
  context: TextContext,
  chain: DigitChain,
  found: NumberClass,
): Spotted | undefined {
  const start = chain.positions[found.from] ?? 0;
  const end = (chain.positions[found.to - 1] ?? 0) + 1;
  const { kind, certainty } = found;
  if (kind !== 'mobile' && kind !== 'landline') {
    return { kind, start, end, certainty, remedy: 'mask' };
  }
  const officeColumn = isOfficeColumn(context.columnLabel);
  if (kind === 'landline') {
    const isOffice =
      context.where === 'contact' ||
      officeColumn ||
      (context.where === 'text' && speaksOfOffice(folded, start));
    return isOffice ? undefined : { kind, start, end, certainty, remedy: 'mask' };
  }
  const isContact =
    context.where === 'contact' ||
    officeColumn ||
    (context.where === 'text' && speaksOfContact(folded, start));
  return isContact
    ? { kind, start, end, certainty: 'likely', remedy: 'confirm' }
    : { kind, start, end, certainty, remedy: 'mask' };
}

/** Stands for each character of a finding in the search for what is left. */
export const takenMark = '\ufffc';
const masked = new RegExp(`^\\*\\*$|${takenMark}`);

/** The runs that a mask left visible of longer numbers; they join no others. */
function runsTouchingMasks(folded: string, chain: DigitChain): Set<number> {
  const touched = new Set<number>();
  if (!folded.includes('**') && !folded.includes(takenMark)) return touched;
  chain.runs.forEach((from, run) => {
    const to = chain.runs[run + 1] ?? chain.characters.length;
    const start = chain.positions[from] ?? 0;
    const end = (chain.positions[to - 1] ?? 0) + 1;
    const before = folded.slice(Math.max(0, start - 2), start);
    const isTouched = masked.test(before) || masked.test(folded.slice(end, end + 2));
    if (isTouched) touched.add(run);
  });
  return touched;
}

/** All numbers of persons in a folded text: documents, telephones, cards and accounts. */
export function findNumbers(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  for (const chain of digitChains(folded)) {
    if (chain.characters.length < 7) continue;
    const accept = (found: NumberClass): void => {
      const result = spotted(folded, context, chain, found);
      if (result !== undefined) results.push(result);
    };
    const column = meaningOfColumn(context.columnLabel);
    const touched = runsTouchingMasks(folded, chain);
    const { numbers: idNumbers, taken } = groupedIdNumbers(folded, chain, touched, column);
    for (const found of idNumbers) accept(found);
    for (let run = 0; run < chain.runs.length; run++) {
      const from = chain.runs[run] ?? 0;
      const to = chain.runs[run + 1] ?? chain.characters.length;
      const touchesMask = touched.has(run);
      if (to - from < 7 || (taken.has(run) && !touchesMask)) continue;
      const meaning = meaningBefore(folded, chain.positions[from] ?? 0) ?? column;
      const { numbers, explained } = classifyRun({
        folded,
        chain,
        run,
        from,
        to,
        meaning,
        touchesMask,
      });
      if (numbers.length > 0 || explained) taken.add(run);
      for (const found of numbers) accept(found);
    }
    if (chain.runs.length > 1) {
      for (const found of groupedNumber(folded, chain, taken, column)) accept(found);
    }
  }
  return results;
}
