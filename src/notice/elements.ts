import type { Template } from '../catalogue/templates/index.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import { isAsked } from './validation.ts';

/**
 * The elements of the catalogue item that a notice does not cover yet, by their index in the item.
 * The template says which field or column covers which element; a part that is not asked ("none
 * this year") counts as covered, since the wording then says so.
 */
export function missingElements(template: Template, content: NoticeContent): readonly number[] {
  return template.covers
    .filter((cover) => !cover.by.every((part) => isFilled(template, content, part)))
    .map((cover) => cover.element);
}

function isFilled(template: Template, content: NoticeContent, part: string): boolean {
  const [id = '', column] = part.split('.');
  const table = template.tables.find((one) => one.id === id);
  if (!table) {
    const field = template.fields.find((one) => one.id === id);
    if (field && !isAsked(field, content)) return true;
    return (content.fields[id] ?? '').trim() !== '';
  }
  if (!isAsked(table, content)) return true;
  const rows = rowsInOrder(content, id);
  if (rows.length === 0) return false;
  return column === undefined || rows.some((row) => (row.cells[column] ?? '').trim() !== '');
}
