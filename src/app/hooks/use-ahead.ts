import { useEffect, useState } from 'react';
import { aheadName } from '../../device/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { database, takeUpOnce } from '../device.ts';
import { drawRowId } from '../draw-row-id.ts';

/**
 * The name under which a draft keeps what is typed ahead, its own as long as it is open; and the
 * edition of the notice that has all that earlier ones left behind, undefined until it is saved.
 */
export function useAhead(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): [name: string, wholeFrom: number | undefined] {
  const [name] = useState(() => (village && code ? aheadName([village, code], drawRowId()) : ''));
  const [wholeFrom, setWholeFrom] = useState<number>();
  useEffect(() => {
    if (!village || !code) return;
    wholeEdition(village, code).then(setWholeFrom).catch(reportError);
    let close: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      close = resolve;
    });
    navigator.locks?.request(name, () => isClosed).catch(reportError);
    return () => close();
  }, [village, code, name]);
  return [name, wholeFrom];
}

async function wholeEdition(village: VillageCode, code: NoticeCode): Promise<number> {
  const taken = await takeUpOnce();
  if (!taken.some(([of, one]) => of === village && one === code)) return 0;
  return (await database.notices.get([village, code]))?.edition ?? 0;
}
