import { parseDelimited } from '../../catalogue/import/delimited-text.ts';
import { htmlTables, isHtml } from './html-tables.ts';
import { CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, type Sheet, Unreadable } from './table-file.ts';

/** 5,000 rows of 30 cells come to about 1 MB. */
const TEXT_LIMIT = 8_000_000;

/**
 * The tables in a text: HTML as web pages copy it and as old systems write it into .xls files, or
 * cells between tabs, commas or semicolons.
 *
 * @throws Unreadable with the problem to tell.
 */
export function readText(text: string): Sheet[] {
  if (text.length > TEXT_LIMIT) throw new Unreadable('too-large');
  const body = text.replace(/^\uFEFF/u, '');
  if (isHtml(body)) return htmlTables(body);
  const parsed = parseDelimited(body, delimiterOf(body), ROW_LIMIT);
  if (parsed.ok) return [{ name: '', rows: bounded(parsed.rows) }];
  throw new Unreadable(parsed.code === 'too-many-rows' ? 'too-many-rows' : 'broken');
}

/** The separator that the first lines hold most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000);
  const counts = ['\t', ',', ';', '，'].map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function bounded(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.slice(0, COLUMN_LIMIT).map((text) => text.slice(0, CELL_LIMIT)));
}

/**
 * The text in bytes: UTF-8, UTF-16 with its mark, or GB 18030, as spreadsheet programs on Chinese
 * Windows write it. Undefined for bytes that are no text.
 */
export function textIn(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isText(text) ? text : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A text holds no control characters but those that lay it out. */
function isText(text: string): boolean {
  const head = text.slice(0, 4_000);
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}
