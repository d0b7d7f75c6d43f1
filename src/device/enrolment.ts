import * as v from 'valibot';
import { encodeBase32 } from '../notice/index.ts';
import {
  type Invitation,
  InvitationSchema,
  type Session,
  SessionSchema,
} from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import type { StoreSurroundings } from './notice-store.ts';

/** Names, villages and settings are looked at anew this often. */
const SESSION_MILLISECONDS = 60 * 60_000;
/** A line or two takes no longer, even where the signal is weak. */
const ANSWER_MILLISECONDS = 30_000;

/** Why a link could not be used. */
export type EnrolmentTrouble = 'offline' | 'used-or-expired' | 'server';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: EnrolmentTrouble };

/** What the link is for, to be shown before it is accepted; its token stands in no address. */
export async function readInvitation(
  database: DeviceDatabase,
  token: string,
): Promise<Answer<Invitation>> {
  const kept = await database.read('enrolling');
  const attempt = kept?.token === token ? kept.attempt : undefined;
  return ask('/api/invitation', posted(token, attempt), InvitationSchema);
}

/**
 * Accepts the link: this device now belongs to the invited person. The secret of this attempt is kept
 * before it is asked with, so that where the answer is lost on the way the same can be asked again,
 * also after the page was closed.
 */
export async function enrol(
  database: DeviceDatabase,
  token: string,
  { now, randomBytes }: StoreSurroundings,
): Promise<Answer<Session>> {
  const attempt = await attemptFor(database, token, randomBytes);
  const answer = await ask('/api/enrol', posted(token, attempt), SessionSchema);
  if (answer.ok) {
    await database.transaction('rw', database.kept, async () => {
      await keepSession(database, answer.value, now());
      await database.kept.delete('enrolling');
      // what kept an unknown device from syncing is over, and this person has received nothing yet
      await database.keep('sync', {});
    });
  }
  return answer;
}

/** The same for one link however often it is asked, in whichever tab. */
function attemptFor(
  database: DeviceDatabase,
  token: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<string> {
  return database.transaction('rw', database.kept, async () => {
    const kept = await database.read('enrolling');
    if (kept?.token === token) return kept.attempt;
    const attempt = encodeBase32(randomBytes(20));
    await database.keep('enrolling', { token, attempt });
    return attempt;
  });
}

/**
 * Brings names, villages and settings up to date when they were last read long ago, or at once;
 * quiet where there is no signal, and where the device has been revoked: its work stays, and the
 * sync says so.
 */
export async function refreshSession(
  database: DeviceDatabase,
  now: Date,
  urgency: 'when due' | 'now' = 'when due',
): Promise<void> {
  const readAt = Date.parse((await database.read('sessionReadAt')) ?? '');
  const age = now.getTime() - readAt;
  // an age below nothing comes from a clock that was set back
  if (urgency === 'when due' && age >= 0 && age < SESSION_MILLISECONDS) return;
  const before = await database.read('session');
  if (!before) return;
  const answer = await ask('/api/session', {}, SessionSchema);
  if (!answer.ok) return;
  await database.transaction('rw', database.kept, async () => {
    // the phone may have been enrolled for somebody else since it was asked
    const session = await database.read('session');
    if (session?.device.id === before.device.id) await keepSession(database, answer.value, now);
  });
}

async function keepSession(database: DeviceDatabase, session: Session, now: Date): Promise<void> {
  await database.transaction('rw', database.kept, async () => {
    await database.keep('session', session);
    await database.keep('sessionReadAt', now.toISOString());
    const village = await database.read('village');
    const first = session.villages[0]?.code;
    if (first && !session.villages.some((one) => one.code === village)) {
      await database.keep('village', first);
    }
  });
}

function posted(token: string, attempt?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, attempt }),
  };
}

async function ask<Schema extends v.GenericSchema>(
  path: string,
  request: RequestInit,
  schema: Schema,
): Promise<Answer<v.InferOutput<Schema>>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_MILLISECONDS);
  try {
    const response = await fetch(path, { ...request, signal: abort.signal });
    // a link that was cut short in the sending is answered as a bad request
    if ([400, 404, 410].includes(response.status)) {
      return { ok: false, trouble: 'used-or-expired' };
    }
    if (!response.ok) return { ok: false, trouble: 'server' };
    const parsed = v.safeParse(schema, await response.json());
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, trouble: 'server' };
  } catch {
    // fetch rejects only when no answer came
    return { ok: false, trouble: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
