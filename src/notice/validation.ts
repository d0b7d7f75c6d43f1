import type { Column, Field, Table, Template } from '../catalogue/templates/index.ts';
import { isAsked } from './asked.ts';
import { LONGEST_PUBLICITY_DAYS } from './compose.ts';
import { type Conflict, placeKey } from './conflicts.ts';
import { type NoticeContent, type Row, rowsInOrder } from './content.ts';
import { type Contradiction, contradictionAt } from './contradictions.ts';
import { waivedParts } from './elements.ts';
import { isOptionShown, optionFields } from './option-fields.ts';
import { isReadable, readCount } from './values.ts';
import { waiverFields } from './waivers.ts';

/** Where in a notice something is amiss: a field, a cell, or a whole table. */
export type ContentPlace =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'cell'; readonly table: string; readonly row: string; readonly column: string }
  | { readonly kind: 'table'; readonly table: string };

/** What is amiss; the words stand in the locales under `problem`. */
export type Problem = {
  readonly place: ContentPlace;
  readonly code:
    | 'required'
    | 'not-a-count'
    | 'not-an-amount'
    | 'not-a-year'
    | 'not-a-day'
    | 'not-a-phone'
    | 'table-empty'
    | 'not-confirmed'
    | 'too-long'
    | 'period-short'
    | 'period-long'
    | 'conflict'
    | Contradiction;
  /** A label or number that the sentence needs. */
  readonly detail: string;
  /** The number of the row from 1, in the order of the sheet. */
  readonly rowNumber?: number;
};

/**
 * Everything that keeps this content from being published, in the order of the form. Of a part that
 * is not asked any more only its conflicts are named: they still want a decision. What belongs to
 * an element that is waived may stay empty.
 */
export function problemsOf(
  template: Template,
  content: NoticeContent,
  conflicts: readonly Conflict[],
): readonly Problem[] {
  const places = new Set(conflicts.map((one) => placeKey(one.place)));
  const waived = waivedParts(template, content);
  const standing = (part: Field | Table, found: readonly Problem[]) => {
    if (!isAsked(part, content)) return found.filter(isConflict);
    return waived.has(part.id) ? found.filter((one) => !isEmptiness(one)) : found;
  };
  const problems: Problem[] = [];
  for (const section of template.sections) {
    for (const field of template.fields.filter((one) => one.section === section.id)) {
      problems.push(...standing(field, fieldProblems(template, field, content, places)));
    }
    for (const table of template.tables.filter((one) => one.section === section.id)) {
      problems.push(...standing(table, tableProblems(table, content, places)));
    }
  }
  const beyond = [...waiverFields(template), ...optionFields(template, content)];
  return [
    ...problems,
    ...beyond.flatMap((field) => {
      const found = fieldProblems(template, field, content, places);
      return isOptionShown(field, content) ? found : found.filter(isConflict);
    }),
  ];
}

/** Nothing stands in a field or table; an empty cell of a row that was begun is no such thing. */
function isEmptiness({ place, code }: Problem): boolean {
  return code === 'table-empty' || (code === 'required' && place.kind === 'field');
}

function isConflict({ code }: Problem): boolean {
  return code === 'conflict';
}

function fieldProblems(
  template: Template,
  field: Field,
  content: NoticeContent,
  conflicts: ReadonlySet<string>,
): Problem[] {
  const place: ContentPlace = { kind: 'field', field: field.id };
  const value = content.fields[field.id] ?? '';
  if (conflicts.has(placeKey(place))) return [{ place, code: 'conflict', detail: field.label }];
  const problem = valueProblem(field, value);
  if (problem) return [{ place, code: problem, detail: field.label }];
  const contradiction = contradictionAt(template, field.id, content);
  if (contradiction) return [{ place, code: contradiction, detail: field.label }];
  if (field.id !== 'publicityDays') return [];
  const least = template.publicity?.days ?? 1;
  const days = readCount(value) ?? least;
  if (days < least) return [{ place, code: 'period-short', detail: String(least) }];
  if (days > LONGEST_PUBLICITY_DAYS) {
    return [{ place, code: 'period-long', detail: String(LONGEST_PUBLICITY_DAYS) }];
  }
  return [];
}

function tableProblems(
  table: Table,
  content: NoticeContent,
  conflicts: ReadonlySet<string>,
): Problem[] {
  const rows = rowsInOrder(content, table.id);
  if (rows.length === 0) {
    return [
      { place: { kind: 'table', table: table.id }, code: 'table-empty', detail: table.label },
    ];
  }
  return rows.flatMap((row, index) => rowProblems(table, row, index + 1, conflicts));
}

/** What is amiss in one row, column by column; `rowNumber` counts from 1. */
export function rowProblems(
  table: Table,
  row: Row,
  rowNumber: number,
  conflicts: ReadonlySet<string> = new Set(),
): Problem[] {
  if (conflicts.has(placeKey({ kind: 'row', table: table.id, row: row.id }))) {
    const column = table.columns[0]?.id ?? '';
    const place: ContentPlace = { kind: 'cell', table: table.id, row: row.id, column };
    return [{ place, code: 'conflict', detail: table.rowName, rowNumber }];
  }
  return table.columns.flatMap((column): Problem[] => {
    const place = { kind: 'cell', table: table.id, row: row.id, column: column.id } as const;
    const value = row.cells[column.id] ?? '';
    if (conflicts.has(placeKey(place))) {
      return [{ place, code: 'conflict', detail: column.label, rowNumber }];
    }
    const problem = valueProblem(column, value);
    if (problem) return [{ place, code: problem, detail: column.label, rowNumber }];
    if (column.internal && column.type === 'yesNo' && value === 'no') {
      return [{ place, code: 'not-confirmed', detail: column.label, rowNumber }];
    }
    return [];
  });
}

function valueProblem(part: Field | Column, value: string): Problem['code'] | undefined {
  if (value.trim() === '') return part.required ? 'required' : undefined;
  if ('longest' in part && [...value.trim()].length > (part.longest ?? 0)) return 'too-long';
  if (isReadable(part.type, value)) return undefined;
  switch (part.type) {
    case 'count':
      return 'not-a-count';
    case 'year':
      return 'not-a-year';
    case 'date':
      return 'not-a-day';
    case 'phone':
      return 'not-a-phone';
    default:
      return 'not-an-amount';
  }
}
