import { generateKeyBetween } from 'fractional-indexing';
import {
  type NoticeContent,
  rowsInOrder,
  withCell,
  withField,
  withoutRow,
} from '../../src/notice/index.ts';
import type { Typing } from './village-events.ts';

export interface TypedEdit {
  readonly content: NoticeContent;
  /** Where the text was typed. */
  readonly place?: string;
  /** The row that was deleted with all that was typed in it. */
  readonly gone?: string;
}

/** The content with a text typed into it; undefined where there is no such row to type into. */
export function typedInto(
  content: NoticeContent,
  what: Typing,
  value: string,
  newRow: string,
): TypedEdit | undefined {
  const rows = rowsInOrder(content, 'households');
  const rowAt = (index: number) => rows[index % Math.max(rows.length, 1)];
  const positionAfter = (count: number, among: typeof rows) => {
    const before = among[Math.min(count, among.length) - 1]?.position ?? null;
    const behind = among.find(({ position }) => before === null || position > before);
    return generateKeyBetween(before, behind?.position ?? null);
  };
  switch (what.kind) {
    case 'field':
      return { content: withField(content, what.field, value), place: what.field };
    case 'cell': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      const place = `${row.id}/${what.column}`;
      return { content: withCell(content, 'households', row.id, what.column, value), place };
    }
    case 'add': {
      const position = positionAfter(what.after, rows);
      const row = { id: newRow, position, cells: { householder: value } };
      const tables = { ...content.tables, households: [...rows, row] };
      return { content: { ...content, tables }, place: `${newRow}/householder` };
    }
    case 'move': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      const others = rows.filter(({ id }) => id !== row.id);
      const moved = { ...row, position: positionAfter(what.after, others) };
      const tables = { ...content.tables, households: [...others, moved] };
      return { content: { ...content, tables } };
    }
    case 'delete': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      return { content: withoutRow(content, 'households', row.id), gone: row.id };
    }
  }
}
