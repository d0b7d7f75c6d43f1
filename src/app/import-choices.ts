import type { ImportedRow, ImportPlan } from '../spreadsheet/index.ts';

/** What a person decided about single rows of a file, by their numbers in it. */
export interface ImportChoices {
  readonly mended: ReadonlyMap<number, Readonly<Record<string, string>>>;
  readonly skipped: ReadonlySet<number>;
  /** Rows that were left out and are taken all the same. */
  readonly taken: ReadonlySet<number>;
}

export const NO_CHOICES: ImportChoices = {
  mended: new Map(),
  skipped: new Set(),
  taken: new Set(),
};

/** The rows that will be taken in, as the file orders them, with what was mended. */
export function chosenRows(plan: ImportPlan, choices: ImportChoices): readonly ImportedRow[] {
  const back = plan.leftOut
    .filter(({ rowNumber }) => choices.taken.has(rowNumber))
    .map(({ asRow }) => asRow);
  return [...plan.rows, ...back]
    .filter(({ rowNumber }) => !choices.skipped.has(rowNumber))
    .toSorted((a, b) => a.rowNumber - b.rowNumber)
    .map((row) => ({ ...row, cells: { ...row.cells, ...choices.mended.get(row.rowNumber) } }));
}

export function withMended(
  choices: ImportChoices,
  row: number,
  column: string,
  value: string,
): ImportChoices {
  const mended = new Map(choices.mended);
  mended.set(row, { ...mended.get(row), [column]: value });
  return { ...choices, mended };
}

/** The set with the number turned in or out. */
export function toggled(set: ReadonlySet<number>, number: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(number)) next.add(number);
  return next;
}

/** The set with all the numbers in, or out. */
export function withAll(
  set: ReadonlySet<number>,
  numbers: readonly number[],
  isIn: boolean,
): ReadonlySet<number> {
  const others = [...set].filter((one) => !numbers.includes(one));
  return new Set(isIn ? [...others, ...numbers] : others);
}
