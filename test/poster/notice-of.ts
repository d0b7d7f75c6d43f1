import type { Template } from '../../src/catalogue/templates/index.ts';
import { composeDocument, type NoticeDocument } from '../../src/notice/index.ts';
import { aContent, aPlace } from '../builders/index.ts';

/** The notice of a template with every list that it can have, each of so many invented rows. */
export function noticeOf(template: Template, rows: number): NoticeDocument {
  const deciding = new Set(template.tables.flatMap(({ askedWhen }) => askedWhen?.field ?? []));
  const content = [...deciding].reduce(
    (builder, field) => builder.withField(field, 'yes'),
    aContent(template),
  );
  return composeDocument(template, content.withEveryList(rows).build(), aPlace());
}
