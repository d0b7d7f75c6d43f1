import { parseDelimited } from '../../catalogue/import/delimited-text.ts';
import { isSerialNumber } from '../columns/meanings.ts';
import { htmlTables, isHtml } from './html-tables.ts';
import { CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, type Sheet, Unreadable } from './table-file.ts';

/** 5,000 rows of 30 cells come to about 1 MB. */
const TEXT_LIMIT = 8_000_000;

/**
 * The tables in a text: HTML as web pages copy it and as old systems write it into .xls files, or
 * cells between tabs, commas, semicolons or, in a list out of a chat, spaces.
 *
 * @throws Unreadable with the problem to tell.
 */
export function readText(text: string): Sheet[] {
  if (text.length > TEXT_LIMIT) throw new Unreadable('too-large');
  const body = text.replace(/^\uFEFF/u, '');
  if (isHtml(body)) return htmlTables(body);
  const mark = delimiterOf(body);
  const rows = mark === undefined ? looseRows(body) : delimitedRows(body, mark);
  return blocks(withNumbersApart(rows)).map(({ name, rows: block }) => ({
    name,
    rows: bounded(block),
  }));
}

function delimitedRows(body: string, mark: string): readonly (readonly string[])[] {
  const parsed = parseDelimited(body, mark, ROW_LIMIT);
  if (parsed.ok) return parsed.rows;
  if (parsed.code === 'too-many-rows') throw new Unreadable('too-many-rows');
  // a quotation mark that never ends is one that somebody typed
  return linesOf(body).map((line) => line.split(mark));
}

function linesOf(body: string): string[] {
  const lines = body.split(/\r\n|[\r\n]/);
  if (lines.length > ROW_LIMIT) throw new Unreadable('too-many-rows');
  return lines;
}

/** The comma in 5,000. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/**
 * A separator stands in most lines; amounts hold commas too, so a tab goes before all others, and
 * a comma before thousands counts for none where another mark will do.
 */
function delimiterOf(text: string): string | undefined {
  const head = text.slice(0, 4_000).replace(THOUSANDS, '');
  const lines = head.split(/[\r\n]+/).filter(Boolean);
  const isIn = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  if (isIn('\t') * 2 > lines.length) return '\t';
  const [most] = [',', ';', '，', '；', '|']
    .map((mark) => ({ mark, lines: isIn(mark), times: head.split(mark).length }))
    .toSorted((a, b) => b.lines - a.lines || b.times - a.times);
  return most && most.lines * 2 >= lines.length ? most.mark : undefined;
}

/** Lists as people type them into a chat: cells between spaces, where numbers stand in most lines. */
function looseRows(body: string): string[][] {
  const lines = linesOf(body);
  const parts = lines.map((line) => line.trim().split(/[\s、，]+/));
  const written = parts.filter(([first]) => first !== '');
  const isTable =
    written.filter((cells) => cells.length > 1 && /\d/.test(cells.slice(1).join())).length * 2 >=
    written.length;
  return isTable ? parts : lines.map((line) => [line]);
}

/** `1. 张三`, `2、李四`: the numbers of a list in a column of their own. */
function withNumbersApart(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const numbered = /^\s*[(（]?(\d{1,4})(?:[)）.．、]\s*|\s+)(?=\p{Script=Han})/u;
  const written = rows.filter(([first = '']) => first.trim() !== '');
  const count = written.filter(([first = '']) => numbered.test(first)).length;
  if (count === 0 || count * 2 < written.length) return rows;
  return rows.map(([first = '', ...rest]) => [
    numbered.exec(first)?.[1] ?? '',
    first.replace(numbered, ''),
    ...rest,
  ]);
}

/** Several lists in one text, as this room writes them: a blank line, a name, and a header. */
function blocks(rows: readonly (readonly string[])[]): { name: string; rows: string[][] }[] {
  const filled = (row: readonly string[] = []) => row.filter((text) => text.trim() !== '').length;
  const starts = rows.flatMap((row, at) => {
    const isAfterBlank = at === 0 || filled(rows[at - 1]) === 0;
    const next = rows[at + 1] ?? [];
    return isAfterBlank && filled(row) === 1 && isSerialNumber(next[0] ?? '') ? [at] : [];
  });
  if (starts.length < 2 || starts[0] !== 0)
    return [{ name: '', rows: rows.map((row) => [...row]) }];
  return starts.map((start, at) => ({
    name: rows[start]?.find((text) => text.trim() !== '') ?? '',
    rows: rows.slice(start + 1, starts[at + 1]).map((row) => [...row]),
  }));
}

function bounded(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.slice(0, COLUMN_LIMIT).map((text) => text.slice(0, CELL_LIMIT)));
}
