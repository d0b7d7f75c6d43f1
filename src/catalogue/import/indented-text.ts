/**
 * Word processors that save a table as plain text put each cell on a line of its own that begins
 * with a tab; further lines of the cell begin without one, and an empty line ends the row.
 */
export function isIndentedTable(text: string): boolean {
  const tabbed = text.split('\n').filter((line) => line.includes('\t'));
  const indented = tabbed.filter((line) => /^\s*\t[^\t]*$/u.test(line));
  return tabbed.length > 0 && indented.length >= tabbed.length * 0.9;
}

/** The rows of such a text. Paragraphs before and after the table become rows of one cell. */
export function indentedRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const endRow = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const isCell = index > 0 || line.includes('\t');
    if (isCell && /^\s*\t/u.test(line)) {
      row.push(line.trim());
    } else if (line === '') {
      endRow();
    } else if (row.length > 0 && line.trim() !== '') {
      row.push(`${row.pop() ?? ''}\n${line.trim()}`);
    } else if (line.trim() !== '') {
      rows.push([line.trim()]);
    }
  }
  endRow();
  return rows;
}
