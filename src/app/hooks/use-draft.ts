import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredNotice } from '../../device/index.ts';
import type { NoticeCode, NoticeContent, VillageCode } from '../../notice/index.ts';
import { store } from '../device.ts';
import { useStoredNotice } from './use-device.ts';

/** What is typed is written this often while typing goes on: well below the half second promised. */
const WRITE_MILLISECONDS = 150;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Draft {
  readonly stored: StoredNotice;
  readonly content: NoticeContent;
  readonly saveState: SaveState;
  readonly change: (edit: (content: NoticeContent) => NoticeContent) => void;
  /** Writes what was typed at once; resolves when it is durable. */
  readonly flush: () => Promise<void>;
}

/**
 * A notice being written. What is typed shows at once and is stored a moment later, and at once when
 * the page is hidden or left. What a sync or another tab changes meanwhile is merged in by the store.
 */
export function useDraft(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): Draft | null | undefined {
  const live = useStoredNotice(village, code);
  const [content, setContent] = useState<NoticeContent>();
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const typed = useRef<NoticeContent>(undefined);
  const ground = useRef<StoredNotice>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    if (!live || typed.current) return;
    ground.current = live;
    setContent(live.head.content);
  }, [live]);

  const write = useCallback(async (): Promise<void> => {
    const toWrite = typed.current;
    if (!toWrite || !village || !code) return;
    try {
      const stored = await store.save(village, code, toWrite, ground.current);
      ground.current = stored;
      if (typed.current !== toWrite) return;
      typed.current = undefined;
      setContent(stored.head.content);
      setSaveState('saved');
    } catch {
      // the store is full or broken: the text stays on the screen and is tried again on each key
      setSaveState('failed');
    }
  }, [village, code]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    writing.current = writing.current.then(write);
    return writing.current;
  }, [write]);

  const change = useCallback(
    (edit: (content: NoticeContent) => NoticeContent): void => {
      setContent((current) => {
        if (!current) return current;
        const next = edit(current);
        typed.current = next;
        return next;
      });
      setSaveState('saving');
      // never put off by the next key: somebody who types without a pause is saved all the same
      timer.current ??= setTimeout(() => void flush(), WRITE_MILLISECONDS);
    },
    [flush],
  );

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    const hide = () => void flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', hide);
      void flush();
    };
  }, [flush]);

  if (live === null) return null;
  if (!live || !content) return undefined;
  return { stored: live, content, saveState, change, flush };
}
