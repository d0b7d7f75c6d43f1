import type { Cover, Template } from '../catalogue/templates/index.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import { isPartFilled, missingElements } from './elements.ts';
import type { ContentPlace } from './validation.ts';

/** A part of the form that an element still wants, and what the form calls it. */
export interface MissingPart {
  readonly place: ContentPlace;
  readonly label: string;
}

/** An element of the catalogue that is neither covered nor waived yet, with what it still wants. */
export interface ElementGap {
  readonly cover: Cover;
  readonly parts: readonly MissingPart[];
}

/** Every gap of a notice, in the order of the catalogue; each has at least one missing part. */
export function elementGaps(template: Template, content: NoticeContent): readonly ElementGap[] {
  const missing = new Set(missingElements(template, content));
  return template.covers
    .filter(({ element }) => missing.has(element))
    .map((cover) => ({ cover, parts: missingParts(template, content, cover) }));
}

function missingParts(
  template: Template,
  content: NoticeContent,
  { by }: Cover,
): readonly MissingPart[] {
  const parts = by
    .filter((part) => !isPartFilled(template, content, part))
    .map((part) => missingPart(template, content, part));
  // the columns of an empty table are one gap: the table
  const byPlace = new Map(parts.map((part) => [JSON.stringify(part.place), part]));
  return [...byPlace.values()];
}

function missingPart(template: Template, content: NoticeContent, part: string): MissingPart {
  const [id = '', columnId] = part.split('.');
  const table = template.tables.find((one) => one.id === id);
  if (!table) {
    const field = template.fields.find((one) => one.id === id);
    return { place: { kind: 'field', field: id }, label: field?.label ?? id };
  }
  const [row] = rowsInOrder(content, id);
  const column = table.columns.find((one) => one.id === columnId);
  if (!row || !column) return { place: { kind: 'table', table: id }, label: table.label };
  return {
    place: { kind: 'cell', table: id, row: row.id, column: column.id },
    label: column.label,
  };
}
