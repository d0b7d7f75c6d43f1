import { groupedBy } from '../notice/index.ts';
import type { BoardNotice, BoardPageInput } from './page-input.ts';
import { boardPathOf, noticePathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { State } from './plain-summary.tsx';
import { type PublicityState, publicityState } from './publicity-state.ts';
import { shanghaiDayOf, type Words, wordsIn } from './words.ts';

interface Entry {
  readonly notice: BoardNotice;
  readonly state: PublicityState;
  /** The year in which it was published, in Shanghai. */
  readonly year: string;
}

/** A village's board: what is current, what is over, the archive by year and item. */
export function renderBoardPage(input: BoardPageInput): string {
  const words = wordsIn(input.language);
  const { say } = words;
  const { current, announcements, over, archive } = shelvesOf(input);
  const title = say('public.board', { village: input.place.village.name });
  const shelf = (entries: readonly Entry[]) => (
    <Shelf entries={entries} input={input} words={words} />
  );
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    path: boardPathOf(input.place),
    canonicalPath: boardPathOf(input.place),
    place: input.place,
    contacts: input.contacts,
    hasMore: true,
    main: (
      <>
        <h1>{title}</h1>
        <Duties input={input} words={words} />
        <section>
          <h2>{say('public.boardPage.current')}</h2>
          {current.length > 0 ? shelf(current) : <p>{say('public.boardPage.none')}</p>}
        </section>
        {announcements.length > 0 && (
          <section>
            <h2>{say('public.boardPage.announcements')}</h2>
            {shelf(announcements)}
          </section>
        )}
        {over.length > 0 && (
          <section>
            <h2>{say('public.boardPage.over')}</h2>
            {shelf(over)}
          </section>
        )}
        {archive.length > 0 && (
          <section>
            <h2>{say('public.boardPage.archive')}</h2>
            {[...groupedBy(archive, ({ year }) => year)].map(([year, ofYear]) => (
              <details key={year}>
                <summary>{say('public.boardPage.year', { year })}</summary>
                {[...groupedBy(ofYear, ({ notice }) => notice.item)].map(([item, ofItem]) => (
                  <div key={item}>
                    <h3>{item}</h3>
                    {shelf(ofItem)}
                  </div>
                ))}
              </details>
            ))}
          </section>
        )}
        <Ledger input={input} words={words} />
      </>
    ),
  });
}

/**
 * Current is what is open to objections or soon will be, the first to end first. Announcements stay
 * until the village closes them. The rest is over, newest first: this year's here, older years' in
 * the archive.
 */
function shelvesOf({
  notices,
  today,
}: BoardPageInput): Readonly<Record<'current' | 'announcements' | 'over' | 'archive', Entry[]>> {
  const thisYear = today.slice(0, 4);
  const entries = notices
    .map((notice) => ({
      notice,
      state: publicityState(notice, today),
      year: (shanghaiDayOf(notice.publishedAt) ?? notice.publishedAt).slice(0, 4),
    }))
    .sort((a, b) => compare(b.notice.publishedAt, a.notice.publishedAt));
  const shelves = { current: [], announcements: [], over: [], archive: [] } as Record<
    'current' | 'announcements' | 'over' | 'archive',
    Entry[]
  >;
  for (const entry of entries) {
    const { kind } = entry.state;
    if (kind === 'inPublicity' || kind === 'ahead') shelves.current.push(entry);
    else if (kind === 'published') shelves.announcements.push(entry);
    else if (entry.year === thisYear) shelves.over.push(entry);
    else shelves.archive.push(entry);
  }
  shelves.current.sort((a, b) => compare(a.notice.period?.to ?? '', b.notice.period?.to ?? ''));
  return shelves;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function Shelf({
  entries,
  input,
  words,
}: {
  readonly entries: readonly Entry[];
  readonly input: BoardPageInput;
  readonly words: Words;
}) {
  return (
    <ul className="lines shelf">
      {entries.map(({ notice, state }) => (
        <li key={notice.code}>
          <a href={noticePathOf({ place: input.place, notice: notice.code })} lang={words.chinese}>
            {notice.title}
          </a>
          <br />
          <span className="small">
            <State state={state} words={words} /> {entryDates(notice, state, words)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function entryDates(notice: BoardNotice, state: PublicityState, words: Words): string {
  const { say, day, dayOf } = words;
  switch (state.kind) {
    case 'inPublicity':
      return say('public.boardPage.leftUntil', {
        days: state.daysLeft,
        day: day(state.period.to),
      });
    case 'ahead':
      return say('public.boardPage.from', { day: day(state.period.from) });
    case 'publicityOver':
      return say('public.boardPage.until', { day: day(state.period.to) });
    case 'published':
    case 'withdrawn':
    case 'closed':
      return say('public.boardPage.publishedOn', { day: dayOf(notice.publishedAt) });
  }
}

function Duties({ input, words }: { readonly input: BoardPageInput; readonly words: Words }) {
  const { duties = [], today } = input;
  if (duties.length === 0) return null;
  const { say, day } = words;
  return (
    <section>
      <h2>{say('public.boardPage.due')}</h2>
      <ul className="lines shelf">
        {duties.map(({ item, due }) => (
          <li key={`${item} ${due}`}>
            {item}
            <br />
            <span className="small">
              {due < today && <span className="state late">{say('public.boardPage.late')}</span>}{' '}
              {say('public.boardPage.dueBy', { day: day(due) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ledger({ input, words }: { readonly input: BoardPageInput; readonly words: Words }) {
  if (!input.ledgerHead) return null;
  const { say, day } = words;
  return (
    <section>
      <h2>{say('public.boardPage.ledger')}</h2>
      <p className="code">{input.ledgerHead}</p>
      <p className="small">{say('public.boardPage.ledgerText', { day: day(input.today) })}</p>
    </section>
  );
}
