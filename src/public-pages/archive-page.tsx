import { groupedBy } from '../notice/index.ts';
import { Shelf, shelvesOf } from './board-shelves.tsx';
import type { BoardPageInput } from './page-input.ts';
import { archivePathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { wordsIn } from './words.ts';

/** What is over, all years of it, by year and by catalogue item, the newest first. */
export function renderArchivePage(input: BoardPageInput): string {
  const words = wordsIn(input.language);
  const { say, chinese } = words;
  const { over, archive } = shelvesOf(input);
  const years = [...groupedBy([...over, ...archive], ({ year }) => year)];
  const title = say('public.archive.title', { village: input.place.village.name });
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    path: archivePathOf(input.place),
    canonicalPath: archivePathOf(input.place),
    place: input.place,
    contacts: input.contacts,
    hasMore: true,
    main: (
      <>
        <h1>{title}</h1>
        {years.length === 0 && <p>{say('public.archive.none')}</p>}
        {years.length > 1 && (
          <p className="links">
            {years.map(([year]) => (
              <a key={year} href={`#y${year}`}>
                {say('public.boardPage.year', { year })}{' '}
              </a>
            ))}
          </p>
        )}
        {years.map(([year, ofYear]) => (
          <section key={year} id={`y${year}`}>
            <h2>{say('public.boardPage.year', { year })}</h2>
            {[...groupedBy(ofYear, ({ notice }) => notice.item)].map(([item, ofItem]) => (
              <div key={item}>
                <h3 lang={chinese}>{item}</h3>
                <Shelf entries={ofItem} input={input} words={words} />
              </div>
            ))}
          </section>
        ))}
      </>
    ),
  });
}
