import type { VillageCode } from '../../notice/index.ts';
import type { ObjectionChange } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';
import { readObjectionRow } from './objection-row.ts';

export interface ObjectionChangesPage {
  readonly changes: readonly ObjectionChange[];
  readonly cursor: number;
  readonly more: boolean;
}

/** An objection is a page at most; so many of them fit a weak link. */
const ROWS = 100;

/** A village's objections that changed after a cursor, up to a sequence it has reached. */
export async function objectionChanges(
  db: Database,
  village: VillageCode,
  { cursor, sequence }: { readonly cursor: number; readonly sequence: number },
): Promise<ObjectionChangesPage> {
  const rows = await db
    .selectFrom('objection')
    .select(['sequence', 'objection'])
    .where('village', '=', village)
    .where('sequence', '>', cursor)
    .where('sequence', '<=', sequence)
    .orderBy('sequence')
    .limit(ROWS)
    .execute();
  const changes = rows.map((row) => ({
    sequence: row.sequence,
    objection: readObjectionRow(row.objection),
  }));
  const more = rows.length === ROWS;
  return { changes, cursor: more ? (changes.at(-1)?.sequence ?? cursor) : sequence, more };
}
