import { parseDelimited } from './delimited-text.ts';
import { type GridResult, gridFromRows, ROW_LIMIT } from './grid.ts';
import { indentedRows, isIndentedTable } from './indented-text.ts';

/**
 * A grid from pasted or loaded text: cells between tabs (copied out of a spreadsheet or Word), one
 * cell a line (saved from Word as text), or CSV. Refused with a code: no text, an unclosed quote,
 * too many rows or columns.
 */
export function gridFromText(text: string): GridResult {
  const body = text.replace(/^\uFEFF/u, '');
  if (body.trim() === '') return { ok: false, error: { code: 'empty' } };
  if (isIndentedTable(body)) return gridFromRows(indentedRows(body));
  const parsed = parseDelimited(body, body.includes('\t') ? '\t' : ',', ROW_LIMIT);
  if (parsed.ok) return gridFromRows(parsed.rows);
  return parsed.code === 'open-quote'
    ? { ok: false, error: { code: 'open-quote', row: parsed.row } }
    : { ok: false, error: { code: 'too-many-rows', limit: ROW_LIMIT } };
}

/**
 * The same from the bytes of a file. Spreadsheet programs save CSV as UTF-8, as UTF-16 (with a byte
 * order mark) or, on Chinese Windows, in GBK, which GB 18030 contains. Bytes that are none of these,
 * such as a workbook or a picture, are refused as 'not-text'.
 */
export function gridFromTextBytes(bytes: Uint8Array): GridResult {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return gridFromText(text);
  }
  return { ok: false, error: { code: 'not-text' } };
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // a text holds no NUL; a workbook's container does
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
