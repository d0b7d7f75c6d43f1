import { Fragment } from 'react';
import {
  type Difference,
  differencesOf,
  listsPersons,
  type NoticeDocument,
  passagesOf,
  subjectOf,
} from '../notice/index.ts';
import { type ListDisplay, shownDifference, shownRow } from './person-lists.ts';
import { GAP, type Words } from './words.ts';

/** Beyond so many lines a list of changes is no longer read; the rest is counted. */
const SHOWN_CHANGES = 30;

/** What changed between two revisions, one line each; names are shown as the page shows them. */
export function ChangeList({
  before,
  after,
  display,
  words,
}: {
  readonly before: NoticeDocument;
  readonly after: NoticeDocument;
  readonly display: ListDisplay;
  readonly words: Words;
}) {
  const { say } = words;
  const differences = differencesOf(before, after);
  const [hidden, open] = partition(
    differences,
    (one) => display === 'takenDown' && one.kind === 'row' && listsPersons(one.table),
  );
  const hiddenLabels = new Set(
    hidden.flatMap((one) => (one.kind === 'row' ? [one.table.label] : [])),
  );
  const rest = open.length - SHOWN_CHANGES;
  if (differences.length === 0) return <p>{say('public.change.none')}</p>;
  return (
    <ul>
      {open.slice(0, SHOWN_CHANGES).map((difference) => (
        <li key={JSON.stringify([difference.before, difference.after])}>
          <Change difference={difference} display={display} words={words} />
        </li>
      ))}
      {rest > 0 && <li>{say('public.change.more', { count: rest })}</li>}
      {[...hiddenLabels].map((label) => (
        <li key={label}>{say('public.change.hiddenList', { label })}</li>
      ))}
    </ul>
  );
}

function Change({
  difference,
  display,
  words: { say },
}: {
  readonly difference: Difference;
  readonly display: ListDisplay;
  readonly words: Words;
}) {
  const { before, after } = difference;
  const verb = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return (
    <>
      {say(`public.change.${verb}`)}
      {subjectText(difference, display, say)}
      {say('public.colon')}
      {passagesOf(shownDifference(difference, display)).map((passage, index) => (
        <Fragment key={passage.lead}>
          {index > 0 && say('public.semicolon')}
          {passage.lead}
          {passage.before && <del>{passage.before}</del>}
          {passage.before && passage.after && ' → '}
          {passage.after && <ins>{passage.after}</ins>}
          {passage.trail}
        </Fragment>
      ))}
    </>
  );
}

/** What the change is about, after a gap; nothing where the changed words say it themselves. */
function subjectText(difference: Difference, display: ListDisplay, say: Words['say']): string {
  if (difference.kind === 'text') {
    return difference.part === 'paragraph'
      ? ''
      : GAP + say(`public.change.part.${difference.part}`);
  }
  const { table, before, after } = difference;
  if (!before || !after) return '';
  return GAP + subjectOf(table, shownRow(table.columns, after, display));
}

function partition<Member>(
  all: readonly Member[],
  belongs: (member: Member) => boolean,
): [Member[], Member[]] {
  return [all.filter(belongs), all.filter((member) => !belongs(member))];
}
