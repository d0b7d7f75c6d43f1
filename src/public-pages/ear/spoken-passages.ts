import {
  type DocumentTable,
  isSerial,
  listsPersons,
  type NoticeDocument,
  namesPersons,
  writeDay,
} from '../../notice/index.ts';
import { type ListDisplay, shownRow } from '../person-lists.ts';
import { dialledNumber } from '../telephone-link.tsx';

/**
 * A notice as passages to be heard one after another, in the order of the sheet: every row of a
 * table a sentence that names its columns, the telephones at the end. A list that was taken down is
 * told by its count alone.
 */
export function spokenPassages(document: NoticeDocument, display: ListDisplay): string[] {
  const { title, addressee, blocks, contacts, signers, signedOn } = document;
  return [
    `${title}。`,
    ...(addressee ? [addressee] : []),
    ...blocks.flatMap((block) => {
      if (block.kind === 'heading') return [`${block.text}。`];
      if (block.kind === 'paragraph') return sentencesOf(block.text);
      return tablePassages(block, display);
    }),
    ...contacts.map(contactSentence),
    `${[...signers, ...(signedOn ? [writeDay(signedOn)] : [])].join('，')}。`,
  ];
}

/** A telephone is called one, once; an address or an e-mail stands by itself. */
function contactSentence({ label, number }: NoticeDocument['contacts'][number]): string {
  const isTelephone = dialledNumber(number) !== undefined;
  return `${label}，${isTelephone && !label.endsWith('电话') ? '电话' : ''}${number}。`;
}

/** Long paragraphs are cut where a voice takes breath, so that nobody has to hear all again. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。；！？]+[。；！？]*/g) ?? [text];
}

function tablePassages(table: DocumentTable, display: ListDisplay): string[] {
  const { label, rows, rowUnit, totals } = table;
  const opening = `${label}，共${rows.length}${rowUnit}。`;
  if (display === 'takenDown' && listsPersons(table)) return [opening];
  const told = rows.map((row) => rowSentence(table, shownRow(table.columns, row, display)));
  return [opening, ...told, ...(totals ? [totalsSentence(table, totals)] : [])];
}

/** 第1户，1组，赵某一，家庭人口数1人。 A person's and a group's cells say themselves what they are. */
function rowSentence({ columns, rowUnit }: DocumentTable, row: readonly string[]): string {
  const parts = row.flatMap((cell, index) => {
    const column = columns[index];
    if (!column || cell.trim() === '') return [];
    if (isSerial(column, index)) return [`第${cell}${rowUnit}`];
    if (namesPersons(column) || /组$/.test(cell)) return [cell];
    return [column.label + cell + unitAfter(cell, column.unit)];
  });
  return `${parts.join('，')}。`;
}

function totalsSentence({ columns }: DocumentTable, totals: readonly string[]): string {
  const parts = totals.flatMap((cell, index) => {
    const column = columns[index];
    if (!column || cell.trim() === '') return [];
    return [index === 0 ? cell : column.label + cell + unitAfter(cell, column.unit)];
  });
  return `${parts.join('，')}。`;
}

/** 万元 after 5, 人 after 3; not twice where the cell has it already. */
function unitAfter(cell: string, unit: string | undefined): string {
  if (!unit || cell.endsWith(unit) || !/\d$/.test(cell)) return '';
  return unit === '%' ? '%' : unit;
}
