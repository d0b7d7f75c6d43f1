import { findPersonalData, maskText } from '../privacy/index.ts';
import type { Sheet } from '../spreadsheet/index.ts';
import { type FileProblem, readFile } from './read-file.ts';
import type { SharedFile, SharedFileStore } from './shared-file-store.ts';

export type OpenedSharedFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: FileProblem | 'gone' };

/** The tables of what was handed over. Read once: from then on the phone keeps them without ID numbers. */
export async function openSharedFile(
  store: SharedFileStore,
  file: SharedFile,
): Promise<OpenedSharedFile> {
  const content = await store.read(file.id);
  if (!content) return { ok: false, problem: 'gone' };
  if (content.kind === 'sheets') return { ok: true, sheets: content.sheets };
  const read = await readFile(content.bytes);
  if (!read.ok) return read;
  const sheets = read.sheets.map(withoutIdNumbers);
  await store.keepSheets(file, sheets);
  return { ok: true, sheets };
}

/** All else waits for the importer, which knows what stands above each column. */
export function withoutIdNumbers(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.map((row) => row.map(masked)) };
}

function masked(text: string): string {
  // nothing shorter can be one
  if (text.length < 15) return text;
  const found = findPersonalData(text, { where: 'cell' });
  return maskText(
    text,
    found.filter(({ kind }) => kind === 'idNumber' || kind === 'idNumber15'),
  );
}
