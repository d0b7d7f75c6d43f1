import type { Cover, Template } from '../catalogue/templates/index.ts';
import { isAsked } from './asked.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import { waiverReason } from './waivers.ts';

/**
 * The elements of the catalogue item that a notice neither covers nor waives yet, by their index in
 * the item. The template says which field or column covers which element; a part that is not asked
 * ("none this year") counts as covered, since the wording then says so.
 */
export function missingElements(template: Template, content: NoticeContent): readonly number[] {
  return uncovered(template, content)
    .filter(({ element }) => waiverReason(content, element) === '')
    .map(({ element }) => element);
}

/** An element that the notice leaves out, and why. */
export interface Waiver {
  readonly cover: Cover;
  readonly reason: string;
}

/** The waivers in force: a reason stands, and nothing covers the element after all. */
export function waiversOf(template: Template, content: NoticeContent): readonly Waiver[] {
  return uncovered(template, content)
    .map((cover) => ({ cover, reason: waiverReason(content, cover.element) }))
    .filter(({ reason }) => reason !== '');
}

/** The fields and tables that need not be filled in, since their element is waived. */
export function waivedParts(template: Template, content: NoticeContent): ReadonlySet<string> {
  return new Set(waiversOf(template, content).flatMap(({ cover }) => cover.by.map(partId)));
}

/** The field or table in the name of a part: `households` of `households.householder`. */
export function partId(part: string): string {
  return part.split('.')[0] ?? part;
}

function uncovered(template: Template, content: NoticeContent): Cover[] {
  return template.covers.filter((cover) =>
    cover.by.some((part) => !isPartFilled(template, content, part)),
  );
}

/** Whether a field, table or column (`households.householder`) holds something or need not. */
export function isPartFilled(template: Template, content: NoticeContent, part: string): boolean {
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
