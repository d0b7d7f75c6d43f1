import type { Role } from '../../notice/index.ts';
import { type LockedPlace, lockPlace, type Store, type Writing } from '../database/index.ts';
import { appendToLedger, type LedgerEvent } from '../ledger/index.ts';
import type { Actor } from './authorise.ts';
import type { Person } from './people.ts';

/** An enrolled phone as its owner and the administrator see it. */
export interface EnrolledDevice {
  readonly id: string;
  readonly label: string;
  readonly enrolledAt: string;
  readonly lastSeenAt: string;
}

/** The people of a place who are not removed, each with the phones that still work. */
export async function peopleWithDevices(
  store: Store,
  place: string,
): Promise<(Person & { readonly devices: readonly EnrolledDevice[] })[]> {
  const people = await store.db
    .selectFrom('person')
    .selectAll()
    .where('place', '=', place)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const devices = await store.db
    .selectFrom('device')
    .selectAll()
    .where('place', '=', place)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return people.map(({ id, name, role }) => ({
    place,
    id,
    name,
    role: role as Role, // written from one
    devices: devices
      .filter(({ person }) => person === id)
      .map((one) => ({
        id: one.id,
        label: one.label,
        enrolledAt: one.created_at,
        lastSeenAt: one.last_seen_at,
      })),
  }));
}

/** Ends a phone's access; false where there is no such phone that still works. */
export async function revokeDevice(
  store: Store,
  { place, device }: { readonly place: string; readonly device: string },
  by: Pick<Actor, 'person'>,
  now: Date,
): Promise<boolean> {
  return changing(store, place, now, async (transaction) => {
    const row = await transaction
      .selectFrom('device')
      .select(['person', 'token_hash'])
      .where('place', '=', place)
      .where('id', '=', device)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!row) return undefined;
    await transaction
      .updateTable('device')
      .set({ revoked_at: now.toISOString() })
      .where('place', '=', place)
      .where('token_hash', '=', row.token_hash)
      .execute();
    return { kind: 'device-revoked', person: row.person, device, by: by.person };
  });
}

/**
 * Removes a person: their phones and invitations stop working, what they did stays under their name.
 * False where there is no such person.
 */
export async function removePerson(
  store: Store,
  { place, person }: { readonly place: string; readonly person: string },
  by: Pick<Actor, 'person'>,
  now: Date,
): Promise<boolean> {
  return changing(store, place, now, async (transaction) => {
    const row = await transaction
      .updateTable('person')
      .set({ removed_at: now.toISOString() })
      .where('place', '=', place)
      .where('id', '=', person)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return row && { kind: 'person-removed', person, by: by.person };
  });
}

/** Does one thing to a locked place and records it; what gives no event has done nothing. */
export async function changing(
  store: Store,
  place: string,
  now: Date,
  change: (transaction: Writing, locked: LockedPlace) => Promise<LedgerEvent | undefined>,
): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const locked = await lockPlace(store, transaction, place);
    const event = locked && (await change(transaction, locked));
    if (!event) return false;
    await appendToLedger(transaction, locked, [event], now.toISOString());
    return true;
  });
}
