import type { Role } from '../../notice/index.ts';
import { lockPlace, type Store, sealerOf } from '../database/index.ts';
import type { Database } from '../database/schema.ts';
import { appendToLedger } from '../ledger/index.ts';
import type { Actor } from './authorise.ts';
import { drawId, drawToken, readToken, type Token, tokenFrom } from './tokens.ts';

/** Whom an invitation is for. */
export interface Invited {
  readonly place: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
}

/** A link as a phone shows it: its text, and the secret of the phone's own attempt where it has one. */
export interface ShownLink {
  readonly text: string;
  readonly attempt?: string | undefined;
}

/** So long an enrolment whose answer was lost may be repeated by the phone that made it. */
const REPEATED_FOR = 24 * 3_600_000;

/**
 * An invitation that can be accepted now, or that this very phone accepted a short time ago; undefined
 * for any other text, used or expired ones too.
 */
export async function invitedBy(
  store: Store,
  link: ShownLink,
  now: Date,
): Promise<Invited | undefined> {
  const fresh = await freshInvitation(store.db, link.text, now);
  return fresh ?? (await repeatOf(store, store.db, link, now))?.actor;
}

async function freshInvitation(
  db: Database,
  text: string,
  now: Date,
): Promise<Invited | undefined> {
  const token = readToken(text);
  if (!token) return undefined;
  const row = await invitations(db, token)
    .where('invitation.expires_at', '>', now.toISOString())
    .where((invitation) =>
      invitation.or([
        invitation('invitation.used_at', 'is', null),
        invitation('invitation.reusable', '=', 1),
      ]),
    )
    .executeTakeFirst();
  return row && invited(token.place, row);
}

/** An invitation with whom it is for, unless they were removed. */
function invitations(db: Database, { place, hash }: Token) {
  return db
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.place', '=', 'invitation.place')
        .onRef('person.id', '=', 'invitation.person'),
    )
    .select(['person.id', 'person.name', 'person.role'])
    .where('invitation.place', '=', place)
    .where('invitation.token_hash', '=', hash)
    .where('person.removed_at', 'is', null);
}

function invited(place: string, row: { id: string; name: string; role: string }): Invited {
  return { place, person: row.id, name: row.name, role: row.role as Role };
}

interface Enrolled {
  readonly actor: Actor;
  readonly token: string;
}

/**
 * The token of the phone that makes this attempt: drawn, or where the phone keeps a secret told from
 * it, so that a repeat gets the same. Nobody draws it who has the link alone, the secret alone, or the
 * database alone.
 */
function tokenOf(store: Store, place: string, { text, attempt }: ShownLink): string {
  if (attempt === undefined) return drawToken(place);
  return tokenFrom(place, sealerOf(store).draw('device', text, attempt));
}

/**
 * The token, or another one where it is taken: a link that works again and again outlives a phone that
 * was let in by the same attempt more than a day ago, or has been revoked since.
 */
async function freeToken(db: Database, place: string, token: string): Promise<string> {
  const taken = await db
    .selectFrom('device')
    .select('id')
    .where('place', '=', place)
    .where('token_hash', '=', readToken(token)?.hash ?? '')
    .executeTakeFirst();
  return taken ? drawToken(place) : token;
}

/** What this phone was let in as by the same link and attempt a short time ago. */
async function repeatOf(
  store: Store,
  db: Database,
  link: ShownLink,
  now: Date,
): Promise<Enrolled | undefined> {
  const invitation = readToken(link.text);
  if (!invitation || link.attempt === undefined) return undefined;
  const { place } = invitation;
  const token = tokenOf(store, place, link);
  const row = await invitations(db, invitation)
    .innerJoin('device', (join) =>
      join.onRef('device.place', '=', 'person.place').onRef('device.person', '=', 'person.id'),
    )
    .select('device.id as device')
    .where('device.token_hash', '=', readToken(token)?.hash ?? '')
    .where('device.revoked_at', 'is', null)
    .where('device.created_at', '>', new Date(now.getTime() - REPEATED_FOR).toISOString())
    .executeTakeFirst();
  return row && { actor: { ...invited(place, row), device: row.device }, token };
}

/**
 * Accepts an invitation: uses it up, enrols a device, says so in the ledger, in one transaction. The
 * same attempt of the same phone repeats that for a day and changes nothing. Returns the device's
 * token, which is kept nowhere but on the device; undefined where the invitation cannot be accepted
 * (any more).
 */
export async function enrol(
  store: Store,
  link: ShownLink,
  label: string,
  now: Date,
): Promise<Enrolled | undefined> {
  const invitation = readToken(link.text);
  if (!invitation) return undefined;
  // before the transaction: the sealer is read by a connection of its own
  const told = tokenOf(store, invitation.place, link);
  const at = now.toISOString();
  return store.db.transaction().execute(async (transaction) => {
    // the lock lets one of two phones in that open the same link at once
    const place = await lockPlace(store, transaction, invitation.place);
    if (!place) return undefined;
    const before = await repeatOf(store, transaction, link, now);
    if (before) return before;
    const invited = await freshInvitation(transaction, link.text, now);
    if (!invited) return undefined;
    await transaction
      .updateTable('invitation')
      .set({ used_at: at })
      .where('place', '=', invitation.place)
      .where('token_hash', '=', invitation.hash)
      .execute();

    const device = drawId();
    const token = await freeToken(transaction, invited.place, told);
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
