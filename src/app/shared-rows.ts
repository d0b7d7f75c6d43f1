import type { NoticeContent, Row } from '../notice/index.ts';

/**
 * The content with the very rows of `known` wherever they say the same. What comes back from the
 * store is made of new objects; with this, only rows that changed are looked at and drawn again. Where all is the same it is `known` itself.
 */
export function withSharedRows(
  content: NoticeContent,
  known: NoticeContent | undefined,
): NoticeContent {
  if (!known || content === known) return content;
  const tables: NoticeContent['tables'] = Object.fromEntries(
    Object.entries(content.tables).map(([table, rows]) => [
      table,
      shared(rows, known.tables[table] ?? []),
    ]),
  );
  const isSameThroughout =
    content.templateVersion === known.templateVersion &&
    content.template === known.template &&
    isSameValues(content.fields, known.fields) &&
    Object.keys(tables).length === Object.keys(known.tables).length &&
    Object.entries(tables).every(([table, rows]) => rows === known.tables[table]);
  return isSameThroughout ? known : { ...content, tables };
}

function shared(rows: Row[], known: Row[]): Row[] {
  if (rows === known) return known;
  const before = new Map(known.map((row) => [row.id, row]));
  const merged = rows.map((row) => {
    const same = before.get(row.id);
    return same && isSame(row, same) ? same : row;
  });
  const isWhole = merged.length === known.length && merged.every((row, at) => row === known[at]);
  return isWhole ? known : merged;
}

function isSame(a: Row, b: Row): boolean {
  return a === b || (a.position === b.position && isSameValues(a.cells, b.cells));
}

type Values = Readonly<Record<string, string>>;

function isSameValues(a: Values, b: Values): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
