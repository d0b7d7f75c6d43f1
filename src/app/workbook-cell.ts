import { neutralised } from '../spreadsheet/index.ts';

export interface WorkbookCell {
  readonly value: number | string;
  readonly type: NumberConstructor | StringConstructor;
  /** How a number is shown; absent where it is shown as it comes. */
  readonly format?: string;
}

/**
 * A text as a workbook's cell. Short plain numbers can be added up, and show the decimals they were
 * typed with; all else stays text, so that no group becomes a date and no cell a formula.
 */
export function workbookCell(text: string): WorkbookCell {
  const number = /^-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/.exec(text);
  if (!number) return { value: neutralised(text), type: String };
  const [, decimals] = number;
  return {
    value: Number(text),
    type: Number,
    ...(decimals ? { format: `0.${'0'.repeat(decimals.length)}` } : {}),
  };
}
