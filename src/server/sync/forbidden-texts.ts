import type { Catalogue } from '../../catalogue/index.ts';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import type { Conflict, ConflictPlace, NoticeAction, NoticeContent } from '../../notice/index.ts';
import { containsForbidden, type TextContext } from '../../privacy/index.ts';

/**
 * Whether an action carries a number that should have been masked on the phone. The device looks
 * with the same eyes before it stores anything, so this refuses only what a broken or foreign
 * program sends.
 */
export function carriesForbidden(
  action: NoticeAction,
  content: NoticeContent | undefined,
  catalogues: readonly Catalogue[],
): boolean {
  switch (action.kind) {
    case 'save':
      return (
        contentHoldsForbidden(action.content, catalogues) ||
        action.conflicts.some((one) => conflictHoldsForbidden(action.content, one, catalogues))
      );
    case 'settle':
      return (
        action.value !== null &&
        containsForbidden(action.value, contextOf(templateFor(content, catalogues), action.place))
      );
    case 'return':
    case 'withdraw':
      return containsForbidden(action.reason);
    case 'publish':
      return content !== undefined && contentHoldsForbidden(content, catalogues);
    case 'comment':
      return containsForbidden(action.text);
    case 'post':
      return containsForbidden(action.board);
    case 'submit':
    case 'takeDown':
    case 'close':
      return false;
  }
}

function contentHoldsForbidden(content: NoticeContent, catalogues: readonly Catalogue[]): boolean {
  const template = templateFor(content, catalogues);
  for (const [field, value] of Object.entries(content.fields)) {
    if (containsForbidden(value, contextOf(template, { kind: 'field', field }))) return true;
  }
  for (const [table, rows] of Object.entries(content.tables)) {
    for (const { id: row, cells } of rows) {
      for (const [column, value] of Object.entries(cells)) {
        const place: ConflictPlace = { kind: 'cell', table, row, column };
        if (containsForbidden(value, contextOf(template, place))) return true;
      }
    }
  }
  return false;
}

function conflictHoldsForbidden(
  content: NoticeContent,
  { place, values }: Conflict,
  catalogues: readonly Catalogue[],
): boolean {
  const context = contextOf(templateFor(content, catalogues), place);
  return values.some(({ value }) => {
    if (value === null) return false;
    // a row in conflict is its cells joined by spaces: each word is looked at by itself, since
    // neighbouring cells together may look like a longer number
    const texts = place.kind === 'row' ? value.split(/\s+/) : [value];
    return texts.some((text) => containsForbidden(text, context));
  });
}

function templateFor(
  content: NoticeContent | undefined,
  catalogues: readonly Catalogue[],
): Template | undefined {
  return content && templateOf(content.template, content.templateVersion, catalogues);
}

function contextOf(template: Template | undefined, place: ConflictPlace): TextContext {
  if (place.kind === 'field') {
    const field = template?.fields.find((one) => one.id === place.field);
    return {
      where: field?.type === 'phone' ? 'contact' : 'text',
      ...(field ? { columnLabel: field.label } : {}),
    };
  }
  if (place.kind === 'row') return { where: 'cell' };
  const table = template?.tables.find((one) => one.id === place.table);
  const column = table?.columns.find((one) => one.id === place.column);
  return { where: 'cell', ...(column ? { columnLabel: column.label } : {}) };
}
