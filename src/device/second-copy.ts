import * as v from 'valibot';
import type { Session } from '../protocol/index.ts';
import { backedUpTables, backupOfUnsent } from './backup.ts';
import {
  type Attachment,
  type AttachmentLabel,
  AttachmentLabelSchema,
  type Backup,
  readBackup,
} from './backup-format.ts';
import { CopiedFiles } from './copied-files.ts';
import type { DeviceDatabase } from './database.ts';
import { type Restored, restoreBackup } from './restore.ts';
import { restoreAttachments } from './restore-beside.ts';
import {
  addressOf,
  type Caches,
  type CopyInCache,
  copiesIn,
  fileAddressOf,
  fileAt,
  openCopies,
  openFiles,
} from './second-copy-place.ts';
import { unsentFileNames } from './unsent-files.ts';

/**
 * What the server does not have, a second time, in the browser's cache: another store in another
 * place, for the day on which the browser loses the database. It holds what a backup holds, masked as
 * the database is, with who this phone belongs to, and photographs and recordings up to a size.
 */

export interface SecondCopy {
  readonly session: Session;
  /** Names the database that it was made of. */
  readonly store: string;
  readonly work: Backup;
  /** The photographs and recordings whose bytes lie beside it. */
  readonly files: readonly AttachmentLabel[];
}

/** As much as some eighty photographs, which the browser counts twice then. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The newest copy that can be read, of one person or of anybody; undefined where there is none. */
export async function readSecondCopy(
  caches: Caches,
  person?: string,
): Promise<SecondCopy | undefined> {
  const cache = await openCopies(caches);
  const newestFirst = (await copiesIn(cache, person)).toSorted((a, b) => b.at - a.at);
  for (const one of newestFirst) {
    const copy = await readCopy(cache, one);
    if (copy) return copy;
  }
  return undefined;
}

/** Its photographs and recordings, read one by one. */
export async function* filesOfCopy(
  caches: Caches,
  { files }: SecondCopy,
): AsyncGenerator<Attachment> {
  const cache = await openFiles(caches);
  for (const label of files) {
    const kept = await cache.match(fileAddressOf(label.id));
    if (kept) yield { ...label, bytes: await kept.arrayBuffer() };
  }
}

/** How much in it the server does not have, of whatever kind. */
export function workIn({ work, files }: SecondCopy): number {
  const { outbox, objectionOutbox, exemptionOutbox, refused, objections } = work;
  const drafts = objections.filter(({ draft }) => draft);
  const kinds = [outbox, objectionOutbox, exemptionOutbox, refused, drafts, files];
  return kinds.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Puts a copy into a database that is empty: whose phone it is and all that waited, whole or not at
 * all. Photographs and recordings come first, so that what is cut short is begun anew.
 */
export async function restoreSecondCopy(
  database: DeviceDatabase,
  caches: Caches,
  copy: SecondCopy,
): Promise<Restored> {
  const attachments = await restoreFiles(database, caches, copy);
  const { session, store, work } = copy;
  return database.transaction('rw', backedUpTables(database), async () => {
    await database.keep('session', session);
    await database.keep('store', store);
    const first = session.villages[0]?.code;
    if (first) await database.keep('village', first);
    const restored = await restoreBackup(database, { ...work, attachments: [] });
    return { ...restored, attachments };
  });
}

async function restoreFiles(
  database: DeviceDatabase,
  caches: Caches,
  copy: SecondCopy,
): Promise<number> {
  let fresh = 0;
  for await (const file of filesOfCopy(caches, copy)) {
    const tables = [database.photographs, database.recordings];
    fresh += await database.transaction('rw', tables, () => restoreAttachments(database, [file]));
  }
  return fresh;
}

/** The newest copy of each other person whose work lies here and is nowhere else. */
export async function copiesOfOthers(
  caches: Caches,
  person: string,
): Promise<readonly SecondCopy[]> {
  const others = new Set((await copiesIn(await openCopies(caches))).map((one) => one.person));
  others.delete(person);
  const copies = await Promise.all([...others].map((other) => readSecondCopy(caches, other)));
  return copies.filter((copy) => copy !== undefined).filter((copy) => workIn(copy) > 0);
}

/** Lets go of what a person left here. */
export async function deleteCopiesOf(caches: Caches, person: string): Promise<void> {
  const cache = await openCopies(caches);
  for (const { request } of await copiesIn(cache, person)) await cache.delete(request);
}

/**
 * Keeps the second copy of one database. What it finds of a database that was lost meanwhile it
 * brings back first, so that nothing is overwritten that nobody has seen again. What another person
 * left goes when all of it is in this copy, or with the server.
 */
export class SecondCopyKeeper {
  readonly #database: DeviceDatabase;
  readonly #caches: Caches;
  readonly #now: () => Date;
  /** What lies beside the copy. */
  readonly #files: CopiedFiles;
  #written = '';
  #hasTakenUp = false;
  #isSwept = false;

  constructor(
    database: DeviceDatabase,
    caches: Caches,
    now: () => Date,
    mostBytes: number = MOST_BYTES,
  ) {
    this.#database = database;
    this.#caches = caches;
    this.#now = now;
    this.#files = new CopiedFiles(database, caches, mostBytes);
  }

  /** Writes the copy anew where it would say something else; nothing while nobody is enrolled. */
  async refresh(): Promise<void> {
    const session = await this.#database.read('session');
    if (!session) return;
    const store = await this.#store(session);
    await this.#takeUp(session, store);
    // the texts first: where there is no room for all, they are more
    await this.#write(session, store);
    const kept = await this.#files.keep();
    if (kept.hasLetGo) this.#isSwept = false;
    if (kept.hasChanged) await this.#write(session, store);
    const areOthersGone = await this.#letGoOfOthers(session, store);
    if (areOthersGone || !this.#isSwept) await this.#sweep();
  }

  /** Once: what the former copy names and still lies there, the first one names too. */
  async #takeUp({ person }: Session, store: string): Promise<void> {
    if (this.#hasTakenUp) return;
    const former = await readSecondCopy(this.#caches, person.id);
    await this.#files.takeUp(former?.store === store ? former.files : []);
    this.#hasTakenUp = true;
  }

  async #write(session: Session, store: string): Promise<void> {
    const now = this.#now();
    const work = await backupOfUnsent(this.#database, now);
    const files = this.#files.labels();
    const text = JSON.stringify({ session, store, files, work: { ...work, madeAt: '' } });
    if (text === this.#written) return;
    const copy: SecondCopy = { session, store, files, work };
    const cache = await openCopies(this.#caches);
    const person = session.person.id;
    const before = await copiesIn(cache);
    const older = before.filter((one) => one.person === person);
    // under a name of its own, so that half a write never takes the place of a whole one; the newest
    // is whose phone it is, whatever the clock says
    const address = addressOf(person, Math.max(now.getTime(), ...before.map(({ at }) => at + 1)));
    await cache.put(address, new Response(JSON.stringify(copy)));
    for (const { request } of older) {
      if (!request.url.endsWith(address)) await cache.delete(request);
    }
    this.#written = text;
  }

  /** Deletes what others left of this very database, and what holds nothing that waits. */
  async #letGoOfOthers({ person }: Session, store: string): Promise<boolean> {
    const cache = await openCopies(this.#caches);
    const others = (await copiesIn(cache)).filter((one) => one.person !== person.id);
    let areAnyGone = false;
    for (const other of others) {
      const copy = await readCopy(cache, other);
      if (!copy || (copy.store !== store && workIn(copy) > 0)) continue;
      await cache.delete(other.request);
      areAnyGone = true;
    }
    return areAnyGone;
  }

  /** Deletes the photographs and recordings that stand in no copy. */
  async #sweep(): Promise<void> {
    const files = await openFiles(this.#caches);
    const lying = await files.keys();
    const cache = await openCopies(this.#caches);
    const copies = await Promise.all((await copiesIn(cache)).map((one) => readCopy(cache, one)));
    // what cannot be read may name any of them
    if (copies.includes(undefined)) return;
    // asked after what lies there: another tab puts there only what the database has
    const waiting = await unsentFileNames(this.#database);
    const named = new Set(
      [waiting, ...copies.map((copy) => copy?.files ?? [])].flat().map(({ id }) => id),
    );
    for (const request of lying) {
      if (!named.has(fileAt(request))) await files.delete(request);
    }
    this.#isSwept = true;
  }

  /** The name of this database; one that has none yet takes in what a former one left. */
  async #store(session: Session): Promise<string> {
    const known = await this.#database.read('store');
    if (known !== undefined) return known;
    const left = await readSecondCopy(this.#caches, session.person.id);
    const fresh = crypto.randomUUID();
    if (left) await restoreFiles(this.#database, this.#caches, left);
    await this.#database.transaction('rw', backedUpTables(this.#database), async () => {
      if (left) await restoreBackup(this.#database, { ...left.work, attachments: [] });
      await this.#database.keep('store', fresh);
    });
    return fresh;
  }
}

async function readCopy(cache: Cache, { request }: CopyInCache): Promise<SecondCopy | undefined> {
  return parsed(await (await cache.match(request))?.text());
}

const LabelSchema = v.object({
  // as the database held it: no program reads that one with a schema either
  session: v.custom<Session>((value) => typeof value === 'object' && value !== null),
  store: v.string(),
  work: v.unknown(),
  // absent in copies of older programs, which kept no photographs
  files: v.optional(v.array(AttachmentLabelSchema), []),
});

/** Undefined where it is half written, or of a program that is newer. */
function parsed(text = ''): SecondCopy | undefined {
  try {
    const { work, ...rest } = v.parse(LabelSchema, JSON.parse(text));
    const backup = readBackup(work);
    return backup && { ...rest, work: backup };
  } catch {
    // half a copy is none
    return undefined;
  }
}
