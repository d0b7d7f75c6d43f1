import { contentWith } from '../notice/index.ts';
import { type DeviceDatabase, isStorageFull, type NoticeKey } from './database.ts';
import type { Locks } from './one-syncer.ts';
import { queueOf } from './outbox.ts';
import { type Drafting, saveTyped } from './save-typed.ts';
import { aheadNames, forgetAhead, readAhead } from './typed-ahead.ts';
import { touchedOf, writeNotices } from './write-notices.ts';

/**
 * Saves what was kept ahead in drafts that are open no more; gives the notices that it was of. A
 * draft holds a lock of its name as long as it is open. What another person wrote into the same place
 * since then stands beside it as a conflict. What cannot be saved keeps nothing else from it: it stays
 * for the next start, and its notice says so.
 *
 * @throws AggregateError when all have been tried, with what kept some from being saved.
 */
export async function takeUpAhead(
  database: DeviceDatabase,
  drafting: Drafting,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<readonly NoticeKey[]> {
  const taken: NoticeKey[] = [];
  const errors: unknown[] = [];
  for (const name of await aheadNames(database)) {
    const take = () => takeUp(database, drafting, name);
    try {
      const key = locks
        ? await locks.request(name, { ifAvailable: true }, (lock) => (lock ? take() : undefined))
        : await take();
      if (key) taken.push(key);
    } catch (error) {
      errors.push(error);
      // where there is no room, there is none to say so either
      if (!isStorageFull(error)) await sayOf(database, name).catch((other) => errors.push(other));
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'some of what was typed is still ahead');
  return taken;
}

/** Has the notice say that something typed into it lies apart. */
function sayOf(database: DeviceDatabase, name: string): Promise<void> {
  return database.transaction('rw', database.workTables(), async () => {
    const key = (await readAhead(database, name))?.key;
    const stored = key && (await database.notices.get(key));
    if (!stored) return;
    const refusal = { code: 'typed-apart', action: 'save' } as const;
    const waiting = (await queueOf(database, ...key)).length;
    const notice = { ...stored, refusal };
    await writeNotices(database, [{ notice, waiting, touchedAt: touchedOf(stored.head) }]);
  });
}

function takeUp(
  database: DeviceDatabase,
  drafting: Drafting,
  name: string,
): Promise<NoticeKey | undefined> {
  const tables = [...database.workTables(), database.undoSteps];
  return database.transaction('rw', tables, async () => {
    const ahead = await readAhead(database, name);
    // of a newer program, which will read it again
    if (!ahead) return undefined;
    const stored = await database.notices.get(ahead.key);
    if (!stored) {
      await forgetAhead(database, name);
      return undefined;
    }
    const [before, after] = [
      contentWith(stored.head.content, ahead.change, 'before'),
      contentWith(stored.head.content, ahead.change, 'after'),
    ];
    await saveTyped(database, drafting, stored, { before, after }, name);
    return ahead.key;
  });
}
