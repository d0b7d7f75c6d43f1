import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { followVillage } from '../../device/index.ts';
import { oversees, type VillageCode } from '../../notice/index.ts';
import { database, syncNow } from '../device.ts';
import { useSession } from './use-device.ts';

/**
 * Whether a village's notices are on their way to a phone that oversees many villages: whoever looks
 * at one has it fetched. False for people who hold their villages whole anyway.
 */
export function useFollowing(village: VillageCode | undefined): boolean {
  const session = useSession();
  const isKnown = useLiveQuery(
    async () => village !== undefined && village in ((await database.read('cursors')) ?? {}),
    [village],
  );
  const isOverseen =
    session != null &&
    oversees(session.person.role) &&
    session.villages.some(({ code }) => code === village);
  useEffect(() => {
    if (!isOverseen || !village) return;
    void followVillage(database, village).then((isNew) => isNew && syncNow());
  }, [isOverseen, village]);
  return isOverseen && isKnown === false;
}
