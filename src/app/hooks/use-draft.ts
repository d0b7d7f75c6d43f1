import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { templateOf } from '../../catalogue/templates/index.ts';
import {
  forgetAhead,
  keepAhead,
  type StoredNotice,
  saveStep,
  saveTyped,
} from '../../device/index.ts';
import {
  applyChange,
  changeBetween,
  changeWithoutForbidden,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
} from '../../notice/index.ts';
import { afterFrame } from '../after-frame.ts';
import { database, history, store } from '../device.ts';
import { forgetLastWords, keepLastWords, withLastWords } from '../last-words.ts';
import { withSharedRows } from '../shared-rows.ts';
import { type Watched, watched } from '../watched.ts';
import { useAhead } from './use-ahead.ts';
import { useHeldReference } from './use-held-reference.ts';
import { usePageNotice } from './use-page-notice.ts';

/** What is typed is kept ahead this often: well below the half second promised. */
const AHEAD_MILLISECONDS = 150;
/** Who types no further key for so long pauses, and what stands is saved. */
const PAUSE_MILLISECONDS = 500;
/** So long at most nothing is saved: what is typed is to be sent some time too. */
const LONGEST_MILLISECONDS = 30_000;
/** Nobody looks up from the keyboard sooner: the rest of the page follows what was typed. */
const LOOK_MILLISECONDS = 400;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface Draft {
  readonly stored: StoredNotice;
  readonly content: NoticeContent;
  readonly saveState: Watched<SaveState>;
  readonly change: (edit: (content: NoticeContent) => NoticeContent) => void;
  /**
   * As `change`, for what a person types: the field shows it by itself, and `content` and `stored`
   * follow when the typing pauses, so that a key costs the field it is typed into and nothing else.
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
  const live = usePageNotice(village, code);
  // whole, so it shows at once
  const opened = live ?? undefined;
  const [name, wholeFrom] = useAhead(village, code);
  const reference = useHeldReference();
  const [stored, setStored] = useState(opened);
  const [content, setContent] = useState(opened?.head.content);
  const [saveState] = useState(() => watched<SaveState>('saved'));
  // what is on the screen, known at once: React may run a state update later than a save ends
  const shown = useRef(opened?.head.content);
  const typed = useRef<NoticeContent>(undefined);
  /** What the person has before their eyes grew from this, which the store knows or knew. */
  const ground = useRef(opened?.head.content);
  /** What waits to be written, or is written, as the last. */
  const queued = useRef<NoticeContent>(undefined);
  /** What the store is writing at this moment. */
  const underWay = useRef<NoticeContent>(undefined);
  const latest = useRef(opened);
  /** What was kept ahead last, of what is typed. */
  const ahead = useRef<NoticeContent>(undefined);
  /** Set while somebody types on, by what comes when they do not and by what comes all the same. */
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const savedAt = useRef(0);
  const look = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const steps = useRef<Promise<void>>(Promise.resolve());
  /** Keeps what the store did not take where the draft finds it when it is opened again. */
  const keepWhatFailed = useRef<() => void>(undefined);
  /** While a change is taken back or done again, which is no new change. */
  const isStepping = useRef(false);

  /** Lets the page follow what stands and what is stored. */
  const follow = useCallback((): void => {
    const [standing, known] = [shown.current, latest.current];
    if (!standing || !known) return;
    clearTimeout(look.current);
    look.current = undefined;
    startTransition(() => {
      setContent(standing);
      setStored(known);
    });
  }, []);

  const show = useCallback(
    (next: NoticeContent): void => {
      const isFirst = !shown.current;
      shown.current = withSharedRows(next, shown.current);
      if (isFirst) {
        setContent(shown.current);
        setStored(latest.current);
      } else if (look.current === undefined) follow();
    },
    [follow],
  );

  useEffect(() => {
    if (!live || wholeFrom === undefined || live.edition < wholeFrom) return;
    // what was written here is known already
    if (live.edition === latest.current?.edition) return;
    latest.current = live;
    if (typed.current) return;
    ground.current = live.head.content;
    show(live.head.content);
  }, [live, wholeFrom, show]);

  const write = useCallback(
    async (toWrite: NoticeContent): Promise<void> => {
      const before = ground.current;
      if (!before || !village || !code) return;
      try {
        underWay.current = toWrite;
        const after = isStepping.current
          ? await saveStep(database, store, { village, code }, { before, after: toWrite }, name)
          : await saveTyped(
              database,
              { store, history },
              { village, code },
              { before, after: toWrite },
              name,
            );
        // while typing goes on, the screen does not show what a sync brought: it still stands on its own
        ground.current = toWrite;
        if (typed.current !== toWrite) return;
        typed.current = undefined;
        ground.current = after.head.content;
        latest.current = after;
        show(after.head.content);
        // who asked for it to be saved looks up already
        follow();
        forgetLastWords(village, code);
        saveState.set('saved');
      } catch {
        // the store is full or broken: the text stays on the screen and is tried again on each key
        if (queued.current === toWrite) queued.current = undefined;
        saveState.set('failed');
      }
    },
    [village, code, show, follow, name, saveState],
  );

  const template =
    content && templateOf(content.template, content.templateVersion, reference.catalogues);
  const keep = useCallback(async (): Promise<void> => {
    const [from, toKeep] = [ground.current, typed.current];
    const change = from && toKeep && changeBetween(from, toKeep);
    const clean = template && change && changeWithoutForbidden(template, change, toKeep);
    // what was typed and deleted again is not to come back
    const isTakenBack = from && toKeep && !change && ahead.current;
    if (!clean && !isTakenBack) return;
    try {
      if (clean) await keepAhead(database, name, clean);
      else await forgetAhead(database, name);
      ahead.current = toKeep;
    } catch {
      saveState.set('failed');
    }
  }, [template, name, saveState]);

  const stopTimers = useCallback((): void => {
    clearTimeout(pause.current);
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);

  const flush = useCallback((): Promise<void> => {
    stopTimers();
    savedAt.current = performance.now();
    const toWrite = typed.current;
    // each state once: what was saved meanwhile may have been merged with others' work
    if (toWrite && toWrite !== queued.current) {
      queued.current = toWrite;
      writing.current = writing.current.then(() => write(toWrite));
    }
    return writing.current;
  }, [write, stopTimers]);

  const keepOn = useCallback((): void => {
    timer.current = undefined;
    if (performance.now() - savedAt.current > LONGEST_MILLISECONDS) void flush();
    // after a save that is under way, since a change is told from what is stored
    else writing.current = writing.current.then(keep);
  }, [flush, keep]);

  const type = useCallback(
    (edit: (content: NoticeContent) => NoticeContent): void => {
      if (!shown.current) return;
      const next = edit(shown.current);
      // what changes nothing leaves nothing to be saved, and no save would end it
      if (next === shown.current) return;
      if (!typed.current) savedAt.current = performance.now();
      typed.current = next;
      shown.current = next;
      saveState.set('saving');
      clearTimeout(pause.current);
      pause.current = setTimeout(() => void flush(), PAUSE_MILLISECONDS);
      // never put off by the next key, and never between a key and its picture
      timer.current ??= setTimeout(() => afterFrame(keepOn), AHEAD_MILLISECONDS);
      clearTimeout(look.current);
      look.current = setTimeout(follow, LOOK_MILLISECONDS);
    },
    [flush, follow, keepOn, saveState],
  );

  const change = useCallback(
    (edit: (content: NoticeContent) => NoticeContent): void => {
      // what was done just before is taken back by itself, however quickly this came after it
      if (typed.current) void flush();
      type(edit);
      setContent(shown.current);
    },
    [type, flush],
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
          return saveState.current() !== 'failed';
        });
      } finally {
        isStepping.current = false;
      }
    },
    [village, code, flush, change, saveState],
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

  useEffect(() => {
    const keepLast = () => {
      const last = typed.current;
      if (!last || !template || !village || !code) return;
      // a page that ends stops waiting for the database, which may have any of these
      const changes = [ground.current, underWay.current, ahead.current].flatMap((from) => {
        const change = from && changeBetween(from, last);
        return (change && changeWithoutForbidden(template, change, last)) ?? [];
      });
      keepLastWords(village, code, changes);
    };
    keepWhatFailed.current = keepLast;
    const hide = () => {
      keepLast();
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
  // another page of the app is no end: the store has all the time it needs, if not always room
  useEffect(() => {
    const leave = () => saveState.current() === 'failed' && keepWhatFailed.current?.();
    return () => void flush().then(leave);
  }, [flush, saveState]);

  const isMissing = live === null;
  return useMemo(() => {
    if (isMissing) return null;
    return stored && content && { stored, content, saveState, change, type, flush, step };
  }, [isMissing, stored, content, saveState, change, type, flush, step]);
}
