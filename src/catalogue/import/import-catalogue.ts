import type { Catalogue } from '../catalogue-schema.ts';
import type { CatalogueDraft } from './catalogue-draft.ts';
import { type CellLedger, type NotUnderstood, openLedger } from './cell-ledger.ts';
import { cellText, comparable } from './cell-text.ts';
import { channelIdOf } from './channel-id.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { Grid, GridCell } from './grid.ts';
import { findHeader, type Header, type HeaderColumn, type NoHeader, ownCells } from './header.ts';
import { itemIdOf, uniqueIds } from './item-id.ts';
import { gatherItems, type ItemRows } from './item-rows.ts';
import { levelIdOf } from './level-id.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { stableId } from './stable-id.ts';
import { fieldOfTitle, isTitle } from './title-field.ts';

/** Why a table is no catalogue. */
export type NoCatalogue =
  | NoHeader
  | { readonly code: 'no-items' }
  /** Nearly every item names channels or levels of its own: another column was taken for them. */
  | { readonly code: 'too-many-channels' | 'too-many-levels'; readonly limit: number };

/** A county's 26 fields in one table name some 20 channels. Every item speaks of every channel. */
const CHANNEL_LIMIT = 100;
const LEVEL_LIMIT = 20;

/** What the importer made of the table, for a person to look over. */
export interface Understood {
  /** The number of cells with words that were wholly understood. */
  readonly cells: number;
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly columns: readonly HeaderColumn[];
  /** Columns of the national form that the table does not have. */
  readonly missing: readonly ColumnMeaning[];
  /** Each channel with all the ways the table prints it. */
  readonly channels: readonly { readonly id: string; readonly asPrinted: readonly string[] }[];
  /** Rows that repeat the header or name a part of the table. */
  readonly passedOver: readonly number[];
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly draft: CatalogueDraft;
      readonly understood: Understood;
      readonly notUnderstood: readonly NotUnderstood[];
    }
  | { readonly ok: false; readonly error: NoCatalogue };

export interface ImportChoices {
  /** What a person says that columns mean, by number from 0; 'passed-over' leaves a column out. */
  readonly columns?: Readonly<Record<number, ColumnMeaning | 'passed-over'>>;
}

/**
 * Reads a catalogue out of a table. Every cell with words is either understood or listed in
 * `notUnderstood` with its place and a reason; the draft then holds the cautious reading (not
 * ticked, no rule) until a person corrects the cell. A table without the headings of a catalogue,
 * without rows below them, or whose columns cannot be told apart is refused with a code.
 */
export function importCatalogue(grid: Grid, choices: ImportChoices = {}): ImportResult {
  const found = findHeader(grid);
  if (!found.ok) return found;
  const header = withChoices(found.header, choices);
  const ledger = openLedger(grid);
  const title = readAbove(grid, header, ledger);
  accountForHeader(grid, header, choices, ledger);
  const { items: gathered, passedOver } = gatherItems(grid, header, ledger);
  if (gathered.length === 0) return { ok: false, error: { code: 'no-items' } };

  const items: ReadItem[] = [];
  for (const rows of gathered) {
    items.push(readItem(grid, header, ledger, rows, items.at(-1), items.length + 1));
  }
  const field = fieldOfTitle(title) || onlyField(items);
  const channels = channelsIn(items);
  const levels = levelsIn(header, items);
  if (channels.length > CHANNEL_LIMIT) {
    return { ok: false, error: { code: 'too-many-channels', limit: CHANNEL_LIMIT } };
  }
  if (levels.length > LEVEL_LIMIT) {
    return { ok: false, error: { code: 'too-many-levels', limit: LEVEL_LIMIT } };
  }
  const draft = {
    title,
    field,
    channels: channels.map(({ id, asPrinted: [label = id] }) => ({ id, label })),
    levels,
    items: finished(items, gathered, field, channels, levels),
  };
  const { cells, notUnderstood } = ledger.close();
  const understood = {
    cells,
    headerRows: { first: header.firstRow, last: header.lastRow },
    columns: header.columns,
    missing: missingColumns(header),
    channels,
    passedOver,
  };
  return { ok: true, draft, understood, notUnderstood };
}

function withChoices(header: Header, { columns = {} }: ImportChoices): Header {
  const chosen = new Set(Object.values(columns));
  return {
    ...header,
    columns: header.columns.map((each) => {
      const choice = columns[each.column];
      if (choice === 'passed-over') return { ...each, meaning: undefined };
      if (choice) return { ...each, meaning: choice };
      return each.meaning && chosen.has(each.meaning) ? { ...each, meaning: undefined } : each;
    }),
  };
}

/** The title is the last line above the table that names a catalogue; other lines are listed. */
function readAbove(grid: Grid, header: Header, ledger: CellLedger): string {
  const lines: GridCell[] = [];
  for (let row = 0; row < header.firstRow; row += 1) lines.push(...ownCells(grid, row));
  const title = lines.findLast((cell) => isTitle(titleIn(cell)));
  for (const cell of lines) {
    if (cell === title) ledger.take(cell);
    else ledger.list(cell, 'above-the-table');
  }
  return title ? titleIn(title) : '';
}

function titleIn(cell: GridCell): string {
  return cellText(cell.text)
    .replace(/\s/gu, '')
    .replace(/^附件\d*[：:]?/u, '');
}

/** Headings are understood with their column; a column that means nothing is listed, cell by cell. */
function accountForHeader(
  grid: Grid,
  header: Header,
  { columns = {} }: ImportChoices,
  ledger: CellLedger,
): void {
  for (const [row, line] of grid.rows.entries()) {
    if (row < header.firstRow) continue;
    for (const [column, cell] of line.entries()) {
      const isHeading = row <= header.lastRow;
      const told = header.columns[column];
      const isSpread = isHeading && line.length !== header.columns.length;
      if (cell.text.trim() === '') continue;
      if (columns[column] === 'passed-over') ledger.take(cell);
      else if (isHeading && (told?.meaning || isSpread)) ledger.take(cell);
      else if (!told) ledger.list(cell, 'beyond-the-table');
      else if (!told.meaning && cell.column === column) ledger.list(cell, 'unknown-column');
    }
  }
}

interface TableChannel {
  readonly id: string;
  readonly asPrinted: string[];
}

function channelsIn(items: readonly ReadItem[]): TableChannel[] {
  const channels = new Map<string, TableChannel>();
  for (const { label } of items.flatMap((item) => item.channels)) {
    const id = channelIdOf(label);
    const channel = channels.get(id) ?? { id, asPrinted: [] };
    if (!channel.asPrinted.includes(label)) channel.asPrinted.push(label);
    channels.set(id, channel);
  }
  return [...channels.values()];
}

function levelsIn(header: Header, items: readonly ReadItem[]): Catalogue['levels'] {
  const columns = header.columns.flatMap(({ meaning }) =>
    meaning?.startsWith('level:') ? [meaning.slice('level:'.length)] : [],
  );
  const labels = new Set([...columns, ...items.flatMap((item) => item.levels)]);
  const used = new Set<string>();
  return [...labels].map((label) => {
    const id = levelIdOf(label);
    // 省级 beside 市级, or 县级 beside 区级: the second keeps a name of its own
    const own = used.has(id) ? stableId('level', comparable(label)) : id;
    used.add(own);
    return { id: own, label };
  });
}

function finished(
  items: readonly ReadItem[],
  gathered: readonly ItemRows[],
  tableField: string,
  channels: readonly TableChannel[],
  levels: Catalogue['levels'],
): Catalogue['items'] {
  const uniqueId = uniqueIds();
  return items.map(({ field, ...item }, index) => {
    const section = fieldOfTitle(gathered[index]?.section ?? '');
    const own = field ?? (section || undefined);
    const ticked = new Set(
      item.channels.filter((one) => one.ticked).map(({ label }) => channelIdOf(label)),
    );
    const id = uniqueId(itemIdOf(own ?? tableField, item.level1, item.level2));
    return {
      ...item,
      id,
      ...(own === undefined || own === tableField ? {} : { field: own }),
      channels: channels.map((channel) => ({
        channel: channel.id,
        ticked: ticked.has(channel.id),
      })),
      levels: levels.map((level) => ({
        level: level.id,
        ticked: item.levels.includes(level.label),
      })),
    };
  });
}

/** The field that a column 领域 names throughout, '' where there is none or several. */
function onlyField(items: readonly ReadItem[]): string {
  const fields = new Set(items.map((item) => item.field ?? ''));
  const [only = ''] = fields;
  return fields.size === 1 ? only : '';
}

function missingColumns(header: Header): ColumnMeaning[] {
  const has = (meaning: ColumnMeaning) => header.columns.some((each) => each.meaning === meaning);
  const single = ['number', 'elements', 'bases', 'timeLimit', 'subjects', 'channels'] as const;
  const missing: ColumnMeaning[] = single.filter((meaning) => !has(meaning));
  if (!has('audience') && !has('wholeSociety')) missing.push('audience');
  if (!has('manner') && !has('proactive')) missing.push('manner');
  const hasLevel = header.columns.some(({ meaning }) => meaning?.startsWith('level:'));
  if (!has('levels') && !hasLevel) missing.push('levels');
  return missing;
}
