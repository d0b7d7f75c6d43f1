import { readWorkbook } from '../workbook/read-workbook.ts';
import { readText } from './read-text.ts';
import { type Sheet, type TableFile, Unreadable } from './table-file.ts';
import { textIn } from './text-in.ts';

/** A list of 5,000 households takes well under one megabyte; pictures in a workbook need some more. */
export const FILE_LIMIT = 20 * 1024 * 1024;

/**
 * The tables in a file, told by what it holds and not by its name: an .xlsx workbook, CSV or text
 * in UTF-8, UTF-16 or GB 18030, or HTML that calls itself .xls. Sheets without any text are left
 * out. Never throws for what a file can hold; work and memory are bounded.
 */
export function readTableFile(bytes: Uint8Array): TableFile {
  if (bytes.length > FILE_LIMIT) return { ok: false, problem: 'too-large' };
  try {
    const sheets = sheetsIn(bytes).filter(hasText);
    return sheets.length > 0 ? { ok: true, sheets } : { ok: false, problem: 'empty' };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function sheetsIn(bytes: Uint8Array): Sheet[] {
  if (bytes.length === 0) throw new Unreadable('empty');
  if (startsWith(bytes, [0x50, 0x4b])) {
    if (isOpenDocument(bytes)) throw new Unreadable('open-document');
    return readWorkbook(bytes);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new Unreadable(isEncrypted(bytes) ? 'password' : 'old-workbook');
  }
  const text = textIn(bytes);
  if (text === undefined) throw new Unreadable('not-a-table');
  return readText(text);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** The first thing in an .ods says in clear what it is (OpenDocument 1.3, part 2, 3.3). */
function isOpenDocument(bytes: Uint8Array): boolean {
  const name = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
  const at = 30; // behind the first entry's own heading
  return [...name].every((letter, offset) => bytes[at + offset] === letter.charCodeAt(0));
}

/** A protected workbook lies as one stream of this name in a container of the old format. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = bytes.length - name.length;
  for (let at = bytes.indexOf(0x45); at >= 0 && at <= last; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

export function hasText(sheet: Sheet): boolean {
  return sheet.rows.some((row) => row.some((text) => text.trim() !== ''));
}
