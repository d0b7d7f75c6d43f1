import type { DocumentColumn, DocumentTable } from './document.ts';

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
