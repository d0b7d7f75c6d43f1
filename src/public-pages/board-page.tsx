import { qrCodeOf } from '../poster/qr-code.ts';
import { type Entry, Shelf, shelvesOf } from './board-shelves.tsx';
import { Licence } from './licence.tsx';
import type { BoardPageInput } from './page-input.ts';
import { addressOf, archivePathOf, boardPathOf, cardPathOf, feedPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { QrFigure } from './qr-figure.tsx';
import { GAP, type Words, wordsIn } from './words.ts';

/** A village's board: what is due, what is current, what is over this year, and the way to the rest. */
export function renderBoardPage(input: BoardPageInput): string {
  const words = wordsIn(input.language);
  const { say } = words;
  const { current, ahead, announcements, over, archive } = shelvesOf(input);
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
    feed: feedPathOf(input.place),
    main: (
      <>
        <h1>{title}</h1>
        <Duties input={input} words={words} />
        <section>
          <h2>{say('public.boardPage.current')}</h2>
          {current.length > 0 ? shelf(current) : <p>{say('public.boardPage.none')}</p>}
        </section>
        {ahead.length > 0 && (
          <section>
            <h2>{say('public.boardPage.ahead')}</h2>
            {shelf(ahead)}
          </section>
        )}
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
        <section>
          <h2>{say('public.boardPage.archive')}</h2>
          <p className="links">
            <a href={archivePathOf(input.place)}>
              {say('public.boardPage.toArchive', { count: over.length + archive.length })}
            </a>
          </p>
        </section>
        <Code input={input} words={words} />
        <Ledger input={input} words={words} />
      </>
    ),
  });
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
              {due < today && <span className="state late">{say('public.boardPage.late')}</span>}
              {GAP}
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

/** The board's own code, for a neighbour's phone, and the sheet that hangs for good. */
function Code({
  input,
  words: { say },
}: {
  readonly input: BoardPageInput;
  readonly words: Words;
}) {
  const address = addressOf(input.publicUrl, boardPathOf(input.place));
  return (
    <section>
      <h2>{say('public.boardPage.code')}</h2>
      <QrFigure code={qrCodeOf(address.toUpperCase())} label={address} />
      <p className="code small">{address}</p>
      <p className="links">
        <a href={cardPathOf(input.place)}>{say('public.boardPage.card')}</a>
        {GAP}
        <a href={feedPathOf(input.place)}>{say('public.boardPage.feed')}</a>
      </p>
      {input.licence && <Licence licence={input.licence} say={say} />}
    </section>
  );
}
