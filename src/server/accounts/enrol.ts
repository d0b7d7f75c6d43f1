import type { Role } from '../../notice/index.ts';
import { lockPlace, type Store } from '../database/index.ts';
import type { Database } from '../database/schema.ts';
import { appendToLedger } from '../ledger/index.ts';
import type { Actor } from './authorise.ts';
import { drawId, drawToken, readToken } from './tokens.ts';

/** Whom an invitation is for. */
export interface Invited {
  readonly place: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
}

/** An invitation that can be accepted now; undefined for any other text, used or expired ones too. */
export async function invitedBy(
  db: Database,
  text: string,
  now: Date,
): Promise<Invited | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const row = await db
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.place', '=', 'invitation.place')
        .onRef('person.id', '=', 'invitation.person'),
    )
    .select(['person.id', 'person.name', 'person.role'])
    .where('invitation.place', '=', token.place)
    .where('invitation.token_hash', '=', token.hash)
    .where('invitation.expires_at', '>', now.toISOString())
    .where((invitation) =>
      invitation.or([
        invitation('invitation.used_at', 'is', null),
        invitation('invitation.reusable', '=', 1),
      ]),
    )
    .where('person.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return { place: token.place, person: row.id, name: row.name, role: row.role as Role };
}

/**
 * Accepts an invitation: uses it up, enrols a device, says so in the ledger, in one transaction.
 * Returns the device's token, which is kept nowhere but on the device; undefined where the
 * invitation cannot be accepted (any more).
 */
export async function enrol(
  store: Store,
  text: string,
  label: string,
  now: Date,
): Promise<{ readonly actor: Actor; readonly token: string } | undefined> {
  const invitation = readToken(text);
  if (!invitation) return undefined;
  const at = now.toISOString();
  return store.db.transaction().execute(async (transaction) => {
    // the lock lets one of two phones in that open the same link at once
    const place = await lockPlace(store, transaction, invitation.place);
    const invited = place && (await invitedBy(transaction, text, now));
    if (!invited) return undefined;
    await transaction
      .updateTable('invitation')
      .set({ used_at: at })
      .where('place', '=', invitation.place)
      .where('token_hash', '=', invitation.hash)
      .execute();

    const token = drawToken(invited.place);
    const device = drawId();
    await transaction
      .insertInto('device')
      .values({
        place: invited.place,
        token_hash: readToken(token)?.hash ?? '',
        id: device,
        person: invited.person,
        created_at: at,
        label,
        last_seen_at: at,
        revoked_at: null,
      })
      .execute();
    await appendToLedger(
      transaction,
      place,
      [{ kind: 'device-enrolled', person: invited.person, device }],
      at,
    );
    return { actor: { ...invited, device }, token };
  });
}
