import { useLiveQuery } from 'dexie-react-hooks';
import type { NoticeKey, StoredObjection } from '../../device/index.ts';
import { type NoticeCode, objectionState, type VillageCode } from '../../notice/index.ts';
import { database } from '../database.ts';

/** A notice's objections, the newest first; undefined while they are not read yet. */
export function useObjections(
  village: VillageCode | undefined,
  notice: NoticeCode | undefined,
): StoredObjection[] | undefined {
  return useLiveQuery(async () => {
    if (!village || !notice) return [];
    const all = await database.objections
      .where('[village+notice]')
      .equals([village, notice])
      .toArray();
    return all.sort((a, b) => (a.head.receivedAt < b.head.receivedAt ? 1 : -1));
  }, [village, notice]);
}

export interface Unanswered extends StoredObjection {
  /** Of the notice that it is about, where that is here. */
  readonly title: string | undefined;
}

/** Which of a village's objections somebody still has to answer, the first to be due first, with
 * the titles of their notices where these are here. */
export function useUnanswered(village: VillageCode | undefined): readonly Unanswered[] | undefined {
  return useLiveQuery(async () => {
    if (!village) return [];
    const all = await database.objections
      .where('[village+code]')
      .between([village, ''], [village, '\uffff'])
      .toArray();
    const open = all
      .filter(({ head }) => objectionState(head) !== 'answered')
      .sort((a, b) => (a.head.answerBy < b.head.answerBy ? -1 : 1));
    const keys = open.map(({ notice }): NoticeKey => [village, notice]);
    const notices = await database.summaries.bulkGet(keys);
    return open.map((one, index) => ({ ...one, title: notices[index]?.title }));
  }, [village]);
}

/** Objections with a step that was not sent yet, by their codes. */
export function useUnsentObjections(): ReadonlySet<string> | undefined {
  return useLiveQuery(async () => {
    const entries = await database.objectionOutbox.toArray();
    return new Set(entries.map(({ objection }) => objection as string));
  }, []);
}
