import { type Difference, isSerial } from './differences.ts';

/** What was struck and what was put in its place, with what stands around both. */
export interface Passage {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly trail: string;
}

/** The passages in which a difference shows. */
export function passagesOf(difference: Difference): Passage[] {
  return difference.kind === 'row' ? rowPassages(difference) : [textPassage(difference)];
}

/** So many characters stand around a change within a longer text. */
const CONTEXT = 8;

/** Of two texts the part that differs, numbers whole, with a few characters around it. */
function textPassage({ before = '', after = '' }: Extract<Difference, { kind: 'text' }>): Passage {
  const [old, current] = [[...before], [...after]];
  const shorter = Math.min(old.length, current.length);
  let head = 0;
  while (head < shorter && old[head] === current[head]) head += 1;
  while (head > 0 && isNumeric(old[head - 1])) head -= 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === current.at(-1 - tail)) tail += 1;
  while (tail > 0 && isNumeric(old.at(-tail))) tail -= 1;
  const lead = old.slice(0, head);
  const trail = tail > 0 ? old.slice(-tail) : [];
  return {
    lead: (lead.length > CONTEXT ? '…' : '') + lead.slice(-CONTEXT).join(''),
    before: old.slice(head, old.length - tail).join(''),
    after: current.slice(head, current.length - tail).join(''),
    trail: trail.slice(0, CONTEXT).join('') + (trail.length > CONTEXT ? '…' : ''),
  };
}

function isNumeric(letter = ''): boolean {
  return /[\d.]/.test(letter);
}

type RowDifference = Extract<Difference, { kind: 'row' }>;

/** Of a changed row the cells that differ, each by itself; an added or removed row whole. */
function rowPassages({ table: { columns }, before, after }: RowDifference): Passage[] {
  const isText = (_cell: string, index: number) => !isSerial(columns[index], index);
  if (!before || !after) {
    const whole = (row: readonly string[] = []) => row.filter(isText).filter(Boolean).join(' ');
    return [{ lead: '', before: whole(before), after: whole(after), trail: '' }];
  }
  return columns.flatMap(({ label }, index) => {
    if (isSerial(columns[index], index) || before[index] === after[index]) return [];
    return [
      { lead: `${label} `, before: before[index] ?? '', after: after[index] ?? '', trail: '' },
    ];
  });
}
