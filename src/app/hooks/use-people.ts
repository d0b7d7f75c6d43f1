import { useCallback, useEffect, useRef, useState } from 'react';
import type { PeopleAnswer, PeopleTrouble } from '../../device/index.ts';

/** What the server was last asked for, and what kept it from telling. */
export interface Asked<Value> {
  readonly value: Value | undefined;
  readonly trouble: PeopleTrouble | undefined;
  /** Whether an answer is still to come; it ends by itself, with trouble where none comes. */
  readonly isAsking: boolean;
  /** Asks again; what was told before stays until the answer is there. */
  readonly again: () => Promise<void>;
}

/** Asks the server when the page opens and whenever `ask` becomes another question. */
export function useAsked<Value>(ask: () => Promise<PeopleAnswer<Value>>): Asked<Value> {
  const [told, setTold] = useState<{ ask: unknown; answer: PeopleAnswer<Value> }>();
  const [isAskingAgain, setAskingAgain] = useState(false);
  const question = useRef(ask);
  const again = useCallback(async () => {
    question.current = ask;
    setAskingAgain(true);
    const answer = await ask();
    // an answer to an older question is nobody's business any more
    if (question.current !== ask) return;
    setTold({ ask, answer });
    setAskingAgain(false);
  }, [ask]);
  useEffect(() => void again(), [again]);
  const answer = told?.ask === ask ? told.answer : undefined;
  return {
    value: answer?.ok ? answer.value : undefined,
    trouble: answer && !answer.ok ? answer.trouble : undefined,
    isAsking: !answer || isAskingAgain,
    again,
  };
}
