import type { BoardNotice, BoardPageInput } from './page-input.ts';
import { noticePathOf } from './page-paths.ts';
import { State } from './plain-summary.tsx';
import { type PublicityState, publicityState } from './publicity-state.ts';
import { GAP, shanghaiDayOf, type Words } from './words.ts';

export interface Entry {
  readonly notice: BoardNotice;
  readonly state: PublicityState;
  /** The year in which it was published, in Shanghai. */
  readonly year: string;
}

type ShelfName = 'current' | 'ahead' | 'announcements' | 'over' | 'archive';

/**
 * Current is what is open to objections and ahead what soon will be, both the first to end first.
 * Announcements stay until the village closes them. The rest is over, newest first: this year's
 * here, older years' in the archive.
 */
export function shelvesOf({
  notices,
  today,
}: BoardPageInput): Readonly<Record<ShelfName, Entry[]>> {
  const thisYear = today.slice(0, 4);
  const entries = notices
    .map((notice) => ({
      notice,
      state: publicityState(notice, today),
      year: (shanghaiDayOf(notice.publishedAt) ?? notice.publishedAt).slice(0, 4),
    }))
    .sort((a, b) => compare(b.notice.publishedAt, a.notice.publishedAt));
  const shelves: Record<ShelfName, Entry[]> = {
    current: [],
    ahead: [],
    announcements: [],
    over: [],
    archive: [],
  };
  for (const entry of entries) {
    const { kind } = entry.state;
    if (kind === 'inPublicity') shelves.current.push(entry);
    else if (kind === 'ahead') shelves.ahead.push(entry);
    else if (kind === 'published') shelves.announcements.push(entry);
    else if (entry.year === thisYear) shelves.over.push(entry);
    else shelves.archive.push(entry);
  }
  for (const shelf of [shelves.current, shelves.ahead]) {
    shelf.sort((a, b) => compare(a.notice.period?.to ?? '', b.notice.period?.to ?? ''));
  }
  return shelves;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function Shelf({
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
            <State state={state} words={words} />
            {GAP}
            {entryDates(notice, state, words)}
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
