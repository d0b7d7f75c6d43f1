import { use, useEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { StoredNotice } from '../../device/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { database, takeUpOnce } from '../device.ts';
import { useStoredNotice } from './use-device.ts';

/** The notice of the page that is being opened, until that is on the screen. */
let opening: { readonly key: string; readonly read: Promise<StoredNotice | null> } | undefined;

/** The notices shown last, as they were, for the way back: the browser's own arrow waits for nothing. */
const shownLast = new Map<string, StoredNotice | null>();
const MOST_SHOWN = 8;

/**
 * The notice that a page is about, `null` where there is none. It is read, with what was typed ahead
 * in it, before the page first shows: until then the page before it stays on the screen. For pages
 * alone, since they are opened one at a time.
 */
export function usePageNotice(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): StoredNotice | null {
  const key = `${village}/${code}`;
  const isReturn = useNavigationType() === 'POP';
  // a page that waits has no state of its own yet
  const [held] = useState<{ key?: string; notice?: StoredNotice | null }>({});
  if (held.key !== key) {
    const left = isReturn ? shownLast.get(key) : undefined;
    held.notice = left === undefined ? use(reading(key, village, code)) : left;
    held.key = key;
  }
  const live = useStoredNotice(village, code);
  const isOther = live && (live.code !== code || live.village !== village);
  const notice = live === undefined || isOther ? (held.notice ?? null) : live;
  useEffect(() => {
    if (opening?.key === key) opening = undefined;
    shownLast.delete(key);
    shownLast.set(key, notice);
    const [oldest] = shownLast.keys();
    if (oldest !== undefined && shownLast.size > MOST_SHOWN) shownLast.delete(oldest);
  }, [key, notice]);
  return notice;
}

function reading(
  key: string,
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): Promise<StoredNotice | null> {
  if (opening?.key !== key) opening = { key, read: readWhole(village, code) };
  return opening.read;
}

async function readWhole(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): Promise<StoredNotice | null> {
  if (!village || !code) return null;
  await takeUpOnce();
  return (await database.notices.get([village, code])) ?? null;
}
