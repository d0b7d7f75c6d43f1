import type { Column, Table } from '../../catalogue/templates/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import type { ColumnMatch, HeaderMatch } from '../columns/match-header.ts';
import { converted, unitConversion } from '../columns/unit-conversion.ts';
import { readValue } from './read-value.ts';

/** Why a row does not fit as it is, by the notice's columns that the file has; it can be mended, or taken as it stands and mended later. */
export interface RowDoubt {
  readonly column: string;
  readonly reason: 'required' | 'unreadable' | 'masked';
}

/** A row of the file as a row of the notice. */
export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly doubts: readonly RowDoubt[];
}

export type LeftOutReason = 'above' | 'header' | 'total' | 'note' | 'nothing';

/** A row with texts that was not taken for a household, and why. */
export interface LeftOutRow {
  readonly rowNumber: number;
  readonly reason: LeftOutReason;
  /** Its texts, for a person to look at; what must not be stored is masked. */
  readonly texts: readonly string[];
  /** The same row as it would be taken in. */
  readonly asRow: ImportedRow;
}

/** What an import will do. `rows` and `leftOut` together hold every row with a text. */
export interface ImportPlan {
  readonly rows: readonly ImportedRow[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * What each row of a sheet becomes under a match of columns, in the order of the file. Numbers that
 * must not leave the phone are masked in it already; the row carries a doubt that says so.
 */
export function planImport(
  rows: readonly (readonly string[])[],
  match: HeaderMatch,
  table: Table,
): ImportPlan {
  const filled = match.columns.flatMap((found) => {
    const column = table.columns.find(({ id }) => id === found.target);
    return column ? [{ found, column }] : [];
  });
  const taken: ImportedRow[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const [index, texts] of rows.entries()) {
    if (texts.every((text) => text.trim() === '')) continue;
    const asRow = rowOf(texts, index + 1, filled);
    const reason = reasonToLeaveOut(texts, index, match, filled);
    if (reason === undefined) taken.push(asRow);
    else leftOut.push({ rowNumber: index + 1, reason, texts: shown(texts, match), asRow });
  }
  return { rows: taken, leftOut };
}

interface Filled {
  readonly found: ColumnMatch;
  readonly column: Column;
}

function rowOf(
  texts: readonly string[],
  rowNumber: number,
  filled: readonly Filled[],
): ImportedRow {
  const cells: Record<string, string> = {};
  const doubts: RowDoubt[] = [];
  for (const { found, column } of filled) {
    const raw = texts[found.index] ?? '';
    const columnLabel = found.heading || column.label;
    const clean = redactBeforeStorage(raw, { where: 'cell', columnLabel });
    const stored = redactBeforeStorage(clean.text, { where: 'cell', columnLabel: column.label });
    if (clean.redacted.length + stored.redacted.length > 0) {
      doubts.push({ column: column.id, reason: 'masked' });
    }
    const conversion = unitConversion(found.heading, column);
    const { value, isReadable } = readValue(column, stored.text);
    const kept = conversion && isReadable ? converted(value, conversion) : value;
    if (kept !== '') cells[column.id] = kept;
    else if (column.required) doubts.push({ column: column.id, reason: 'required' });
    if (!isReadable) doubts.push({ column: column.id, reason: 'unreadable' });
  }
  return { rowNumber, cells, doubts };
}

function reasonToLeaveOut(
  texts: readonly string[],
  index: number,
  match: HeaderMatch,
  filled: readonly Filled[],
): LeftOutReason | undefined {
  if (index === match.headerRow || isHeaderAgain(texts, match)) return 'header';
  if (index < match.firstRow) return 'above';
  const own = filled.map(({ found }) => texts[found.index]?.trim() ?? '');
  if (isTotalRow(texts)) return 'total';
  if (own.every((text) => text === '')) return 'nothing';
  return isNote(texts) ? 'note' : undefined;
}

/** Printed lists repeat their header on each sheet. */
function isHeaderAgain(texts: readonly string[], { headerRow, columns }: HeaderMatch): boolean {
  if (headerRow === undefined) return false;
  const same = columns.filter(({ heading, index }) => heading && texts[index]?.trim() === heading);
  return same.length >= 2 && same.length === columns.filter(({ heading }) => heading).length;
}

/** A row that sums up those above it: its first text says 合计 or the like. */
export function isTotalRow(texts: readonly string[]): boolean {
  const first = texts.find((text) => text.trim() !== '')?.replace(/\s/g, '') ?? '';
  return /^(?:总计|合计|共计|小计|本页合计|累计|总合计|汇总)(?:[:：（(].*)?$/.test(first);
}

/** One text alone in the row that is too long for a name: a remark, who made the list and when. */
function isNote(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  const [only = ''] = filled;
  if (/^\s*(?:注|备注|说明|填表人|制表人|审核人|负责人|填报|制表|经办人)\s*[:：]/.test(only))
    return true;
  return filled.length === 1 && only.trim().length > 12;
}

function shown(texts: readonly string[], { columns }: HeaderMatch): string[] {
  return texts.map((text, index) => {
    const columnLabel = columns[index]?.heading ?? '';
    return redactBeforeStorage(text, { where: 'cell', columnLabel }).text;
  });
}
