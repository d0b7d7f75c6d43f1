import type { Table } from '../catalogue/templates/index.ts';
import { contextOfColumn, LIMITS, type NoticeContent, withRowsAppended } from '../notice/index.ts';
import { redactBeforeStorage } from '../privacy/index.ts';
import { readValue } from '../spreadsheet/index.ts';

/** Where a block of cells is pasted. */
export interface BlockPlace {
  readonly table: Table;
  /** The ids of the rows from the one that the block begins at, as they stand on the screen. */
  readonly rows: readonly string[];
  /** The first column that is written, counted from 0. */
  readonly column: number;
  /** The numbers that the notice shows anyway. */
  readonly shown: readonly string[];
}

type Block = readonly (readonly string[])[];

/**
 * The content with a block of copied cells written over it from one cell on: texts as their columns
 * read them, ID numbers masked. Where rows lack they are added at the end, under the ids given.
 */
export function withBlock(
  content: NoticeContent,
  { table, rows, column, shown }: BlockPlace,
  block: Block,
  newIds: readonly string[],
): NoticeContent {
  const valuesOf = (line: readonly string[]): [column: string, value: string][] =>
    line.flatMap((text, offset) => {
      const under = table.columns[column + offset];
      if (!under) return [];
      const { value } = readValue(under, text);
      return [[under.id, redactBeforeStorage(value, contextOfColumn(under, shown)).text]];
    });
  const texts = new Map(rows.slice(0, block.length).map((id, offset) => [id, block[offset] ?? []]));
  const over = (content.tables[table.id] ?? []).map((row) => {
    const here = texts.get(row.id);
    return here ? { ...row, cells: { ...row.cells, ...Object.fromEntries(valuesOf(here)) } } : row;
  });
  const written = { ...content, tables: { ...content.tables, [table.id]: over } };
  const added = block.slice(rows.length).flatMap((line, index) => {
    const id = newIds[index];
    return id === undefined ? [] : [{ id, cells: Object.fromEntries(valuesOf(line)) }];
  });
  return added.length === 0 ? written : withRowsAppended(written, table.id, added);
}

/** In how many cells of a block a number is masked as it is pasted. */
export function maskedIn({ table, column, shown }: BlockPlace, block: Block): number {
  const isMasked = (text: string, offset: number) => {
    const under = table.columns[column + offset];
    if (!under) return false;
    const { value } = readValue(under, text);
    return redactBeforeStorage(value, contextOfColumn(under, shown)).redacted.length > 0;
  };
  return block.reduce((sum, line) => sum + line.filter(isMasked).length, 0);
}

/** How many rows a block adds below `rows`; undefined where a list may not have so many. */
export function rowsAdded(
  { rows }: Pick<BlockPlace, 'rows'>,
  block: Block,
  existing: number,
): number | undefined {
  const added = Math.max(0, block.length - rows.length);
  return existing + added > LIMITS.rowsPerTable ? undefined : added;
}
