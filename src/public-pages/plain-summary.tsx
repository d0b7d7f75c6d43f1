import { type DocumentTable, isSerial } from '../notice/index.ts';
import type { NoticePageInput } from './page-input.ts';
import { listenPathOf, objectionPathOf } from './page-paths.ts';
import type { ListDisplay } from './person-lists.ts';
import type { PublicityState } from './publicity-state.ts';
import { latestRevision } from './verdict.ts';
import { GAP, type Words } from './words.ts';

/** From so many rows on the page tells how to find one's own name. */
const LONG_LIST = 30;

/**
 * The notice in a few plain words, made from its document by rules: what it is, how many it is
 * about, until when one can object and how.
 */
export function PlainSummary({
  input,
  state,
  display,
  words,
}: {
  readonly input: NoticePageInput;
  readonly state: PublicityState;
  readonly display: ListDisplay;
  readonly words: Words;
}) {
  const { say } = words;
  const { document } = input;
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return (
    <section>
      <h2>
        {say('public.summary.title')}
        {GAP}
        <State state={state} words={words} />
      </h2>
      <dl>
        <dt>{say('public.summary.what')}</dt>
        <dd>{say(`public.summary.${document.kind}`)}</dd>
        {tables.length > 0 && (
          <>
            <dt>{say('public.summary.howMany')}</dt>
            {tables.map((table) => (
              <dd key={table.label}>{countsOf(table, words)}</dd>
            ))}
          </>
        )}
        <dt>{say('public.summary.until')}</dt>
        <dd>{whenText(input, state, words)}</dd>
        {state.kind !== 'withdrawn' && (
          <>
            <dt>
              {say(document.kind === 'announcement' ? 'public.summary.ask' : 'public.summary.how')}
            </dt>
            <dd>{howText(input, state, words)}</dd>
          </>
        )}
      </dl>
      {display === 'whole' && tables.some((table) => table.rows.length >= LONG_LIST) && (
        <p className="small">{say('public.summary.find')}</p>
      )}
      <p className="links">
        <a href={listenPathOf(input)}>{say('public.listen.link')}</a>
      </p>
    </section>
  );
}

const toneOfState: Readonly<Record<PublicityState['kind'], string>> = {
  inPublicity: 'good',
  ahead: '',
  published: '',
  publicityOver: '',
  closed: '',
  withdrawn: 'alarm',
};

/** The state in a word, coloured besides. */
export function State({ state, words }: { readonly state: PublicityState; readonly words: Words }) {
  return (
    <span className={`state ${toneOfState[state.kind]}`.trim()}>
      {words.say(`public.state.${state.kind}`)}
    </span>
  );
}

function countsOf(table: DocumentTable, { say }: Words): string {
  const { label, rows, rowUnit: unit, columns, totals = [] } = table;
  if (rows.length === 0) return say('public.summary.none', { label });
  const sums = columns.flatMap((column, index) => {
    const sum = totals[index] ?? '';
    if (sum === '' || isSerial(column, index)) return [];
    return [
      say('public.summary.sum', { column: column.label, sum, unit: column.unit ?? '' }).trim(),
    ];
  });
  return [say('public.summary.count', { label, count: rows.length, unit }), ...sums].join(
    say('public.comma'),
  );
}

function whenText(input: NoticePageInput, state: PublicityState, words: Words): string {
  const { say, day, dayOf } = words;
  switch (state.kind) {
    case 'ahead':
      return say('public.summary.ahead', {
        from: day(state.period.from),
        days: state.period.days,
        to: day(state.period.to),
      });
    case 'inPublicity':
      return say('public.summary.open', { days: state.daysLeft, to: day(state.period.to) });
    case 'publicityOver':
      return say('public.summary.over', { to: day(state.period.to) });
    case 'published':
    case 'withdrawn':
    case 'closed':
      return say('public.summary.published', {
        day: dayOf(latestRevision(input.revisions).publishedAt),
      });
  }
}

function howText(input: NoticePageInput, state: PublicityState, { say }: Words) {
  if (input.document.kind === 'announcement') return say('public.summary.howAnnouncement');
  const isOver = state.kind === 'publicityOver' || state.kind === 'closed';
  const { committee } = input.place.village;
  const over = input.takesObjections ? 'public.summary.howOverOnline' : 'public.summary.howOver';
  return (
    <>
      {isOver ? say(over) : say('public.summary.howText', { committee })}
      {input.takesObjections && (
        <>
          <br />
          <a className="button" href={objectionPathOf(input)}>
            {say('public.summary.howOnline')}
          </a>
        </>
      )}
    </>
  );
}
