import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';

/**
 * Stores the large parts of a row as one text. A browser copies an object into its storage member by
 * member, which takes several times as long for a list of households as writing it down; whoever
 * reads and writes rows notices nothing. Rows that an older program stored unpacked are read too.
 */

type Row = Record<string, unknown>;

/** Where the packed parts stand: JSON of them, and names of parts that are the same as another. */
const PACKED = 'packed';
const SAME = 'same';

export function packingRows(
  parts: Readonly<Record<string, readonly string[]>>,
): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'packed-rows',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const packed = parts[name];
        return packed ? packing(table, packed) : table;
      },
    }),
  };
}

function packing(table: DBCoreTable, parts: readonly string[]): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row) => pack(row, parts)) }
          : request,
      ),
    // no await: it would leave the zone by which Dexie knows its transaction
    get: (request) => table.get(request).then(unpack),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unpack)),
    query: (request) => {
      const response = table.query(request);
      if (!request.values) return response;
      return response.then((told) => ({ ...told, result: told.result.map(unpack) }));
    },
    openCursor: (request) => {
      const opened = table.openCursor(request);
      return request.values ? opened.then((cursor) => cursor && unpacking(cursor)) : opened;
    },
  };
}

function pack(row: Row, parts: readonly string[]): Row {
  const stored: Row = { ...row };
  const packed: Row = {};
  const same: Record<string, string> = {};
  for (const part of parts) {
    const value = row[part];
    delete stored[part];
    if (value === undefined) continue;
    const twin = Object.keys(packed).find((other) => packed[other] === value);
    if (twin === undefined) packed[part] = value;
    else same[part] = twin;
  }
  stored[PACKED] = JSON.stringify(packed);
  if (Object.keys(same).length > 0) stored[SAME] = same;
  return stored;
}

function unpack(stored: Row | undefined): Row | undefined {
  const text = stored?.[PACKED];
  if (typeof text !== 'string') return stored;
  const { [PACKED]: _text, [SAME]: same, ...row } = stored ?? {};
  Object.assign(row, JSON.parse(text));
  for (const [part, twin] of Object.entries((same as Record<string, string>) ?? {})) {
    row[part] = row[twin];
  }
  return row;
}

/** A cursor on the same place that shows rows unpacked; what it does it does by the real one. */
function unpacking(cursor: DBCoreCursor): DBCoreCursor {
  return Object.create(cursor, {
    value: { get: () => unpack(cursor.value) },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(key, primaryKey),
    },
    advance: { value: (count: number) => cursor.advance(count) },
  });
}
