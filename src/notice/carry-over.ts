import type { Table, Template } from '../catalogue/templates/index.ts';
import { type NoticeContent, type Row, rowsInOrder, valueIn } from './content.ts';
import { optionFields } from './option-fields.ts';

/** Taking over from an earlier notice what holds again: words and telephones, not days and counts. */

/**
 * The values of an earlier notice that a new one can begin with: of questions that both ask, where
 * nothing stands yet. Years, days and numbers of people are those of the earlier notice and stay.
 */
export function carriedFields(
  template: Template,
  content: NoticeContent,
  earlier: NoticeContent,
): Readonly<Record<string, string>> {
  const remembered = optionFields(template).filter((field) => field.remembered);
  return Object.fromEntries(
    [...template.fields, ...remembered].flatMap(({ id, type }): [string, string][] => {
      const value = valueIn(earlier.fields, id);
      const holdsAgain = type !== 'date' && type !== 'year' && type !== 'count';
      const isFree = valueIn(content.fields, id).trim() === '';
      return holdsAgain && isFree && value.trim() !== '' ? [[id, value]] : [];
    }),
  );
}

/**
 * The rows of an earlier notice as rows of a list: from its list that shares most columns with this
 * one, the cells of the columns that both have. Empty where no list shares two of them.
 */
export function carriedRows(
  table: Table,
  earlierTemplate: Template,
  earlier: NoticeContent,
): readonly Pick<Row, 'id' | 'cells'>[] {
  const shared = (other: Table) =>
    table.columns.filter(({ id, type }) =>
      other.columns.some((column) => column.id === id && column.type === type),
    );
  const [source] = earlierTemplate.tables.toSorted((a, b) => shared(b).length - shared(a).length);
  const columns = source ? shared(source) : [];
  if (!source || columns.length < Math.min(2, table.columns.length)) return [];
  return rowsInOrder(earlier, source.id).map((row) => ({
    id: row.id,
    cells: Object.fromEntries(
      columns
        // a consent was given for one decision only
        .filter(({ type, internal }) => !internal && type !== 'yesNo')
        .map(({ id }): [string, string] => [id, valueIn(row.cells, id)])
        .filter(([, value]) => value !== ''),
    ),
  }));
}
