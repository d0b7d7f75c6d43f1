import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import type { VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';

/** Numbers of offices and leaders that somebody of this village said may be shown; asked once. */
export function useAllowedNumbers(village: VillageCode): {
  readonly allowed: readonly string[] | undefined;
  readonly allow: (text: string) => void;
} {
  const allowed = useLiveQuery(
    async () => (await database.read('allowedNumbers'))?.[village] ?? [],
    [village],
  );
  const allow = useCallback(
    (text: string) => {
      void database.transaction('rw', database.kept, async () => {
        const known = (await database.read('allowedNumbers')) ?? {};
        const numbers = [...new Set([...(known[village] ?? []), text])];
        await database.keep('allowedNumbers', { ...known, [village]: numbers });
      });
    },
    [village],
  );
  return { allowed, allow };
}
