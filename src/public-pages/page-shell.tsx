import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createWords, LANGUAGES } from '../locales/index.ts';
import type { Place } from '../places/index.ts';
import type { Telephone } from './page-input.ts';
import { addressOf, boardPathOf } from './page-paths.ts';
import { ADDITIONAL_PAGE_STYLE, PAGE_STYLE } from './page-style.ts';
import { TelephoneList } from './telephone-link.tsx';
import { GAP, type Words } from './words.ts';

/** What surrounds every public page. */
export interface PageFrame {
  readonly words: Words;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly title: string;
  /** Where the page stands as it is read; absent where following a link to it would lose something. */
  readonly path?: string;
  /** Under which path search engines may keep it; absent where they may not (lists of persons). */
  readonly canonicalPath?: string;
  /** The village whose page it is; absent where the address names none. */
  readonly place?: Place;
  readonly contacts: readonly Telephone[];
  /** The page shows more than a notice: a board, a form, answers, photographs. */
  readonly hasMore: boolean;
  /** The path of the one script that a page may have. */
  readonly script?: string;
  /** The path of the feed that tells what is new here. */
  readonly feed?: string;
  readonly main: ReactNode;
}

/** A whole HTML page as a string. */
export function renderPage(frame: PageFrame): string {
  return `<!doctype html>${renderToStaticMarkup(<Page {...frame} />).replace(OPTIONAL_END_TAG, '')}`;
}

/**
 * End tags that HTML lets out where our pages have many of them (HTML Standard, 13.1.2.4): a list of
 * 500 households is half a kilobyte lighter without them. Text browsers need those of dt and dd.
 * What people typed holds none: it is escaped.
 */
const OPTIONAL_END_TAG = /<\/(?:td|th|tr|tbody|thead|tfoot|li)>/g;

function Page(frame: PageFrame) {
  const { words, place, main } = frame;
  return (
    <html lang={words.language} dir={words.say('app.direction') === 'rtl' ? 'rtl' : undefined}>
      <Head {...frame} />
      <body>
        {place && (
          <header>
            <div>
              <a href={boardPathOf(place)}>
                {words.say('public.board', { village: place.village.name })}
              </a>
              {` · ${place.town.name}`}
            </div>
          </header>
        )}
        {frame.demo && (
          <aside className="demo">
            <div>{words.say('public.demo')}</div>
          </aside>
        )}
        <main>{main}</main>
        <Foot {...frame} />
      </body>
    </html>
  );
}

function Head(frame: PageFrame) {
  const { words, publicUrl, title, canonicalPath, place, hasMore, script, feed } = frame;
  const board = place && words.say('public.board', { village: place.village.name });
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      {place && (
        <meta
          name="description"
          content={words.say('public.description', { place: place.town.name + place.village.name })}
        />
      )}
      {canonicalPath ? (
        <link rel="canonical" href={addressOf(publicUrl, canonicalPath)} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <title>{board && board !== title ? `${title} - ${board}` : title}</title>
      <link rel="icon" href="data:," />
      {feed && <link rel="alternate" type="application/atom+xml" href={feed} />}
      <style>{PAGE_STYLE}</style>
      {hasMore && <style>{ADDITIONAL_PAGE_STYLE}</style>}
      {script && <script src={script} defer />}
    </head>
  );
}

function Foot({ words, place, contacts, path }: PageFrame) {
  const { say, language } = words;
  const others = LANGUAGES.filter((one) => one !== language);
  return (
    <footer>
      {contacts.length > 0 && (
        <section>
          <h2>{say('public.telephones')}</h2>
          <TelephoneList telephones={contacts} />
        </section>
      )}
      <p className="links">
        {place && path !== boardPathOf(place) && (
          <a href={boardPathOf(place)}>{say('public.toBoard', { village: place.village.name })}</a>
        )}
        {path &&
          others.map((other) => (
            <Fragment key={other}>
              {GAP}
              <a href={`${path}?lang=${other}`} lang={other}>
                {createWords(other).t('language')}
              </a>
            </Fragment>
          ))}
      </p>
    </footer>
  );
}
