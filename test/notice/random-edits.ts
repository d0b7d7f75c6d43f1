import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import {
  type NoticeContent,
  rowsInOrder,
  withCell,
  withField,
  withoutRow,
} from '../../src/notice/index.ts';

/** What one person may do to a content; a number picks among what is there. */
export type Edit =
  | { readonly kind: 'field'; readonly field: string; readonly value: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: string; readonly value: string }
  | { readonly kind: 'add'; readonly after: number; readonly value: string }
  | { readonly kind: 'move'; readonly row: number; readonly after: number }
  | { readonly kind: 'delete'; readonly row: number };

const FIELDS = ['year', 'standard'];
const COLUMNS = ['householder', 'size'];
/** Few, so that two people often meet in one place, and sometimes write the same. */
const someValue = fc.constantFrom('', '甲', '乙', '丙', '丁');
const somewhere = fc.nat({ max: 6 });

export const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom(...FIELDS),
    value: someValue,
  }),
  fc.record({
    kind: fc.constant('cell' as const),
    row: somewhere,
    column: fc.constantFrom(...COLUMNS),
    value: someValue,
  }),
  fc.record({ kind: fc.constant('add' as const), after: somewhere, value: someValue }),
  fc.record({ kind: fc.constant('move' as const), row: somewhere, after: somewhere }),
  fc.record({ kind: fc.constant('delete' as const), row: somewhere }),
);

export const someEdits = fc.array(someEdit, { maxLength: 6 });

export const EMPTY: NoticeContent = {
  template: 'identification.first-publicity',
  templateVersion: 1,
  fields: {},
  tables: { households: [] },
};

/** The content after a person's edits; the rows that they add carry their name. */
export function edited(content: NoticeContent, edits: readonly Edit[], person: string) {
  return edits.reduce((now, edit, index) => withEdit(now, edit, `${person}-${index}`), content);
}

function withEdit(content: NoticeContent, edit: Edit, newRow: string): NoticeContent {
  const rows = rowsInOrder(content, 'households');
  const pick = (number: number) => rows[number % Math.max(rows.length, 1)];
  switch (edit.kind) {
    case 'field':
      return withField(content, edit.field, edit.value);
    case 'cell': {
      const row = pick(edit.row);
      return row ? withCell(content, 'households', row.id, edit.column, edit.value) : content;
    }
    case 'add': {
      const position = positionAfter(content, edit.after);
      const row = { id: newRow, position, cells: { householder: edit.value } };
      return withRows(content, [...rows, row]);
    }
    case 'move': {
      const row = pick(edit.row);
      if (!row) return content;
      const position = positionAfter(withoutRow(content, 'households', row.id), edit.after);
      return withRows(
        content,
        rows.map((one) => (one.id === row.id ? { ...one, position } : one)),
      );
    }
    case 'delete': {
      const row = pick(edit.row);
      return row ? withoutRow(content, 'households', row.id) : content;
    }
  }
}

/** A position behind so many rows, and before the next one that stands further down. */
function positionAfter(content: NoticeContent, count: number): string {
  const positions = rowsInOrder(content, 'households').map((row) => row.position);
  const before = positions[Math.min(count, positions.length) - 1] ?? null;
  const behind = positions.find((position) => before === null || position > before) ?? null;
  return generateKeyBetween(before, behind);
}

function withRows(content: NoticeContent, rows: NoticeContent['tables'][string]): NoticeContent {
  return { ...content, tables: { ...content.tables, households: rows } };
}
