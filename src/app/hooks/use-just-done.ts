import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoticeContent } from '../../notice/index.ts';
import type { Draft } from './use-draft.ts';

/**
 * The words for what was just done, as long as it is the last thing done: with the next change they
 * are gone, since taking back would then take back something else.
 */
export function useJustDone({
  content,
}: Draft): [words: string | undefined, tell: (words: string) => void, forget: () => void] {
  const [done, setDone] = useState<{ readonly words: string }>();
  const told = useRef<{ done: object; content: NoticeContent }>(undefined);
  const tell = useCallback((words: string) => setDone({ words }), []);
  const forget = useCallback(() => setDone(undefined), []);
  useEffect(() => {
    if (!done) return;
    if (told.current?.done !== done) told.current = { done, content };
    else if (told.current.content !== content) setDone(undefined);
  }, [done, content]);
  return [done?.words, tell, forget];
}
