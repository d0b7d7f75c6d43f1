import type { Role } from '../../notice/index.ts';
import { lockPlace, type Store } from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import { isRoleFor } from './authorise.ts';
import { drawId, drawToken, readToken } from './tokens.ts';

export interface Person {
  readonly place: string;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Adds a person to a place and says so in its ledger; undefined where the place is not served.
 * Throws for a role that the place cannot have.
 */
export async function addPerson(
  store: Store,
  { place, name, role }: Omit<Person, 'id'>,
  now: Date,
): Promise<Person | undefined> {
  if (!isRoleFor(role, place)) throw new RangeError(`no ${role} for ${place}`);
  const id = drawId();
  const at = now.toISOString();
  return store.db.transaction().execute(async (transaction) => {
    const locked = await lockPlace(store, transaction, place);
    if (!locked) return undefined;
    await transaction
      .insertInto('person')
      .values({ place, id, name, role, created_at: at, removed_at: null })
      .execute();
    await appendToLedger(transaction, locked, [{ kind: 'person-added', person: id, role }], at);
    return { place, id, name, role };
  });
}

/** The people of a place who are not removed, in the order in which they came. */
export async function peopleOf(store: Store, place: string): Promise<Person[]> {
  const rows = await store.db
    .selectFrom('person')
    .selectAll()
    .where('place', '=', place)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, role }) => ({ place, id, name, role: role as Role }));
}

/** How long an invitation waits to be accepted. */
export const INVITATION_HOURS = 72;
const HOUR = 3_600_000;

/**
 * Makes an invitation and returns its token, which is kept nowhere. It works once, within 72 hours;
 * a reusable one, for demo people only, works within its time as often as somebody likes.
 */
export async function invite(
  store: Store,
  person: Pick<Person, 'place' | 'id'>,
  now: Date,
  { reusable = false } = {},
): Promise<string> {
  const token = drawToken(person.place);
  const hash = readToken(token)?.hash ?? '';
  await store.db
    .insertInto('invitation')
    .values({
      place: person.place,
      token_hash: hash,
      person: person.id,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + INVITATION_HOURS * HOUR).toISOString(),
      reusable: reusable ? 1 : 0,
      used_at: null,
    })
    .execute();
  return token;
}
