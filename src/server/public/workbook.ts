import writeXlsxFile from 'write-excel-file/node';
import { readDecimal } from '../../notice/index.ts';
import type { TableSheet } from '../../public-pages/index.ts';

/** Longer names, and names with these signs, are refused by spreadsheet programs. */
const NAME_LENGTH = 31;

/** Tables as an .xlsx workbook, numbers as numbers; no cell is ever a formula. */
export async function workbookOf(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const names = new Set<string>();
  const written = sheets.map(({ name, headings, rows }) => ({
    sheet: sheetName(name, names),
    stickyRowsCount: 1,
    columns: headings.map((heading, index) => ({ width: widthOf(heading, rows, index) })),
    data: [
      headings.map((value) => ({ value, fontWeight: 'bold' as const, textWrap: true })),
      ...rows.map((row) => row.map(cell)),
    ],
  }));
  return writeXlsxFile(written).toBuffer();
}

function cell(text: string) {
  const number = readDecimal(text);
  if (text === '') return null;
  // what begins with a zero, or is longer than a spreadsheet counts, is a code and no amount
  const isAmount = number && !/^0\d/.test(text) && text.length <= 15;
  if (!isAmount) return { value: text, type: String, textWrap: true };
  const { units, decimals } = number;
  return {
    value: Number(units) / 10 ** decimals,
    type: Number,
    // 12.50 is not to come out as 12.5
    ...(decimals > 0 ? { format: `0.${'0'.repeat(decimals)}` } : {}),
  };
}

function sheetName(label: string, taken: Set<string>): string {
  const plain =
    label
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, NAME_LENGTH - 3)
      .trim() || '表';
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain} ${count}`;
  taken.add(name);
  return name;
}

function widthOf(heading: string, rows: TableSheet['rows'], index: number): number {
  const longest = Math.max(
    ...[heading, ...rows.map((row) => row[index] ?? '')].map((text) => text.length),
  );
  return Math.min(60, Math.max(8, longest * 2 + 2));
}
