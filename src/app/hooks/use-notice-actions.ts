import { useState } from 'react';
import type { StoredNotice } from '../../device/index.ts';
import type { NoticeAction } from '../../notice/index.ts';
import { store, syncNow } from '../device.ts';
import { useHeldReference } from './use-held-reference.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTranslation } from './use-translation.ts';

/**
 * What a person does to a notice with a button. Each resolves to whether it was done here, and the
 * last one so done is `done`; `refusal` says why the last one was not, or why the server turned it
 * away later.
 */
export function useNoticeActions(stored: StoredNotice) {
  const { t } = useTranslation();
  const { catalogues } = useHeldReference();
  const refusalWords = useRefusalWords();
  const [refused, setRefused] = useState<string>();
  const [done, setDone] = useState<NoticeAction['kind']>();
  const { village, code } = stored;

  const act = async (action: Exclude<NoticeAction, { kind: 'save' }>): Promise<boolean> => {
    const outcome = await store.act(village, code, action);
    setRefused(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) setDone(action.kind);
    syncNow();
    return outcome.ok;
  };
  const publish = async (): Promise<boolean> => {
    const publication = store.publication(stored.head, catalogues);
    if (!publication || !window.confirm(t('app.notice.confirmPublish'))) return false;
    return act(publication);
  };
  const reason = refused ?? stored.refusal?.code;
  return { act, publish, done, refusal: reason === undefined ? undefined : refusalWords(reason) };
}
