import type { DocumentColumn, DocumentTable } from './document.ts';

/** Headings of persons' names in documents that were published before columns said so themselves. */
const BEFORE = /^(?:户主姓名|姓名|户主|贷款对象)$/;

/**
 * A column of the names of persons whom a matter is about, as its template says. Those who answer
 * for a matter (责任人) are named as long as the notice is read; whom a project serves (受益对象) is
 * told by numbers, not by names.
 */
export function namesPersons(column: DocumentColumn): boolean {
  return column.sensitive === true || BEFORE.test(column.label.replace(/\s/g, ''));
}

export function listsPersons(table: DocumentTable): boolean {
  return table.columns.some(namesPersons);
}
