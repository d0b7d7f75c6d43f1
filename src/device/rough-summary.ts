import type { DeviceDatabase, NoticeSummary, SummaryMarks, Unsummed } from './database.ts';
import { marked } from './summary-marks.ts';

/**
 * What lists need of notices as far as it can be told without their templates: the title is that of
 * the last publication, else the template's id, until a page completes it.
 */
export async function roughSummaries(
  _database: DeviceDatabase,
  notices: readonly Unsummed[],
): Promise<NoticeSummary[]> {
  return notices.map((one) => marked({ ...toldWithoutTemplate(one), rough: 1 }));
}

export function toldWithoutTemplate({
  stored,
  waiting,
  touchedAt,
}: Unsummed): Omit<NoticeSummary, keyof SummaryMarks> {
  const { village, code, head, document, refusal } = stored;
  const { template, templateVersion } = head.content;
  const period = document?.period;
  return {
    village,
    code,
    template,
    templateVersion,
    title: document?.title ?? template,
    stage: head.stage,
    standing: head.standing,
    remarks: head.remarks,
    revisions: head.revisions,
    ...(head.postings ? { postings: head.postings } : {}),
    ...(period ? { period: { from: period.from, to: period.to } } : {}),
    waiting,
    refused: refusal !== undefined,
    touchedAt,
  };
}
