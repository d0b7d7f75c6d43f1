import type { Table } from '../../catalogue/templates/index.ts';
import { headerRowOf } from '../columns/match-header.ts';
import { plainHeading } from '../columns/meanings.ts';
import type { Sheet } from '../files/table-file.ts';

/**
 * A list that was set twice or more side by side to save paper, as official forms do it: with its
 * parts one below the other. Any other sheet comes back as it is. Rows of the later parts are
 * counted on below the first.
 */
export function unfolded(sheet: Sheet, table: Table): Sheet {
  const headerRow = headerRowOf(sheet.rows, table);
  const header = headerRow === undefined ? [] : (sheet.rows[headerRow] ?? []).map(plainHeading);
  const starts = partsOf(header);
  if (headerRow === undefined || starts.length < 2) return sheet;
  const [first = 0, second = 0] = starts;
  const below = sheet.rows.slice(headerRow + 1);
  const blank = Array.from({ length: first }, () => '');
  const parts = starts.map((start) =>
    below.map((row) => [...blank, ...row.slice(start, start + second - first)]),
  );
  const hidden = sheet.hiddenRows?.flatMap((row) =>
    row > headerRow ? starts.map((_, part) => row + part * below.length) : [row],
  );
  return {
    ...sheet,
    rows: [
      ...sheet.rows.slice(0, headerRow),
      (sheet.rows[headerRow] ?? []).slice(0, second),
      ...parts.flat(),
    ],
    ...(hidden ? { hiddenRows: hidden } : {}),
  };
}

/** Where each of several equal runs of headings begins; one where nothing repeats. */
function partsOf(header: readonly string[]): number[] {
  const from = header.findIndex(Boolean);
  const again = header.indexOf(header[from] ?? '', from + 1);
  const width = again - from;
  if (from < 0 || width < 2) return [from];
  const run = header.slice(from, again).join('\t').trimEnd();
  const starts: number[] = [];
  for (let start = from; start < header.length; start += width) {
    const here = header
      .slice(start, start + width)
      .join('\t')
      .trimEnd();
    if (here === '') break;
    if (here !== run) return [from];
    starts.push(start);
  }
  return starts;
}
