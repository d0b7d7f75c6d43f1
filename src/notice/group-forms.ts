import type { Table } from '../catalogue/templates/index.ts';
import { type NoticeContent, type Row, rowsInOrder, valueIn } from './content.ts';
import { plain } from './values.ts';

/** How a numbered group is written, with its number left out: 1组, 一组, 第1组, 第一村民小组. */
interface GroupForm {
  readonly prefix: string;
  readonly isChinese: boolean;
  readonly suffix: string;
}

const NUMBERED = /^(第?)(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))(村民小组|小组|组|)$/u;
const DIGITS = '〇一二三四五六七八九';

/** A numbered group; undefined for one with a name of its own, such as 东屯组. */
function readGroup(
  text: string,
): { readonly number: number; readonly form: GroupForm } | undefined {
  const found = NUMBERED.exec(plain(text).replace(/\s/gu, ''));
  if (!found) return undefined;
  const [, prefix = '', arabic, chinese = '', suffix = ''] = found;
  const number = arabic === undefined ? NUMERALS.get(chinese) : Number(arabic);
  if (!number) return undefined;
  return { number, form: { prefix, isChinese: arabic === undefined, suffix } };
}

/** 11 is 十一. */
function numeralOf(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Those that a village can have. */
const NUMERALS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 99 }, (_, index) => [numeralOf(index + 1), index + 1]),
);

function written(number: number, { prefix, isChinese, suffix }: GroupForm): string {
  return `${prefix}${isChinese ? numeralOf(number) : number}${suffix}`;
}

/** A group for comparing: 第一村民小组, 一组, 1组 and 1 are the same. */
export function comparableGroup(group: string): string {
  const numbered = readGroup(group);
  return numbered ? String(numbered.number) : plain(group).replace(/\s|村民|小|组/gu, '');
}

/** The ways in which a list's numbered groups are written, the most usual first. */
export interface GroupForms {
  /** Each by the first group that is written so. */
  readonly examples: readonly string[];
  /** The rows that are not in the most usual form, each with its group in that form. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * Looks how the groups of a table's rows are written, whatever a village's custom is: the form of
 * most rows counts as its own. Groups with names of their own are left alone.
 */
export function groupFormsOf(table: Table, rows: readonly Pick<Row, 'id' | 'cells'>[]): GroupForms {
  const column = table.columns.find(({ type }) => type === 'group');
  const groups = rows.flatMap(({ id, cells }) => {
    const text = column ? valueIn(cells, column.id) : '';
    const group = readGroup(text);
    return group ? [{ id, text: text.trim(), ...group }] : [];
  });
  const byForm = new Map<string, typeof groups>();
  for (const group of groups) {
    const name = JSON.stringify(group.form);
    byForm.set(name, [...(byForm.get(name) ?? []), group]);
  }
  const forms = [...byForm.values()].toSorted((a, b) => b.length - a.length);
  const usual = forms[0]?.[0]?.form;
  return {
    examples: forms.flatMap(([first]) => first?.text ?? []),
    others: new Map(
      usual
        ? forms
            .slice(1)
            .flatMap((ofForm) => ofForm.map((one) => [one.id, written(one.number, usual)]))
        : [],
    ),
  };
}

/**
 * The content with the groups of these rows, or of all, in the form that most rows of the table
 * have; where only some are asked for, the form of the others counts.
 */
export function withGroupsAlike(
  content: NoticeContent,
  table: Table,
  ids?: ReadonlySet<string>,
): NoticeContent {
  const column = table.columns.find(({ type }) => type === 'group');
  if (!column) return content;
  const rows = rowsInOrder(content, table.id);
  const known = ids ? rows.filter(({ id }) => !ids.has(id)) : [];
  const usual = groupFormsOf(table, known).examples[0];
  const form = usual === undefined ? undefined : readGroup(usual)?.form;
  const others = groupFormsOf(table, rows).others;
  const inForm = ({ id, cells }: Row): string | undefined => {
    if (ids && !ids.has(id)) return undefined;
    const group = form && readGroup(valueIn(cells, column.id));
    return group ? written(group.number, form) : others.get(id);
  };
  const changed = (content.tables[table.id] ?? []).map((row) => {
    const value = inForm(row);
    return value === undefined || value === row.cells[column.id]
      ? row
      : { ...row, cells: { ...row.cells, [column.id]: value } };
  });
  return { ...content, tables: { ...content.tables, [table.id]: changed } };
}
