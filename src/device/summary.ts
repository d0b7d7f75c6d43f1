import type { Catalogue } from '../catalogue/index.ts';
import { templateOf } from '../catalogue/templates/index.ts';
import { composeTitle, deadlineStartOf, periodOf } from '../notice/index.ts';
import { placeOf, yimeiPlaces } from '../places/index.ts';
import type { DeviceDatabase, NoticeKey, NoticeSummary, Unsummed } from './database.ts';
import { cataloguesBehind } from './reference.ts';
import { toldWithoutTemplate } from './rough-summary.ts';
import { marked } from './summary-marks.ts';

/** What lists need of notices, with the titles that their templates compose. */
export async function wholeSummaries(
  database: DeviceDatabase,
  notices: readonly Unsummed[],
): Promise<NoticeSummary[]> {
  const contents = notices.map(({ stored }) => stored.head.content);
  const catalogues = await cataloguesBehind(database, contents);
  return notices.map((one) => summaryOf(one, catalogues));
}

/** Completes the summaries that the service worker wrote, which carries no templates. */
export async function completeSummaries(database: DeviceDatabase): Promise<void> {
  const { summaries, notices, kept } = database;
  await database.transaction('rw', summaries, notices, kept, async () => {
    const rough = await summaries.where('rough').equals(1).toArray();
    const found = await notices.bulkGet(
      rough.map(({ village, code }): NoticeKey => [village, code]),
    );
    const unsummed = rough.flatMap(({ waiting, touchedAt }, index): Unsummed[] => {
      const stored = found[index];
      return stored ? [{ stored, waiting, touchedAt }] : [];
    });
    await summaries.bulkPut(await wholeSummaries(database, unsummed));
  });
}

function summaryOf(unsummed: Unsummed, catalogues: readonly Catalogue[]): NoticeSummary {
  const told = toldWithoutTemplate(unsummed);
  const { village, head, document } = unsummed.stored;
  const template = templateOf(head.content.template, head.content.templateVersion, catalogues);
  const place = placeOf(yimeiPlaces, village);
  if (!template || !place) return marked(told, catalogues);
  const period = document?.period ?? periodOf(template, head.content);
  const deadlineStart = deadlineStartOf(template, head.content);
  const whole = {
    ...told,
    title: composeTitle(template, head.content, place),
    ...(period ? { period: { from: period.from, to: period.to } } : {}),
    ...(deadlineStart ? { deadlineStart } : {}),
  };
  return marked(whole, catalogues);
}
