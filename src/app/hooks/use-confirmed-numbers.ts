import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { VillageCode } from '../../notice/index.ts';
import type { Confirming } from '../components/finding-notes.tsx';
import { database } from '../device.ts';
import type { Draft } from './use-draft.ts';

/**
 * Numbers of offices and leaders that somebody of this village said may be shown; asked once.
 * Undefined until they are read. A number counts as confirmed when the answer and the draft in which
 * it was typed are both durable.
 */
export function useConfirmedNumbers(
  village: VillageCode,
  flush: Draft['flush'],
): Confirming | undefined {
  const confirmed = useLiveQuery(
    async () => (await database.read('allowedNumbers'))?.[village] ?? [],
    [village],
  );
  return useMemo(
    () =>
      confirmed && {
        confirmed,
        confirm: (text) => void flush().then(() => remember(village, text)),
      },
    [confirmed, village, flush],
  );
}

async function remember(village: VillageCode, text: string): Promise<void> {
  await database.transaction('rw', database.kept, async () => {
    const known = (await database.read('allowedNumbers')) ?? {};
    const numbers = [...new Set([...(known[village] ?? []), text])];
    await database.keep('allowedNumbers', { ...known, [village]: numbers });
  });
}
