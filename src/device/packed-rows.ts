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
  const packer = new Packer(parts);
  const unpack = (row: Row | undefined) => packer.unpack(row);
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row) => packer.pack(row)) }
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
      return request.values ? opened.then((cursor) => cursor && unpacking(cursor, unpack)) : opened;
    },
  };
}

const texts = new WeakMap<object, string>();

/**
 * A part as `JSON.stringify` would have it. Its text, and that of the content in it, is known as long
 * as it lives: a content goes from the notice into the outbox and back into the notice. Parts are
 * never changed in place, so it stays true.
 */
export function writtenPart(part: object): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const { content } = part as { readonly content?: unknown }; // most parts have one
  const text =
    typeof content === 'object' && content !== null
      ? written(part, (name, member) =>
          name === 'content' ? writtenPart(content) : JSON.stringify(member),
        )
      : JSON.stringify(part);
  texts.set(part, text);
  return text;
}

/** As `JSON.stringify` would have it, with members written by `write`. */
function written(
  value: object,
  write: (name: string, member: unknown) => string | undefined,
): string {
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const text = write(name, member);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * Packs the rows of one table. Who writes reads their own words back, again and again while they
 * type: the last text is known with what it says.
 */
class Packer {
  private readonly parts: readonly string[];
  private last: { readonly text: string; readonly says: Row } | undefined;

  constructor(parts: readonly string[]) {
    this.parts = parts;
  }

  pack(row: Row): Row {
    const stored: Row = { ...row };
    const packed: Row = {};
    const same: Record<string, string> = {};
    for (const part of this.parts) {
      const value = row[part];
      delete stored[part];
      if (value === undefined) continue;
      const twin = Object.keys(packed).find((other) => packed[other] === value);
      if (twin === undefined) packed[part] = value;
      else same[part] = twin;
    }
    const text = packedText(packed);
    this.last = { text, says: packed };
    stored[PACKED] = text;
    if (Object.keys(same).length > 0) stored[SAME] = same;
    return stored;
  }

  unpack(stored: Row | undefined): Row | undefined {
    const text = stored?.[PACKED];
    if (typeof text !== 'string') return stored;
    const { [PACKED]: _text, [SAME]: same, ...row } = stored ?? {};
    if (this.last?.text !== text) this.last = { text, says: JSON.parse(text) };
    Object.assign(row, this.last.says);
    for (const [part, twin] of Object.entries((same as Record<string, string>) ?? {})) {
      row[part] = row[twin];
    }
    return row;
  }
}

/** `JSON.stringify`, but of what is known already only the text. */
function packedText(packed: Row): string {
  return written(packed, (_name, part) =>
    typeof part === 'object' && part !== null ? writtenPart(part) : JSON.stringify(part),
  );
}

/** A cursor on the same place that shows rows unpacked; what it does it does by the real one. */
function unpacking(
  cursor: DBCoreCursor,
  unpack: (row: Row | undefined) => Row | undefined,
): DBCoreCursor {
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
