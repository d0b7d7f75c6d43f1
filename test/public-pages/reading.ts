import type { DocumentTable, NoticeDocument } from '../../src/notice/index.ts';
import { writeDay } from '../../src/notice/index.ts';

/** The words of a piece of HTML as they are read, one entry for each run of text. */
export function wordsOf(html: string): string[] {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => decoded(text).trim())
    .filter((text) => text !== '');
}

/** All words together, without white space. */
export function textOf(html: string): string {
  return wordsOf(html).join('').replace(/\s/g, '');
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');
}

/** The part of a page that holds the notice itself. */
export function articleOf(page: string): string {
  return /<article.*<\/article>/s.exec(page)?.[0] ?? '';
}

/** Every word of a document in the order of the sheet. */
export function wordsInOrder(document: NoticeDocument): string[] {
  return [
    document.title,
    document.addressee ?? '',
    ...document.blocks.flatMap((block) =>
      block.kind === 'table' ? tableWords(block) : [block.text],
    ),
    ...document.contacts.flatMap(({ label, number }) => [label, number]),
    ...document.signers,
    document.signedOn && writeDay(document.signedOn),
  ].filter((text) => text !== '');
}

function tableWords({ columns, rows, totals = [] }: DocumentTable): string[] {
  const headings = columns.map((column) =>
    column.unit ? `${column.label}（${column.unit}）` : column.label,
  );
  return [...headings, ...rows.flat(), ...totals];
}
