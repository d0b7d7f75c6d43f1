import type { ReactNode } from 'react';
import { listsPersons } from '../notice/index.ts';
import { ChangeList } from './change-list.tsx';
import { Downloads } from './downloads.tsx';
import { Facts, Objections, Postings, Revisions } from './notice-record.tsx';
import { NoticeWords } from './notice-words.tsx';
import type { NoticePageInput, Telephone } from './page-input.ts';
import { noticePathOf, sheetPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { type ListDisplay, listDisplay } from './person-lists.ts';
import { PlainSummary } from './plain-summary.tsx';
import { holdsThrough, publicityState } from './publicity-state.ts';
import { RecordingPart } from './recording-part.tsx';
import { dialledNumber } from './telephone-link.tsx';
import { latestRevision } from './verdict.ts';
import { Verdicts } from './verdict-banner.tsx';
import { wordsIn } from './words.ts';

/**
 * A notice's page: the verdict on the scanned sheet first, then the notice in plain words, every
 * word of it in the order of the sheet, and what is on record of it. Throws a RangeError when it
 * has no revision.
 */
export function renderNoticePage(input: NoticePageInput): string {
  const words = wordsIn(input.language);
  const { document, place } = input;
  const state = publicityState(
    { standing: input.standing, ...(document.period ? { period: document.period } : {}) },
    input.today,
  );
  const display = listDisplay(input, state);
  const hasPersons = document.blocks.some((block) => block.kind === 'table' && listsPersons(block));
  const changes = changesBetween(input, display);
  const latest = latestRevision(input.revisions).revision;
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title: document.title,
    path: sheetPathOf(input),
    ...(hasPersons ? {} : { canonicalPath: noticePathOf(input) }),
    place,
    contacts: contactsBeside(input),
    hasMore: hasMoreThanWords(input),
    main: (
      <>
        <Verdicts
          input={input}
          words={words}
          changes={input.sheet && changes(input.sheet.revision, latest)}
        />
        <PlainSummary input={input} state={state} display={display} words={words} />
        <RecordingPart input={input} words={words} />
        {hasPersons && display === 'masked' && (
          <p className="note">{words.say('public.list.masked')}</p>
        )}
        <NoticeWords
          document={document}
          display={display}
          committee={place.village.committee}
          words={words}
        />
        <Facts input={input} words={words} />
        <Objections objections={input.objections} words={words} />
        <Postings postings={input.postings} words={words} />
        <Revisions input={input} words={words} changes={changes} />
        <Downloads input={input} words={words} />
      </>
    ),
  });
}

function hasMoreThanWords({ objections, postings, recording }: NoticePageInput): boolean {
  return objections.length > 0 || postings.length > 0 || recording !== undefined;
}

/** The last day for which a notice's pages and files are true; undefined where days change nothing. */
export function pageHoldsThrough(
  input: Pick<NoticePageInput, 'standing' | 'document' | 'today'>,
): string | undefined {
  const { standing, document, today } = input;
  const { period } = document;
  return holdsThrough(publicityState({ standing, ...(period ? { period } : {}) }, today), today);
}

/**
 * Lines of village and town that the notice does not name already. Of a body that the notice names,
 * its number there is the one to call: two numbers of one body would leave a villager in doubt.
 */
function contactsBeside({ contacts, document }: NoticePageInput): Telephone[] {
  const bodies = new Set(document.contacts.map(({ label }) => label));
  const numbers = new Set(document.contacts.map(({ number }) => dialledNumber(number) ?? number));
  return contacts.filter(
    ({ label, number }) => !bodies.has(label) && !numbers.has(dialledNumber(number) ?? number),
  );
}

/** What changed from one revision to another, where the words of both are known. */
function changesBetween(
  input: NoticePageInput,
  display: ListDisplay,
): (from: number, to: number) => ReactNode {
  const documents = {
    ...input.earlierDocuments,
    [latestRevision(input.revisions).revision]: input.document,
  };
  return (from, to) => {
    const [before, after] = [documents[from], documents[to]];
    if (!before || !after) return null;
    return (
      <ChangeList before={before} after={after} display={display} words={wordsIn(input.language)} />
    );
  };
}
