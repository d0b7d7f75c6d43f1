import type { Column, Table, ValueType } from '../../catalogue/templates/index.ts';
import { readDecimal } from '../../notice/index.ts';
import { isGroupName } from '../rows/group-name.ts';
import { plainName } from '../rows/plain-name.ts';
import type { ColumnTarget } from './match-header.ts';

/** Rows that are looked at; what they say the others say too. */
const LOOKED_AT = 60;
/** Of the cells with a text, so many must agree. */
const MOST = 0.8;

/** What a cell looks like where its column has a heading of no help. Units make it sure. */
const LOOKS: Partial<Record<ValueType, (text: string) => boolean>> = {
  group: (text) => isGroupName(text),
  name: (text) =>
    /^\p{Script=Han}{2,4}$|^\p{Script=Han}+(?:·\p{Script=Han}+)+$/u.test(plainName(text)),
  count: (text) => /^\d{1,2}\s*[人口]*$/.test(text.normalize('NFKC')),
  amount: (text) => /^[¥￥]?\d[\d,.]*\s*(?:[千万亿]?元|块|万)$/.test(text.normalize('NFKC')),
  rate: (text) => /^\d[\d.]*\s*%$/.test(text.normalize('NFKC')),
};

/**
 * Which columns of a list without a header lead where, told by what stands in them; a person sees
 * and corrects it. Columns that count 1, 2, 3 and those that could be several things lead nowhere.
 */
export function targetsByCells(
  rows: readonly (readonly string[])[],
  width: number,
  table: Table,
): ColumnTarget[] {
  const free = new Set<Column>(table.columns);
  const isLine = (row: readonly string[]) => row.filter((text) => text.trim() !== '').length < 2;
  // a line with one text names a group, or a title
  const listed = rows.every(isLine) ? rows : rows.filter((row) => !isLine(row));
  return Array.from({ length: width }, (_, index) => {
    const texts = listed.slice(0, LOOKED_AT).flatMap((row) => row[index]?.trim() || []);
    if (texts.length === 0 || countsUp(texts, index === 0)) return null;
    const found = [...free].find(({ type }) => {
      const looks = LOOKS[type];
      // a name of a group has two to four characters as well
      if (type === 'name' && texts.filter(isGroupName).length > texts.length / 2) return false;
      return looks !== undefined && texts.filter(looks).length >= texts.length * MOST;
    });
    if (!found) return null;
    free.delete(found);
    return found.id;
  });
}

/** Whether a column numbers its rows. */
function countsUp(texts: readonly string[], isFirst: boolean): boolean {
  const numbers = texts.map((text) => readDecimal(text.replace(/[.、)）]$/, ''))?.units);
  return (
    (texts.length > 1 || (isFirst && numbers[0] === 1n)) &&
    numbers.every((one, at) =>
      at === 0 ? one !== undefined : one === (numbers[at - 1] ?? 0n) + 1n,
    )
  );
}
