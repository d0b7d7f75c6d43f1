import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { NoticeKey } from '../../device/database.ts';
import type { VillageCode } from '../../notice/index.ts';
import { database } from '../database.ts';
import { NoticeTitles } from '../notice-titles.ts';

/** Kept while the app is open, so that coming back to the search costs nothing. */
const kept = new Map<VillageCode, NoticeTitles>();

/**
 * A village's notices whose titles hold the words, the one touched last first; undefined until they
 * are read. `isReading`: not all titles are known yet.
 */
export function useNoticeSearch(
  village: VillageCode,
  wanted: string,
): { readonly found: readonly NoticeKey[] | undefined; readonly isReading: boolean } {
  const keys = useLiveQuery(async () => {
    // in the order of the index, which is read much faster than against it
    const all = await database.summaries
      .where('[village+touchedAt]')
      .between([village, ''], [village, '\uffff'])
      .primaryKeys();
    return all.reverse();
  }, [village]);
  const titles = titlesOf(village);
  const [known, setKnown] = useState<readonly NoticeKey[]>();
  useEffect(() => {
    if (!keys) return;
    let isGone = false;
    titles
      .update(() => !isGone)
      .then((isWhole) => isWhole && !isGone && setKnown(keys), reportError);
    return () => {
      isGone = true;
    };
  }, [titles, keys]);
  const isReading = known === undefined;
  const found = useMemo(
    () => keys && (isReading ? keys : titles.search(known, wanted)),
    [keys, known, isReading, titles, wanted],
  );
  return { found, isReading };
}

function titlesOf(village: VillageCode): NoticeTitles {
  const titles = kept.get(village) ?? new NoticeTitles(database, village);
  kept.set(village, titles);
  return titles;
}
