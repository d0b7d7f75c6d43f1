import type { Catalogue } from '../catalogue/index.ts';
import { templateOf } from '../catalogue/templates/index.ts';
import { composeTitle, deadlineStartOf, type Notice, periodOf } from '../notice/index.ts';
import { placeOf, yimeiPlaces } from '../places/index.ts';
import type { DeviceDatabase, NoticeSummary, StoredNotice } from './database.ts';
import { cataloguesBehind } from './reference.ts';

/** A notice as it is to be stored, with what its summary tells beside it. */
export interface WrittenNotice {
  /** With the edition that it replaces; 0 for a new one. */
  readonly notice: StoredNotice;
  /** How many actions of it wait for an answer. */
  readonly waiting: number;
  /** An ISO instant. */
  readonly touchedAt: string;
}

/**
 * Writes notices with their summaries, in two requests however many there are; to be called inside a
 * transaction over both tables. Gives what is stored now, in the same order.
 */
export async function writeNotices(
  database: DeviceDatabase,
  written: readonly WrittenNotice[],
): Promise<StoredNotice[]> {
  const contents = written.map(({ notice }) => notice.head.content);
  const catalogues = await cataloguesBehind(database, contents);
  const rows = written.map(({ notice, waiting, touchedAt }) => {
    const stored: StoredNotice = { ...notice, edition: notice.edition + 1 };
    return { stored, summary: summaryOf(stored, waiting, touchedAt, catalogues) };
  });
  await database.notices.bulkPut(rows.map(({ stored }) => stored));
  await database.summaries.bulkPut(rows.map(({ summary }) => summary));
  return rows.map(({ stored }) => stored);
}

/** When something was last done to a notice that left its time, an ISO instant. */
export function touchedOf({ saved, revisions, remarks }: Notice): string {
  const times = [saved.at, revisions.at(-1)?.by.at ?? '', remarks.at(-1)?.by.at ?? ''];
  return times.sort().at(-1) ?? saved.at;
}

function summaryOf(
  stored: StoredNotice,
  waiting: number,
  touchedAt: string,
  catalogues: readonly Catalogue[],
): NoticeSummary {
  const { village, code, head } = stored;
  const { template: id, templateVersion } = head.content;
  const template = templateOf(id, templateVersion, catalogues);
  const place = placeOf(yimeiPlaces, village);
  const deadlineStart = template && deadlineStartOf(template, head.content);
  const period = stored.document?.period ?? (template && periodOf(template, head.content));
  return {
    village,
    code,
    template: id,
    templateVersion,
    title:
      template && place
        ? composeTitle(template, head.content, place)
        : (stored.document?.title ?? id),
    stage: head.stage,
    standing: head.standing,
    remarks: head.remarks,
    revisions: head.revisions,
    ...(period ? { period: { from: period.from, to: period.to } } : {}),
    ...(deadlineStart ? { deadlineStart } : {}),
    waiting,
    refused: stored.refusal !== undefined,
    touchedAt,
  };
}
