import { generateNKeysBetween } from 'fractional-indexing';
import { type NoticeContent, type Row, rowsInOrder } from './content.ts';

/** Edits of several rows of a table at once, each one step that can be taken back as a whole. */

/** Without these rows. */
export function withoutRows(
  content: NoticeContent,
  table: string,
  ids: ReadonlySet<string>,
): NoticeContent {
  return withRows(
    content,
    table,
    (content.tables[table] ?? []).filter(({ id }) => !ids.has(id)),
  );
}

/** The same value in one column of these rows. */
export function withColumnValue(
  content: NoticeContent,
  table: string,
  ids: ReadonlySet<string>,
  column: string,
  value: string,
): NoticeContent {
  const rows = (content.tables[table] ?? []).map((row) =>
    ids.has(row.id) ? { ...row, cells: { ...row.cells, [column]: value } } : row,
  );
  return withRows(content, table, rows);
}

/**
 * These rows one place up or down, each past the nearest row that is not among them; at the end of
 * the table they stay. Only the rows named get a new position.
 */
export function withRowsMoved(
  content: NoticeContent,
  table: string,
  ids: ReadonlySet<string>,
  direction: 'up' | 'down',
): NoticeContent {
  const rows = [...rowsInOrder(content, table)];
  if (direction === 'down') rows.reverse();
  // the end of the table holds what already stands there
  let held = rows.findIndex(({ id }) => !ids.has(id));
  if (held < 0) return content;
  for (let at = held + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || !ids.has(row.id)) continue;
    rows.splice(at, 1);
    rows.splice(at - 1, 0, row);
    held = at;
  }
  if (direction === 'down') rows.reverse();
  return withRowOrder(
    content,
    table,
    rows.map(({ id }) => id),
  );
}

/**
 * The rows in this order. Rows that are not named stand at the end. As few
 * rows as possible get a new position, so that another person's edits merge quietly.
 */
export function withRowOrder(
  content: NoticeContent,
  table: string,
  order: readonly string[],
): NoticeContent {
  const byId = new Map(rowsInOrder(content, table).map((row) => [row.id, row]));
  const wanted = order.flatMap((id) => byId.get(id) ?? []);
  const named = new Set(order);
  const rows = [...wanted, ...[...byId.values()].filter(({ id }) => !named.has(id))];
  const staying = longestRise(rows);
  let before: string | null = null;
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    if (row && staying.has(row.id)) {
      before = row.position;
      at += 1;
      continue;
    }
    let end = at;
    while (end < rows.length && !staying.has(rows[end]?.id ?? '')) end += 1;
    const after: string | null = rows[end]?.position ?? null;
    const positions: string[] = generateNKeysBetween(before, after, end - at);
    for (const [offset, position] of positions.entries()) {
      const moved = rows[at + offset];
      if (moved) rows[at + offset] = { ...moved, position };
    }
    before = positions.at(-1) ?? before;
    at = end;
  }
  return withRows(content, table, rows);
}

/** The ids of a longest run of rows whose positions already rise strictly; they need not move. */
function longestRise(rows: readonly Row[]): ReadonlySet<string> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, { position }] of rows.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[ends[middle] ?? 0]?.position ?? '') < position) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const staying = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const row = rows[at];
    if (row) staying.add(row.id);
  }
  return staying;
}

function withRows(content: NoticeContent, table: string, rows: Row[]): NoticeContent {
  return { ...content, tables: { ...content.tables, [table]: rows } };
}
