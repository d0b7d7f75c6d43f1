import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { ReviewedNotice, StoredNotice } from '../../device/index.ts';
import {
  composeDocument,
  type Difference,
  differencesOf,
  type NoticeDocument,
} from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import { database } from '../device.ts';
import { useHeldReference } from './use-held-reference.ts';

/** What has changed in a notice, and since when. */
export interface Changes {
  readonly since: 'revision' | 'return';
  readonly differences: readonly Difference[];
}

/**
 * What a reviewer has to look at: the words as they would be published, and what is different in
 * them since this reviewer last returned them, or since the last revision. No `changes` where nobody
 * has read it before.
 */
export function useReview(stored: StoredNotice): {
  readonly document: NoticeDocument | undefined;
  readonly changes: Changes | undefined;
} {
  const { village, code, head } = stored;
  const { catalogues } = useHeldReference();
  const reviewed = useLiveQuery(
    async (): Promise<ReviewedNotice | null> =>
      (await database.reviewed.get([village, code])) ?? null,
    [village, code],
  );
  const { content, revisions } = head;
  const published = stored.document;
  const document = useMemo(() => {
    const template = templateOf(content.template, content.templateVersion, catalogues);
    const place = placeOf(yimeiPlaces, village);
    return template && place && composeDocument(template, content, place);
  }, [content, village, catalogues]);

  const publishedAt = revisions.at(-1)?.by.at ?? '';
  const changes = useMemo((): Changes | undefined => {
    if (!document) return undefined;
    if (reviewed && reviewed.at > publishedAt) {
      return { since: 'return', differences: differencesOf(reviewed.document, document) };
    }
    return published && { since: 'revision', differences: differencesOf(published, document) };
  }, [document, reviewed, published, publishedAt]);
  return { document, changes };
}

/** Remembers on this device what the reviewer had read, so that the next look shows what changed. */
export async function rememberReview(
  { village, code }: Pick<StoredNotice, 'village' | 'code'>,
  document: NoticeDocument,
): Promise<void> {
  await database.reviewed.put({ village, code, document, at: new Date().toISOString() });
}
