import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../locales/index.ts';
import { PAGE_STYLE } from './page-style.ts';

/** A whole HTML page as a string. */
export function renderPage(language: Language, title: string, main: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style>{PAGE_STYLE}</style>
      </head>
      <body>
        <main>{main}</main>
      </body>
    </html>,
  )}`;
}
