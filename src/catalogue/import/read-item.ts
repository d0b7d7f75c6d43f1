import type { CatalogueItem, TimeLimit } from '../catalogue-schema.ts';
import type { CellLedger, NotUnderstoodReason } from './cell-ledger.ts';
import { cellText, comparable, isFormula } from './cell-text.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import { elementLines } from './element-lines.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Header } from './header.ts';
import { cellAt, type ItemRows } from './item-rows.ts';
import { readBases } from './read-bases.ts';
import { type PrintedChannel, readChannels } from './read-channels.ts';
import { readElement } from './read-element.ts';
import { readSubjects } from './read-subjects.ts';
import { readTick } from './read-tick.ts';
import { readTimeLimit } from './read-time-limit.ts';

/** An item as read, before channels and levels are told for the whole table. */
export interface ReadItem extends Omit<CatalogueItem, 'id' | 'channels' | 'levels' | 'field'> {
  readonly field: string | undefined;
  readonly channels: readonly PrintedChannel[];
  /** The labels of the levels that are ticked or named. */
  readonly levels: readonly string[];
}

interface Place {
  readonly grid: Grid;
  readonly header: Header;
  readonly ledger: CellLedger;
  readonly item: ItemRows;
  readonly above: ReadItem | undefined;
}

/** Reads the cells of one item; `above` is the item before it, `position` its place from 1. */
export function readItem(
  grid: Grid,
  header: Header,
  ledger: CellLedger,
  item: ItemRows,
  above: ReadItem | undefined,
  position: number,
): ReadItem {
  const place: Place = { grid, header, ledger, item, above };
  const bases = list(place, 'bases', readBases, { values: above?.bases, text: above?.basesText });
  const subjects = list(place, 'subjects', readSubjects, {
    values: above?.subjects,
    text: above?.subjectsText,
  });
  const elements = list(place, 'elements', (text) => elementLines(text).map(readElement), {
    values: above?.elements,
    text: undefined,
  });
  return {
    number: numberOf(place, position),
    field: optionalWords(place, 'field'),
    ...mattersOf(place),
    elements: elements.values,
    bases: bases.values,
    basesText: bases.text,
    timeLimit: timeLimitOf(place),
    subjects: subjects.values,
    subjectsText: subjects.text,
    channels: channelsOf(place),
    audience: pairOf(place, 'audience', AUDIENCE, ['wholeSociety', 'specificGroups']),
    manner: pairOf(place, 'manner', MANNER, ['proactive', 'onRequest']),
    levels: levelsOf(place),
  };
}

/** The different cells with words in the item's rows; a formula counts as no words. */
function cellsOf({ grid, header, ledger, item }: Place, meaning: ColumnMeaning): GridCell[] {
  const cells = item.rows.map((row) => cellAt(grid, header, row, meaning));
  const different = [...new Set(cells.filter((cell) => cell !== undefined))];
  return different.filter((cell) => {
    if (isFormula(cell.text)) ledger.list(cell, 'formula');
    return cellText(cell.text) !== '' && !isFormula(cell.text);
  });
}

function hasColumn({ header }: Place, meaning: ColumnMeaning): boolean {
  return header.columns.some((column) => column.meaning === meaning);
}

/** Tells of a cell without words, or where it would be if the row is too short. */
function listEmpty(place: Place, meaning: ColumnMeaning, reason: NotUnderstoodReason): void {
  const { grid, header, ledger, item } = place;
  const column = header.columns.find((each) => each.meaning === meaning)?.column ?? 0;
  const missing = { text: '', row: item.firstRow, column };
  const cell = grid.rows[item.firstRow]?.[column] ?? missing;
  if (!isFormula(cell.text)) ledger.list(cell, reason);
}

/** The one cell that counts; further ones in the item's other rows are told. */
function onlyCell(place: Place, meaning: ColumnMeaning): GridCell | undefined {
  const [first, ...others] = cellsOf(place, meaning);
  for (const other of others) {
    if (first && comparable(other.text) === comparable(first.text)) place.ledger.take(other);
    else place.ledger.list(other, 'second-value');
  }
  return first;
}

function optionalWords(place: Place, meaning: ColumnMeaning): string | undefined {
  const cell = onlyCell(place, meaning);
  if (cell) place.ledger.take(cell);
  return cell && cellText(cell.text).replace(/\n/gu, '');
}

function numberOf(place: Place, position: number): string {
  const number = optionalWords(place, 'number');
  if (number !== undefined) return number;
  if (hasColumn(place, 'number')) listEmpty(place, 'number', 'missing-number');
  return String(position);
}

/** An empty first level is the one above; an empty second level is told and named by the first. */
function mattersOf(place: Place): { level1: string; level2: string } {
  const single = optionalWords(place, 'matter');
  if (single !== undefined || hasColumn(place, 'matter')) {
    if (single === undefined) listEmpty(place, 'matter', 'missing-matter');
    return { level1: '', level2: single ?? '' };
  }
  const own = optionalWords(place, 'level1');
  const level1 = own ?? place.above?.level1 ?? '';
  const level2 = optionalWords(place, 'level2');
  if (level2 === undefined && hasColumn(place, 'level2'))
    listEmpty(place, 'level2', 'missing-matter');
  return { level1, level2: level2 ?? level1 };
}

function isDitto(text: string): boolean {
  return /^(?:同上|〃)$/u.test(comparable(text));
}

/** A column that lists: cells of all the item's rows together; 同上 is the item above. */
function list<Value>(
  place: Place,
  meaning: ColumnMeaning,
  read: (text: string) => Value[],
  above: { values: Value[] | undefined; text: string | undefined },
): { values: Value[]; text: string } {
  const cells = cellsOf(place, meaning);
  if (cells.length === 0 && hasColumn(place, meaning)) listEmpty(place, meaning, 'empty-cell');
  const values: Value[] = [];
  const texts: string[] = [];
  for (const cell of cells) {
    place.ledger.take(cell);
    if (isDitto(cell.text)) {
      if (!above.values) place.ledger.list(cell, 'nothing-above');
      values.push(...(above.values ?? []));
      texts.push(above.text ?? '');
    } else {
      values.push(...read(cellText(cell.text)));
      texts.push(cellText(cell.text));
    }
  }
  return { values, text: texts.join('\n') };
}

function timeLimitOf(place: Place): TimeLimit {
  const cell = onlyCell(place, 'timeLimit');
  if (!cell) {
    if (hasColumn(place, 'timeLimit')) listEmpty(place, 'timeLimit', 'empty-cell');
    return { text: '', rule: { kind: 'text' } };
  }
  // a time limit is one sentence; its line breaks only fit it into a narrow column
  const words = cellText(cell.text).replace(/\s*\n\s*/gu, '');
  const { timeLimit, remainder } = readTimeLimit(words);
  place.ledger.take(cell);
  if (timeLimit.rule.kind === 'sameAsAbove' && !place.above) {
    place.ledger.list(cell, 'nothing-above');
    return { text: words, rule: { kind: 'text' } };
  }
  if (timeLimit.rule.kind === 'text') place.ledger.list(cell, 'time-limit-as-text');
  else if (remainder !== '') place.ledger.list(cell, 'time-limit-remainder', remainder);
  return timeLimit;
}

function channelsOf(place: Place): readonly PrintedChannel[] {
  const cell = onlyCell(place, 'channels');
  if (!cell) {
    if (hasColumn(place, 'channels')) listEmpty(place, 'channels', 'empty-cell');
    return [];
  }
  place.ledger.take(cell);
  if (isDitto(cell.text)) {
    if (!place.above) place.ledger.list(cell, 'nothing-above');
    return place.above?.channels ?? [];
  }
  const { channels, unreadable } = readChannels(cell.text);
  if (unreadable.length > 0) place.ledger.list(cell, 'unreadable-box', unreadable.join('\n'));
  return channels;
}

const AUDIENCE = [
  /^(?:面向)?(?:全社会|社会公众|社会)$/u,
  /^特定(?:群众|群体|对象|人群)$/u,
] as const;
const MANNER = [/^主动(?:公开)?$/u, /^依申请(?:公开)?$/u] as const;

/** Two columns with ticks, or one column that names one or both. */
function pairOf<First extends ColumnMeaning, Second extends ColumnMeaning>(
  place: Place,
  together: ColumnMeaning,
  [isFirst, isSecond]: readonly [RegExp, RegExp],
  [first, second]: readonly [First, Second],
): Record<First | Second, boolean> {
  const words = wordsOf(place, together, (word) => isFirst.test(word) || isSecond.test(word));
  const isNamed = (pattern: RegExp) => words.some((word) => pattern.test(word));
  // both keys are given: a computed key widens to string, so the record is told by its type
  return {
    [first]: isTicked(place, first) || isNamed(isFirst),
    [second]: isTicked(place, second) || isNamed(isSecond),
  } as Record<First | Second, boolean>;
}

function isTicked(place: Place, meaning: ColumnMeaning): boolean {
  const cell = onlyCell(place, meaning);
  if (!cell) return false;
  place.ledger.take(cell);
  const tick = readTick(cell.text);
  if (!tick) place.ledger.list(cell, 'unreadable-tick');
  else if (tick.rest !== '') place.ledger.list(cell, 'unreadable-words', tick.rest);
  return tick?.ticked ?? false;
}

/** The words of a cell that names what others tick; words that are not known are told. */
function wordsOf(
  place: Place,
  meaning: ColumnMeaning,
  isKnown: (word: string) => boolean,
): string[] {
  const cell = onlyCell(place, meaning);
  if (!cell) return [];
  place.ledger.take(cell);
  const words = comparable(cellText(cell.text).replace(/\n/gu, '、')).split(/[、，；/]/u);
  const unknown = words.filter((word) => word !== '' && !isKnown(word));
  if (unknown.length > 0) place.ledger.list(cell, 'unreadable-words', unknown.join('、'));
  return words.filter(isKnown);
}

function levelsOf(place: Place): string[] {
  const ticked = place.header.columns.flatMap(({ meaning }) =>
    meaning?.startsWith('level:') && isTicked(place, meaning)
      ? [meaning.slice('level:'.length)]
      : [],
  );
  return [...ticked, ...wordsOf(place, 'levels', (word) => word.endsWith('级'))];
}
