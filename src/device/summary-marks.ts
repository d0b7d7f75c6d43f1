import type { Transaction } from 'dexie';
import { type Catalogue, itemOutlineOf } from '../catalogue/index.ts';
import { lastCallOf, toldOn } from '../notice/index.ts';
import type { DeviceDatabase, NoticeSummary, SummaryMarks } from './database.ts';
import { SEED_REFERENCE } from './held-reference.ts';

/** A summary with its marks; `catalogues` are the district's own. */
export function marked(
  summary: Omit<NoticeSummary, keyof SummaryMarks>,
  catalogues: readonly Catalogue[] = [],
): NoticeSummary {
  const item = itemOutlineOf(summary.template, summary.templateVersion, catalogues);
  return {
    ...summary,
    lastCall: lastCallOf(summary),
    toldOn: toldOn(summary),
    ...(item ? { item: item.id } : {}),
  };
}

/** Marks what a program wrote that knew no marks; run once when such a database is opened. */
export async function markOlderSummaries(transaction: Transaction): Promise<void> {
  const held = await transaction.table('kept').get('reference');
  const catalogues: readonly Catalogue[] = (held?.value ?? SEED_REFERENCE).catalogues;
  await transaction
    .table<NoticeSummary>('summaries')
    .toCollection()
    .modify((summary, row) => {
      row.value = marked(summary, catalogues);
    });
}

/** Marks what an older program in another tab has written since; costs two counts where it has not. */
export async function markForgottenSummaries(database: DeviceDatabase): Promise<void> {
  const { summaries } = database;
  const [all, known] = await Promise.all([
    summaries.count(),
    summaries.where('[village+lastCall]').above([]).count(),
  ]);
  if (all > known) {
    await database.transaction('rw', summaries, database.kept, markOlderSummaries);
  }
}
