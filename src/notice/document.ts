import * as v from 'valibot';
import { isPlainDay } from '../calendar/index.ts';
import { SECOND_LANGUAGES } from './second-language.ts';

/**
 * A notice as it is read: every word of the sheet and of the page, in order, with nothing left to
 * be filled in. Poster and public page are drawn from this and from nothing else, so they cannot
 * differ; a revision keeps it for ever, so old notices keep their words when templates change.
 */
const Text = v.pipe(v.string(), v.maxLength(40_000));

export const DocumentColumnSchema = v.strictObject({
  label: Text,
  unit: v.optional(Text),
  align: v.picklist(['start', 'center', 'end']),
  /** Names villagers: a page online may mask it, and takes such lists down in time. */
  sensitive: v.optional(v.literal(true)),
  /** The label in the notice's second language. */
  second: v.optional(Text),
});
export type DocumentColumn = v.InferOutput<typeof DocumentColumnSchema>;

export const DocumentTableSchema = v.strictObject({
  kind: v.literal('table'),
  label: Text,
  rowUnit: Text,
  columns: v.pipe(v.array(DocumentColumnSchema), v.minLength(1), v.maxLength(40)),
  rows: v.pipe(v.array(v.array(Text)), v.maxLength(5_000)),
  /** One text a column: the totals row, its first cell the word for it. */
  totals: v.optional(v.array(Text)),
  /** The sheet may set the list twice side by side. */
  twoUp: v.boolean(),
});
export type DocumentTable = v.InferOutput<typeof DocumentTableSchema>;

export const DocumentBlockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: Text }),
  v.strictObject({ kind: v.literal('paragraph'), text: Text }),
  DocumentTableSchema,
]);
export type DocumentBlock = v.InferOutput<typeof DocumentBlockSchema>;

const Day = v.pipe(v.string(), v.check(isPlainDay));

export const NoticeDocumentSchema = v.strictObject({
  /** Of the rules that composed it; a program compares only documents of a format it knows. */
  format: v.literal(1),
  kind: v.picklist(['publicity', 'announcement']),
  title: Text,
  addressee: v.optional(Text),
  blocks: v.pipe(v.array(DocumentBlockSchema), v.maxLength(200)),
  period: v.optional(
    v.strictObject({
      from: Day,
      to: Day,
      days: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
  ),
  contacts: v.array(v.strictObject({ label: Text, number: Text })),
  signers: v.pipe(v.array(Text), v.minLength(1)),
  /** The day beside the signature; empty while the draft has none. */
  signedOn: v.union([Day, v.literal('')]),
  /** The village's own saying. */
  saying: v.optional(Text),
  /** The notice a second time, in another language, as people wrote it. */
  second: v.optional(
    v.strictObject({
      language: v.picklist(SECOND_LANGUAGES.map(({ tag }) => tag)),
      title: Text,
      paragraphs: v.pipe(v.array(Text), v.maxLength(10_000)),
    }),
  ),
});
export type NoticeDocument = v.InferOutput<typeof NoticeDocumentSchema>;

/**
 * Where among the blocks a second text stands, on sheet and page alike: before the first list and
 * its heading, so that it is on the first sheet however long the list is; at the end where there is
 * no list.
 */
export function placeOfSecondText({ blocks }: Pick<NoticeDocument, 'blocks'>): number {
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  if (table < 0) return blocks.length;
  const heading = blocks.slice(0, table).findLastIndex(({ kind }) => kind === 'heading');
  return heading < 0 ? table : heading;
}
