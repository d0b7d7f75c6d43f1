import type { Column, Field, Template } from '../catalogue/templates/index.ts';
import {
  type Finding,
  findPersonalData,
  redactBeforeStorage,
  type StorageContext,
  type TextContext,
} from '../privacy/index.ts';
import type { NoticeContent, Row } from './content.ts';
import type { ContentPlace } from './validation.ts';
import { waiverFields } from './waivers.ts';

/** Personal data that stands somewhere in a notice. */
export interface PlacedFinding {
  readonly place: ContentPlace;
  readonly label: string;
  readonly finding: Finding;
}

/** Everything that is typed outside tables, the reasons for what is left out included. */
function fieldsOf(template: Template): readonly Field[] {
  return [...template.fields, ...waiverFields(template)];
}

/** How a field's text is to be looked at: office telephones belong on a notice, villagers' do not. */
export function contextOfField(field: Field): TextContext {
  const isOffice = field.type === 'phone' || field.office === true;
  return { where: isOffice ? 'contact' : 'text', columnLabel: field.label };
}

export function contextOfColumn(column: Column): TextContext {
  return { where: 'cell', columnLabel: column.label };
}

/**
 * The content as it may be stored or sent: numbers that must not leave the phone are masked. Values
 * equal to those of `before` (stored earlier, hence clean) are not looked at again.
 */
export function withoutForbidden(
  template: Template,
  content: NoticeContent,
  before?: NoticeContent,
): NoticeContent {
  const fields = { ...content.fields };
  for (const field of fieldsOf(template)) {
    const text = fields[field.id];
    if (text && text !== before?.fields[field.id]) {
      fields[field.id] = clean(text, contextOfField(field));
    }
  }
  const tables = { ...content.tables };
  for (const table of template.tables) {
    const rows = content.tables[table.id];
    if (!rows || rows === before?.tables[table.id]) continue;
    const known = new Map(before?.tables[table.id]?.map((row) => [row.id, row]));
    tables[table.id] = rows.map((row) => cleanRow(table.columns, row, known.get(row.id)));
  }
  return { ...content, fields, tables };
}

function cleanRow(columns: readonly Column[], row: Row, before: Row | undefined): Row {
  if (row === before) return row;
  const cells = { ...row.cells };
  for (const column of columns) {
    const text = cells[column.id];
    if (text && text !== before?.cells[column.id]) {
      cells[column.id] = clean(text, contextOfColumn(column));
    }
  }
  return { ...row, cells };
}

function clean(text: string, context: StorageContext): string {
  return redactBeforeStorage(text, context).text;
}

/** Everything in a notice that may not hang on a wall, in the order of the template. */
export function personalDataIn(
  template: Template,
  content: NoticeContent,
): readonly PlacedFinding[] {
  const found: PlacedFinding[] = [];
  const look = (place: ContentPlace, label: string, text: string, context: TextContext) => {
    for (const finding of text === '' ? [] : findPersonalData(text, context)) {
      if (finding.remedy === 'mask') found.push({ place, label, finding });
    }
  };
  for (const field of fieldsOf(template)) {
    const place = { kind: 'field', field: field.id } as const;
    look(place, field.label, content.fields[field.id] ?? '', contextOfField(field));
  }
  for (const table of template.tables) {
    for (const row of content.tables[table.id] ?? []) {
      for (const column of table.columns) {
        const place = { kind: 'cell', table: table.id, row: row.id, column: column.id } as const;
        look(place, column.label, row.cells[column.id] ?? '', contextOfColumn(column));
      }
    }
  }
  return found;
}
