/** Parameters in one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const PARAMETERS = 8_000;

/** Cuts rows into parts that fit one statement each, `columns` parameters a row. */
export function inRowsOf<T>(columns: number, rows: readonly T[]): T[][] {
  const size = Math.floor(PARAMETERS / columns);
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size));
  return parts;
}
