import type { NoticePageInput } from '../page-input.ts';
import { addressOf, sheetPathOf } from '../page-paths.ts';
import { type ListDisplay, listDisplay } from '../person-lists.ts';
import { publicityState } from '../publicity-state.ts';
import { latestRevision } from '../verdict.ts';
import { wordsIn } from '../words.ts';
import { shownDocument } from './shown-document.ts';

/** How lists of persons of a revision may be given away: an earlier one's not at all. */
export function displayOfRevision(input: NoticePageInput, revision: number): ListDisplay {
  if (revision !== latestRevision(input.revisions).revision) return 'takenDown';
  const { period } = input.document;
  const state = publicityState(
    { standing: input.standing, ...(period ? { period } : {}) },
    input.today,
  );
  return listDisplay(input, state);
}

/**
 * A revision for programs, as JSON: `revision` is what its check code was computed from, so that
 * anybody can compute it again as `howToCheck` says. Where lists of persons were taken down they
 * are missing here too, and `withheld` says so. Undefined for a revision that was never published.
 */
export function revisionData(input: NoticePageInput, revision: number): string | undefined {
  const mark = input.revisions.find((one) => one.revision === revision);
  const latest = latestRevision(input.revisions).revision;
  const words = revision === latest ? input.document : input.earlierDocuments?.[revision];
  if (!mark || !words) return undefined;
  const { say } = wordsIn(input.language);
  const { place, notice, licence } = input;
  const { document, isWhole } = shownDocument(words, displayOfRevision(input, revision));
  const { checkCode, publishedAt, by } = mark;
  const sheet = { revision, checkCode };
  return JSON.stringify({
    checkCode,
    revision: { village: place.village.code, notice, revision, document },
    ...(isWhole ? {} : { withheld: say('public.download.withheld') }),
    howToCheck: say('public.download.howToCheck'),
    publishedAt,
    publishedBy: by,
    standing: input.standing,
    latestRevision: latest,
    village: { name: place.village.name, town: place.town.name, district: place.district.name },
    page: addressOf(input.publicUrl, sheetPathOf({ place, notice, sheet })),
    ...(licence ? { licence } : {}),
  });
}
