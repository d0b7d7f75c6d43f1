import type { Table, Template } from '../catalogue/templates/index.ts';
import {
  isAsked,
  isOptionShown,
  type NoticeContent,
  type NoticeDocument,
  optionFields,
  type Row,
  rowsInOrder,
} from '../notice/index.ts';
// file by file: the form does not draw sheets
import { lackingCharacters } from '../poster/font-coverage.ts';
import {
  type PlacedText,
  type UndrawnCharacter,
  undrawnCharacters,
} from '../poster/undrawn-characters.ts';
import { placeHash } from './components/readiness-list.tsx';
import { nameOf } from './row-words.ts';

/** Where a character stands: in a household's row, or in the running text; `to` leads there. */
export type FontPlace =
  | {
      readonly kind: 'row';
      readonly number: number;
      readonly unit: string;
      readonly name: string;
      readonly to?: string;
    }
  | { readonly kind: 'text'; readonly label: string; readonly to?: string };

export type Undrawn = UndrawnCharacter<FontPlace>;

/** What this device cannot put on the sheets of a notice as it stands. */
export function undrawnInDocument(document: NoticeDocument): readonly Undrawn[] {
  return undrawnCharacters(textsOfDocument(document), lackingCharacters);
}

/** What this device cannot draw in a draft, each place with the way to mend it. */
export function undrawnInContent(template: Template, content: NoticeContent): readonly Undrawn[] {
  return undrawnCharacters(textsOfContent(template, content), lackingCharacters);
}

const known = new WeakMap<Row, readonly Undrawn[]>();

/** What this device cannot draw in one row; rows never change in place, so each is looked at once. */
export function undrawnInRow(table: Table, row: Row): readonly Undrawn[] {
  const before = known.get(row);
  if (before) return before;
  const undrawn = undrawnCharacters(textsOfRow(table, row, 0), lackingCharacters);
  known.set(row, undrawn);
  return undrawn;
}

/** Every word of a document, that of a list with its row. */
export function textsOfDocument(document: NoticeDocument): readonly PlacedText<FontPlace>[] {
  const { blocks, ...around } = document;
  const place: FontPlace = { kind: 'text', label: document.title };
  const plain = (value: unknown) => textsIn(value).map((text) => ({ text, place }));
  return [
    ...plain(around),
    ...blocks.flatMap((block) => {
      if (block.kind !== 'table') return plain(block);
      const { rows, ...head } = block;
      const person = block.columns.findIndex(({ sensitive }) => sensitive);
      return [
        ...plain(head),
        ...rows.flatMap((cells, index) => {
          const name = cells[person] ?? '';
          const row: FontPlace = { kind: 'row', number: index + 1, unit: block.rowUnit, name };
          return cells.map((text) => ({ text, place: row }));
        }),
      ];
    }),
  ];
}

/** All texts within a part of a document, whatever parts it has. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function textsOfContent(
  template: Template,
  content: NoticeContent,
): readonly PlacedText<FontPlace>[] {
  return [
    ...[...template.fields, ...optionFields(template, content)]
      .filter((field) => isAsked(field, content) && isOptionShown(field, content))
      .map((field): PlacedText<FontPlace> => {
        const to = placeHash({ kind: 'field', field: field.id });
        return {
          text: content.fields[field.id] ?? '',
          place: { kind: 'text', label: field.label, to },
        };
      }),
    ...template.tables
      .filter((table) => isAsked(table, content))
      .flatMap((table) =>
        rowsInOrder(content, table.id).flatMap((row, index) => textsOfRow(table, row, index + 1)),
      ),
  ];
}

/** What a row has printed. */
function textsOfRow(table: Table, row: Row, number: number): readonly PlacedText<FontPlace>[] {
  const place: FontPlace = {
    kind: 'row',
    number,
    unit: table.rowUnit,
    name: nameOf(table, row),
    to: placeHash({ kind: 'cell', table: table.id, row: row.id, column: '' }),
  };
  return table.columns
    .filter(({ internal }) => !internal)
    .map(({ id }) => ({ text: row.cells[id] ?? '', place }));
}
