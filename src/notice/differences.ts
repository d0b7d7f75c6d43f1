import type { DocumentBlock, DocumentColumn, DocumentTable, NoticeDocument } from './document.ts';
import { groupedBy } from './grouped-by.ts';
import { namesPersons } from './person-columns.ts';
import { writeDay } from './values.ts';

/** One thing that a later revision says otherwise. Absent `before` was added, absent `after` removed. */
export type Difference =
  | {
      readonly kind: 'text';
      readonly part: TextPart;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly kind: 'row';
      readonly table: DocumentTable;
      readonly before?: readonly string[];
      readonly after?: readonly string[];
    };

export type TextPart =
  | 'title'
  | 'addressee'
  | 'paragraph'
  | 'period'
  | 'contacts'
  | 'signers'
  | 'signedOn'
  | 'second'
  | 'saying';

/**
 * What changed from one document to the next, in the order of reading. Rows are the same when all
 * their cells but the serial number are; of those that are not, two with the same person (or, in a
 * list without persons, the same first cell) are one changed row.
 */
export function differencesOf(before: NoticeDocument, after: NoticeDocument): Difference[] {
  const contactLines = (document: NoticeDocument) =>
    document.contacts.map(({ label, number }) => `${label} ${number}`);
  const one = (text: string | undefined) => (text ? [text] : []);
  return [
    ...textDifferences('title', [before.title], [after.title]),
    ...textDifferences('addressee', one(before.addressee), one(after.addressee)),
    ...textDifferences('paragraph', textsOf(before.blocks), textsOf(after.blocks)),
    ...tableDifferences(tablesOf(before.blocks), tablesOf(after.blocks)),
    ...textDifferences('period', one(periodText(before)), one(periodText(after))),
    ...textDifferences('contacts', contactLines(before), contactLines(after)),
    ...textDifferences('signers', before.signers, after.signers),
    ...textDifferences('signedOn', one(dayText(before)), one(dayText(after))),
    ...textDifferences('second', secondTexts(before), secondTexts(after)),
    ...textDifferences('saying', one(before.saying), one(after.saying)),
  ];
}

/** Whether a column is the serial number that every list starts with. */
export function isSerial(column: DocumentColumn | undefined, index: number): boolean {
  return index === 0 && column?.label === '序号';
}

function textDifferences(
  part: TextPart,
  before: readonly string[],
  after: readonly string[],
): Difference[] {
  const removed = without(before, after, (text) => text);
  const added = without(after, before, (text) => text);
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const [old, current] = [removed[index], added[index]];
    return {
      kind: 'text',
      part,
      ...(old === undefined ? {} : { before: old }),
      ...(current === undefined ? {} : { after: current }),
    };
  });
}

function tableDifferences(
  before: readonly DocumentTable[],
  after: readonly DocumentTable[],
): Difference[] {
  const labels = new Set([...after, ...before].map((table) => table.label));
  return [...labels].flatMap((label) => {
    const [old, current] = [before, after].map((tables) =>
      tables.find((table) => table.label === label),
    );
    return rowDifferences(old, current);
  });
}

function rowDifferences(
  before: DocumentTable | undefined,
  after: DocumentTable | undefined,
): Difference[] {
  const table = after ?? before;
  if (!table) return [];
  const [oldRows, rows] = [before?.rows ?? [], after?.rows ?? []];
  const [added, removed] = [
    without(rows, oldRows, rowKey(table)),
    without(oldRows, rows, rowKey(table)),
  ];
  const successors = groupedBy(added, (row) => subjectOf(table, row));
  const changed = removed.map((old): Difference => {
    const row = successors.get(subjectOf(table, old))?.shift();
    return { kind: 'row', table, before: old, ...(row ? { after: row } : {}) };
  });
  const left = new Set([...successors.values()].flat());
  return [
    ...changed,
    ...added
      .filter((row) => left.has(row))
      .map((row): Difference => ({ kind: 'row', table, after: row })),
  ];
}

function rowKey(table: DocumentTable): (row: readonly string[]) => string {
  return (row) => JSON.stringify(row.filter((_, index) => !isSerial(table.columns[index], index)));
}

/** What a row is about: its person, or its first cell beside the serial number. */
export function subjectOf(table: DocumentTable, row: readonly string[]): string {
  const person = table.columns.findIndex(namesPersons);
  const first = table.columns.findIndex((column, index) => !isSerial(column, index));
  return row[person < 0 ? first : person] ?? '';
}

/** The members of `all` that are not in `others`, each as often as it has no partner there. */
function without<Member>(
  all: readonly Member[],
  others: readonly Member[],
  key: (member: Member) => string,
): Member[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return all.filter((member) => {
    const left = counts.get(key(member)) ?? 0;
    if (left > 0) counts.set(key(member), left - 1);
    return left === 0;
  });
}

function textsOf(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
}

/** Everything in the second language: title, text, and the lists' headings. */
function secondTexts({ second, blocks }: NoticeDocument): string[] {
  const headings = tablesOf(blocks).flatMap(({ columns }) =>
    columns.flatMap((column) => column.second ?? []),
  );
  return [...(second ? [second.title, ...second.paragraphs] : []), ...headings];
}

function tablesOf(blocks: readonly DocumentBlock[]): DocumentTable[] {
  return blocks.filter((block) => block.kind === 'table');
}

function periodText({ period }: NoticeDocument): string | undefined {
  return period && `${writeDay(period.from)}至${writeDay(period.to)}`;
}

function dayText({ signedOn }: NoticeDocument): string | undefined {
  return signedOn === '' ? undefined : writeDay(signedOn);
}
