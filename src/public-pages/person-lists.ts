import type { DocumentColumn, DocumentTable } from '../notice/index.ts';
import { maskName } from '../privacy/index.ts';
import type { NoticePageInput } from './page-input.ts';
import type { PublicityState } from './publicity-state.ts';

/** How lists of persons are shown: whole, with masked names, or no longer at all. */
export type ListDisplay = 'whole' | 'masked' | 'takenDown';

/**
 * Lists of persons serve the publicity and go with it (PIPL art. 47: delete when the purpose is
 * met): taken down when the period is over and when the notice is closed or withdrawn, unless the
 * village's setting keeps them.
 */
export function listDisplay(
  setting: Pick<NoticePageInput, 'names' | 'keepLists'>,
  state: PublicityState,
): ListDisplay {
  const isOver =
    state.kind === 'publicityOver' || state.kind === 'closed' || state.kind === 'withdrawn';
  if (isOver && !setting.keepLists) return 'takenDown';
  return setting.names ?? 'whole';
}

/**
 * A column of the names of persons whom a matter is about, told by its heading: 户主姓名, 贷款对象,
 * 受益人. Those who answer for a matter (责任人) are named as long as the notice is read.
 */
export function namesPersons(column: DocumentColumn): boolean {
  return /姓\s*名|户\s*主|(受益|享受|贷款|救助|补助)对象|受益人/.test(column.label);
}

export function listsPersons(table: DocumentTable): boolean {
  return table.columns.some(namesPersons);
}

/** A row as it is shown: with 'masked', the names in it are masked. */
export function shownRow(
  columns: readonly DocumentColumn[],
  row: readonly string[],
  display: ListDisplay,
): string[] {
  return row.map((cell, index) => {
    const column = columns[index];
    return display === 'masked' && column && namesPersons(column) ? maskName(cell) : cell;
  });
}
