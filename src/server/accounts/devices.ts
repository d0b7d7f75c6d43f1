import type { Role } from '../../notice/index.ts';
import type { Store } from '../database/index.ts';
import type { Actor } from './authorise.ts';
import { readToken } from './tokens.ts';

/** Devices are seen often; that they were is written down this seldom. */
const SEEN_EVERY = 3_600_000;

/** A phone that has not been seen for so long must be enrolled anew; browsers drop its cookie then. */
const FORGOTTEN_AFTER = 400 * 24 * SEEN_EVERY;

/**
 * The person behind a device's token; undefined for any other text, a revoked device or a removed
 * person. Looking it up by its hash leaves nothing to compare in a time that tells.
 */
export async function actorOf(store: Store, text: string, now: Date): Promise<Actor | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const row = await store.db
    .selectFrom('device')
    .innerJoin('person', (join) =>
      join.onRef('person.place', '=', 'device.place').onRef('person.id', '=', 'device.person'),
    )
    .select([
      'device.id as device',
      'device.last_seen_at',
      'person.id',
      'person.name',
      'person.role',
    ])
    .where('device.place', '=', token.place)
    .where('device.token_hash', '=', token.hash)
    .where('device.revoked_at', 'is', null)
    .where('person.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now.getTime() - Date.parse(row.last_seen_at) > FORGOTTEN_AFTER) return undefined;

  if (now.getTime() - Date.parse(row.last_seen_at) > SEEN_EVERY) {
    await store.db
      .updateTable('device')
      .set({ last_seen_at: now.toISOString() })
      .where('place', '=', token.place)
      .where('token_hash', '=', token.hash)
      .execute();
  }
  const { id: person, name, role, device } = row;
  return { person, name, role: role as Role, place: token.place, device };
}
