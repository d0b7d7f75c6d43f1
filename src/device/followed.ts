import { oversees, type VillageCode } from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';

/**
 * Whose notices a device holds whole. Who works in villages holds theirs; who oversees a town or a
 * district holds deadlines of all, and the notices of the few villages that they looked at last.
 */

/** So many villages are held whole at once. */
const MOST = 6;

/** The villages whose notices this device keeps up to date. */
export async function villagesHeld(
  database: DeviceDatabase,
  session: Session,
): Promise<readonly VillageCode[]> {
  const all = session.villages.map(({ code }) => code);
  if (!oversees(session.person.role) || all.length <= MOST) return all;
  const followed = await followedNow(database);
  return all.filter((code) => followed.includes(code));
}

/**
 * From now on a village's notices are held whole; those of the village that was looked at longest ago
 * are let go, since the server has them. True where it was not held before.
 */
export async function followVillage(
  database: DeviceDatabase,
  village: VillageCode,
): Promise<boolean> {
  const session = await database.read('session');
  if (!session || (await villagesHeld(database, session)).includes(village)) return false;
  if (!session.villages.some(({ code }) => code === village)) return false;
  const followed = [village, ...(await followedNow(database))].slice(0, MOST);
  await database.keep('followed', followed);
  await letGoOfOthers(database);
  return true;
}

/** Lets go of whole notices that this device no longer holds, of an older program's too. */
export async function letGoOfOthers(database: DeviceDatabase): Promise<void> {
  const session = await database.read('session');
  if (!session) return;
  const held = new Set<string>(await villagesHeld(database, session));
  await database.transaction('rw', database.workTables(), async () => {
    const cursors = { ...(await database.read('cursors')) };
    const histories = { ...(await database.read('histories')) };
    const onlyHere = [...(await database.outbox.toArray()), ...(await database.refused.toArray())];
    const waiting = new Set(onlyHere.map((entry) => entry.village));
    const gone = session.villages.filter(
      ({ code }) => code in cursors && !held.has(code) && !waiting.has(code),
    );
    if (gone.length === 0) return;
    for (const { code } of gone) {
      const all = [[code, ''] as const, [code, '\uffff'] as const] as const;
      await database.notices
        .where('[village+code]')
        .between(...all)
        .delete();
      await database.summaries
        .where('[village+code]')
        .between(...all)
        .delete();
      delete cursors[code];
      delete histories[code];
    }
    await database.keep('cursors', cursors);
    await database.keep('histories', histories);
  });
}

/** The villages looked at, the last one first; the one that the person works in is always among them. */
async function followedNow(database: DeviceDatabase): Promise<readonly VillageCode[]> {
  const chosen = await database.read('village');
  const followed = (await database.read('followed')) ?? [];
  return [...new Set([...(chosen ? [chosen] : []), ...followed])].slice(0, MOST);
}
