import {
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import {
  applyChange,
  changeBetween,
  changeWithoutForbidden,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
} from '../../notice/index.ts';
import { history, store } from '../device.ts';
import { forgetLastWords, keepLastWords, withLastWords } from '../last-words.ts';
import { withSharedRows } from '../shared-rows.ts';
import { type Watched, watched } from '../watched.ts';
import { useStoredNotice } from './use-device.ts';
import { useHeldReference } from './use-held-reference.ts';

/** What is typed is written this often while typing goes on: well below the half second promised. */
const WRITE_MILLISECONDS = 150;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Draft {
  readonly stored: StoredNotice;
  readonly content: NoticeContent;
  readonly saveState: Watched<SaveState>;
  readonly change: (edit: (content: NoticeContent) => NoticeContent) => void;
  /**
   * As `change`, for what a person types: the field shows it by itself, and `content` follows when
   * it is written, so that a key costs the field it is typed into and nothing else.
   */
  readonly type: (edit: (content: NoticeContent) => NoticeContent) => void;
  /** Writes what was typed at once; resolves when it is durable. */
  readonly flush: () => Promise<void>;
  /** Takes the last change back, or does it again; nothing where there is none. */
  readonly step: (direction: 'undo' | 'redo') => Promise<void>;
}

/**
 * A notice being written. What is done shows at once and is stored a moment later, and at once when
 * the page is hidden or left. What a sync or another tab changes meanwhile is merged in by the store.
 */
export function useDraft(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): Draft | null | undefined {
  const live = useStoredNotice(village, code);
  const reference = useHeldReference();
  // each save is told back: whatever looks at more than the content may do so after the next key
  const settled = useDeferredValue(live) ?? live;
  const [content, setContent] = useState<NoticeContent>();
  const [saveState] = useState(() => watched<SaveState>('saved'));
  // what is on the screen, known at once: React may run a state update later than a save ends
  const shown = useRef<NoticeContent>(undefined);
  const typed = useRef<NoticeContent>(undefined);
  /** What the person has before their eyes grew from this, which the store knows or knew. */
  const ground = useRef<NoticeContent>(undefined);
  /** What the store is writing at this moment. */
  const underWay = useRef<NoticeContent>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const steps = useRef<Promise<void>>(Promise.resolve());
  /** While a change is taken back or done again, which is no new change. */
  const isStepping = useRef(false);

  const show = useCallback((next: NoticeContent): void => {
    const shared = withSharedRows(next, shown.current);
    const isFirst = !shown.current;
    shown.current = shared;
    if (isFirst) setContent(shared);
    else startTransition(() => setContent(shared));
  }, []);

  useEffect(() => {
    if (!live || typed.current) return;
    ground.current = live.head.content;
    show(live.head.content);
  }, [live, show]);

  const write = useCallback(async (): Promise<void> => {
    const toWrite = typed.current;
    if (!toWrite || !village || !code) return;
    startTransition(() => setContent(toWrite));
    try {
      const before = ground.current;
      underWay.current = toWrite;
      const stored = await store.save(village, code, toWrite, before);
      // while typing goes on, the screen does not show what a sync brought: it still stands on its own
      ground.current = toWrite;
      if (typed.current === toWrite) {
        typed.current = undefined;
        ground.current = stored.head.content;
        show(stored.head.content);
      }
      if (before && !isStepping.current) await history.record(village, code, before, toWrite);
      // said last: the way back is durable by then too
      if (typed.current) return;
      forgetLastWords(village, code);
      saveState.set('saved');
    } catch {
      // the store is full or broken: the text stays on the screen and is tried again on each key
      saveState.set('failed');
    }
  }, [village, code, show, saveState]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    writing.current = writing.current.then(write);
    return writing.current;
  }, [write]);

  const type = useCallback(
    (edit: (content: NoticeContent) => NoticeContent): void => {
      if (!shown.current) return;
      const next = edit(shown.current);
      typed.current = next;
      shown.current = next;
      saveState.set('saving');
      // never put off by the next key: somebody who types without a pause is saved all the same
      timer.current ??= setTimeout(() => void flush(), WRITE_MILLISECONDS);
    },
    [flush, saveState],
  );

  const change = useCallback(
    (edit: (content: NoticeContent) => NoticeContent): void => {
      type(edit);
      setContent(shown.current);
    },
    [type],
  );

  const stepNow = useCallback(
    async (direction: 'undo' | 'redo'): Promise<void> => {
      if (!village || !code) return;
      await flush();
      isStepping.current = true;
      try {
        await history.step(village, code, direction, async (made) => {
          change((current) => applyChange(current, made));
          await flush();
        });
      } finally {
        isStepping.current = false;
      }
    },
    [village, code, flush, change],
  );

  const step = useCallback(
    (direction: 'undo' | 'redo'): Promise<void> => {
      // one after the other: a quick second tap is a second step
      const next = () => stepNow(direction);
      steps.current = steps.current.then(next, next);
      return steps.current;
    },
    [stepNow],
  );

  const isOpen = content !== undefined;
  useEffect(() => {
    if (!isOpen || !village || !code || !shown.current) return;
    const whole = withLastWords(village, code, shown.current);
    if (changeBetween(shown.current, whole)) change(() => whole);
    else forgetLastWords(village, code);
  }, [isOpen, village, code, change]);

  const template =
    content && templateOf(content.template, content.templateVersion, reference.catalogues);
  useEffect(() => {
    const hide = () => {
      const last = typed.current;
      if (last && template && village && code) {
        // a page that ends stops waiting for the database, which may have one save or the next
        const changes = [ground.current, underWay.current].flatMap((from) => {
          const change = from && changeBetween(from, last);
          return (change && changeWithoutForbidden(template, change, last)) ?? [];
        });
        keepLastWords(village, code, changes);
      }
      void flush();
    };
    const leave = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', hide);
    };
  }, [flush, template, village, code]);
  // another page of the app is no end: the store has all the time it needs
  useEffect(() => () => void flush(), [flush]);

  return useMemo(() => {
    if (!settled) return settled;
    return content && { stored: settled, content, saveState, change, type, flush, step };
  }, [settled, content, saveState, change, type, flush, step]);
}
