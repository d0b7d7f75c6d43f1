import * as v from 'valibot';
import type { Session } from '../protocol/index.ts';
import { backedUpTables, backupOfUnsent } from './backup.ts';
import { type Backup, readBackup } from './backup-format.ts';
import type { DeviceDatabase } from './database.ts';
import { type Restored, restoreBackup } from './restore.ts';
import { addressOf, type Caches, copiesIn, openCopies } from './second-copy-place.ts';

/**
 * What the server does not have, a second time, in the browser's cache: another store in another
 * place, for the day on which the browser loses the database. It holds what a backup holds, masked as
 * the database is, with who this phone belongs to; photographs and recordings are not in it.
 */

export interface SecondCopy {
  readonly session: Session;
  /** Names the database that it was made of. */
  readonly store: string;
  readonly work: Backup;
}

/** The newest copy that can be read, of one person or of anybody; undefined where there is none. */
export async function readSecondCopy(
  caches: Caches,
  person?: string,
): Promise<SecondCopy | undefined> {
  const cache = await openCopies(caches);
  const newestFirst = (await copiesIn(cache, person)).toSorted((a, b) => b.at - a.at);
  for (const { request } of newestFirst) {
    const copy = parsed(await (await cache.match(request))?.text());
    if (copy) return copy;
  }
  return undefined;
}

/** Puts a copy into a database that is empty, whole or not at all: whose phone it is, and all that waited. */
export function restoreSecondCopy(
  database: DeviceDatabase,
  { session, store, work }: SecondCopy,
): Promise<Restored> {
  return database.transaction('rw', backedUpTables(database), async () => {
    await database.keep('session', session);
    await database.keep('store', store);
    const first = session.villages[0]?.code;
    if (first) await database.keep('village', first);
    return restoreBackup(database, { ...work, attachments: [] });
  });
}

/**
 * Keeps the second copy of one database. What it finds of a database that was lost meanwhile it
 * brings back first, so that nothing is overwritten that nobody has seen again.
 */
export class SecondCopyKeeper {
  readonly #database: DeviceDatabase;
  readonly #caches: Caches;
  readonly #now: () => Date;
  #written = '';

  constructor(database: DeviceDatabase, caches: Caches, now: () => Date) {
    this.#database = database;
    this.#caches = caches;
    this.#now = now;
  }

  /** Writes the copy anew where it would say something else; nothing while nobody is enrolled. */
  async refresh(): Promise<void> {
    const session = await this.#database.read('session');
    if (!session) return;
    const store = await this.#store(session);
    const now = this.#now();
    const work = await backupOfUnsent(this.#database, now);
    const text = JSON.stringify({ session, store, work: { ...work, madeAt: '' } });
    if (text === this.#written) return;
    const copy: SecondCopy = { session, store, work };
    const cache = await openCopies(this.#caches);
    // under a name of its own, so that half a write never takes the place of a whole one
    const address = addressOf(session.person.id, now);
    const older = await copiesIn(cache, session.person.id);
    await cache.put(address, new Response(JSON.stringify(copy)));
    for (const { request } of older) {
      if (!request.url.endsWith(address)) await cache.delete(request);
    }
    this.#written = text;
  }

  /** The name of this database; one that has none yet takes in what a former one left. */
  async #store(session: Session): Promise<string> {
    const known = await this.#database.read('store');
    if (known !== undefined) return known;
    const left = await readSecondCopy(this.#caches, session.person.id);
    const fresh = crypto.randomUUID();
    await this.#database.transaction('rw', backedUpTables(this.#database), async () => {
      if (left) await restoreBackup(this.#database, { ...left.work, attachments: [] });
      await this.#database.keep('store', fresh);
    });
    return fresh;
  }
}

const LabelSchema = v.object({
  // as the database held it: no program reads that one with a schema either
  session: v.custom<Session>((value) => typeof value === 'object' && value !== null),
  store: v.string(),
  work: v.unknown(),
});

/** Undefined where it is half written, or of a program that is newer. */
function parsed(text = ''): SecondCopy | undefined {
  try {
    const { session, store, work } = v.parse(LabelSchema, JSON.parse(text));
    const backup = readBackup(work);
    return backup && { session, store, work: backup };
  } catch {
    // half a copy is none
    return undefined;
  }
}
