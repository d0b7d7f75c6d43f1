import { contentWith } from '../notice/index.ts';
import type { DeviceDatabase, NoticeKey } from './database.ts';
import type { Locks } from './one-syncer.ts';
import { type Drafting, saveTyped } from './save-typed.ts';
import { aheadNames, forgetAhead, readAhead } from './typed-ahead.ts';

/**
 * Saves what was kept ahead in drafts that are open no more; gives the notices that it was of. A
 * draft holds a lock of its name as long as it is open. What another person wrote into the same place
 * since then stands beside it as a conflict.
 */
export async function takeUpAhead(
  database: DeviceDatabase,
  drafting: Drafting,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<readonly NoticeKey[]> {
  const taken: NoticeKey[] = [];
  for (const name of await aheadNames(database)) {
    const take = () => takeUp(database, drafting, name);
    const key = locks
      ? await locks.request(name, { ifAvailable: true }, (lock) => (lock ? take() : undefined))
      : await take();
    if (key) taken.push(key);
  }
  return taken;
}

function takeUp(
  database: DeviceDatabase,
  drafting: Drafting,
  name: string,
): Promise<NoticeKey | undefined> {
  const tables = [...database.workTables(), database.undoSteps];
  return database.transaction('rw', tables, async () => {
    const ahead = await readAhead(database, name);
    const stored = ahead && (await database.notices.get(ahead.key));
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
