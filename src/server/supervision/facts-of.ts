import { templateOf } from '../../catalogue/templates/index.ts';
import {
  composeTitle,
  deadlineStartOf,
  type Notice,
  type NoticeFacts,
} from '../../notice/index.ts';
import type { Database } from '../database/index.ts';
import { placeOfVillage } from '../places.ts';
import { cataloguesFor } from '../reference/index.ts';

/** Undefined for a notice whose template nobody here knows: nothing can be said of its item. */
export async function factsOf(db: Database, notice: Notice): Promise<NoticeFacts | undefined> {
  const { village, code, content, stage, standing, revisions, postings = [], createdAt } = notice;
  const catalogues = await cataloguesFor(db, village, [content]);
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const place = placeOfVillage(village);
  if (!template || !place) return undefined;
  const deadlineStart = deadlineStartOf(template, content);
  const publishedAt = revisions[0]?.by.at;
  const hungAt = postings.map((one) => one.hungAt).sort()[0];
  return {
    village,
    code,
    item: template.item,
    title: composeTitle(template, content, place),
    stage,
    standing,
    createdAt,
    ...(deadlineStart ? { deadlineStart } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(hungAt ? { hungAt } : {}),
  };
}
