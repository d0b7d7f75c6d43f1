import { useCallback, useState } from 'react';
import type { Settle } from '../components/conflict-choices.tsx';
import { database, history, store } from '../device.ts';
import type { Draft } from './use-draft.ts';
import { useRefusalWords } from './use-refusal-words.ts';

/**
 * Settles conflicts of a draft, after what was typed is stored, as a step that can be taken back;
 * `refusal` says why one could not be.
 */
export function useSettling({ stored: { village, code }, flush }: Draft): {
  readonly settle: Settle;
  readonly refusal: string | undefined;
} {
  const refusalWords = useRefusalWords();
  const [refusal, setRefusal] = useState<string>();
  const settle = useCallback<Settle>(
    async (place, value) => {
      await flush();
      const before = (await database.notices.get([village, code]))?.head.content;
      const outcome = await store.act(village, code, { kind: 'settle', place, value });
      setRefusal(outcome.ok ? undefined : outcome.refusal);
      // a slip of the finger is taken back as any other step is
      if (outcome.ok && before) await history.record(village, code, before, outcome.notice.content);
    },
    [village, code, flush],
  );
  return { settle, refusal: refusal && refusalWords(refusal) };
}
