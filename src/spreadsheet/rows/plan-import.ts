import type { Column, Table } from '../../catalogue/templates/index.ts';
import { isReadable, writeDay } from '../../notice/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import type { ColumnMatch, HeaderMatch } from '../columns/match-header.ts';
import { plainHeading } from '../columns/meanings.ts';
import { amountWithUnit, converted, unitConversion } from '../columns/unit-conversion.ts';
import { CELL_LIMIT, type Sheet } from '../files/table-file.ts';
import { groupInLine } from './group-name.ts';
import { type ReadValue, readValue } from './read-value.ts';
import { isNote, isTotalRow } from './rows-apart.ts';

/** Why a row does not fit as it is, by the notice's columns that the file has; it can be mended, or taken as it stands and mended later. */
export interface RowDoubt {
  readonly column: string;
  readonly reason: 'required' | 'unreadable' | 'masked' | 'cut';
}

/** A row of the file as a row of the notice. */
export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly doubts: readonly RowDoubt[];
}

export type LeftOutReason =
  | 'above'
  | 'header'
  | 'total'
  | 'note'
  | 'group' // names the group of the rows below it, which take it
  | 'member' // the same household once more, for another of its members
  | 'hidden' // not to be seen in the workbook either
  | 'nothing';

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
 * must not leave the phone are masked in it already; the row carries a doubt that says so. Where
 * rows name no group, the line above them that does counts, or the sheet's own name.
 */
export function planImport(
  rows: readonly (readonly string[])[],
  match: HeaderMatch,
  table: Table,
  { name = '', hiddenRows = [] }: Partial<Pick<Sheet, 'name' | 'hiddenRows'>> = {},
): ImportPlan {
  const filled = match.columns.flatMap((found) => {
    const column = table.columns.find(({ id }) => id === found.target);
    return column ? [{ found, column }] : [];
  });
  const groupColumn = table.columns.find(({ type }) => type === 'group');
  const hidden = new Set(hiddenRows);
  const taken: ImportedRow[] = [];
  const leftOut: LeftOutRow[] = [];
  let group = groupInLine(name);
  let before: readonly string[] = [];
  for (const [index, texts] of rows.entries()) {
    if (texts.every((text) => text.trim() === '')) continue;
    const reason = reasonToLeaveOut(texts, index, match, filled, groupColumn, before);
    if (reason === 'group') group = groupInLine(onlyText(texts) ?? '');
    const asRow = withGroup(rowOf(texts, index + 1, filled), groupColumn, group);
    if (reason === undefined && !hidden.has(index)) taken.push(asRow);
    else {
      leftOut.push({
        rowNumber: index + 1,
        reason: reason ?? 'hidden',
        texts: shown(texts, match),
        asRow,
      });
    }
    if (reason === undefined) before = texts;
  }
  return { rows: withGroupsFromAbove(taken, filled), leftOut };
}

/** The row in the group that a line above it named, unless it names its own. */
function withGroup(
  row: ImportedRow,
  column: Column | undefined,
  group: string | undefined,
): ImportedRow {
  if (!column || group === undefined || row.cells[column.id] !== undefined) return row;
  return {
    ...row,
    cells: { ...row.cells, [column.id]: readValue(column, group).value },
    doubts: row.doubts.filter((doubt) => doubt.column !== column.id),
  };
}

/**
 * Lists that name each group once, at its first household, as merged cells look in a CSV file: the
 * rows below it take it. Only where the list never says it twice, and then for most rows.
 */
function withGroupsFromAbove(
  rows: readonly ImportedRow[],
  filled: readonly Filled[],
): readonly ImportedRow[] {
  const column = filled.find(({ column: { type } }) => type === 'group')?.column;
  if (!column) return rows;
  const named = rows.flatMap(({ cells }) => cells[column.id] ?? []);
  const isOnceEach = new Set(named).size === named.length && named.length * 2 <= rows.length;
  if (!isOnceEach || rows[0]?.cells[column.id] === undefined) return rows;
  let group: string | undefined;
  return rows.map((row) => {
    group = row.cells[column.id] ?? group;
    return withGroup(row, column, group);
  });
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
    const { value: kept, isReadable } = cellValue(stored.text, found, column);
    if (kept !== '') cells[column.id] = kept;
    else if (column.required) doubts.push({ column: column.id, reason: 'required' });
    if (raw.length >= CELL_LIMIT) doubts.push({ column: column.id, reason: 'cut' });
    if (!isReadable) doubts.push({ column: column.id, reason: 'unreadable' });
  }
  return { rowNumber, cells, doubts };
}

/** What spreadsheets show where a formula went wrong. */
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;

/** A cell as the notice keeps it; an amount in the column's unit, whichever it is written in. */
function cellValue(raw: string, found: ColumnMatch, column: Column): ReadValue {
  // an export puts an apostrophe before what a spreadsheet would take for a formula
  const text = raw.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
  if (FORMULA_ERROR.test(text.trim())) return { value: text.trim(), isReadable: false };
  // a day of a workbook as documents write it; a column of days keeps its own form
  if (column.type === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return { value: writeDay(text), isReadable: true };
  }
  // what old encodings leave of a rare character
  if (column.type === 'name' && /[?？□\ufffd]/.test(text)) {
    return { ...readValue(column, text), isReadable: false };
  }
  const own = column.type === 'amount' ? amountWithUnit(text) : undefined;
  const conversion = unitConversion(own?.unit ?? found.unit, column);
  const read = readValue(column, own && conversion ? own.number : text);
  if (!conversion || !read.isReadable) return read;
  const value = converted(read.value, conversion);
  // parts of a fen may come to more decimals than an amount has
  return { value, isReadable: isReadable(column.type, value) };
}

function reasonToLeaveOut(
  texts: readonly string[],
  index: number,
  match: HeaderMatch,
  filled: readonly Filled[],
  groupColumn: Column | undefined,
  before: readonly string[],
): LeftOutReason | undefined {
  const { headerRow, firstRow, columns } = match;
  if (headerRow !== undefined && index >= headerRow && index < firstRow) return 'header';
  if (index < firstRow) return 'above';
  if (isHeaderAgain(texts, match)) return 'header';
  const only = onlyText(texts);
  if (groupColumn && only !== undefined && groupInLine(only) !== undefined) return 'group';
  const unnumbered = texts.map((text, at) =>
    columns[at]?.isSerialNumber && /\d/.test(text) ? '' : text,
  );
  const name = filled.find(({ column }) => column.type === 'name');
  if (isTotalRow(unnumbered) || (name && isTotalRow([texts[name.found.index] ?? ''])))
    return 'total';
  const own = filled.map(({ found }) => texts[found.index]?.trim() ?? '');
  if (own.every((text) => text === '')) return 'nothing';
  if (isNote(texts)) return 'note';
  return isMemberBelow(texts, before, match, filled) ? 'member' : undefined;
}

/** The text of a row that has one only. */
function onlyText(texts: readonly string[]): string | undefined {
  const filled = texts.filter((text) => text.trim() !== '');
  return filled.length === 1 ? filled[0] : undefined;
}

/**
 * Lists of family members repeat or merge the household beside each of them: the same number and
 * the same words in all that the notice takes, and another member.
 */
function isMemberBelow(
  texts: readonly string[],
  before: readonly string[],
  { columns }: HeaderMatch,
  filled: readonly Filled[],
): boolean {
  const isSame = ({ index }: ColumnMatch) =>
    (texts[index] ?? '').trim() === (before[index] ?? '').trim();
  const serial = columns.find(({ isSerialNumber }) => isSerialNumber);
  const tells = columns.some(({ concern }) => concern?.code === 'familyMembers');
  return (
    (serial ? isSame(serial) && (texts[serial.index] ?? '').trim() !== '' : tells) &&
    filled.some(({ column }) => column.type === 'name') &&
    filled.every(({ found }) => isSame(found)) &&
    !columns.every(isSame)
  );
}

/** Printed lists repeat their header on each sheet. */
function isHeaderAgain(texts: readonly string[], { headerRow, columns }: HeaderMatch): boolean {
  if (headerRow === undefined) return false;
  const headed = columns.filter(({ heading }) => heading);
  return (
    headed.length >= 2 &&
    headed.every(({ heading, index }) => plainHeading(texts[index] ?? '') === plainHeading(heading))
  );
}

function shown(texts: readonly string[], { columns }: HeaderMatch): string[] {
  return texts.map((text, index) => {
    const columnLabel = columns[index]?.heading ?? '';
    return redactBeforeStorage(text, { where: 'cell', columnLabel }).text;
  });
}
