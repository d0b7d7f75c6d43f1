import { shippedCatalogues } from '../../src/catalogue/index.ts';
import {
  type Column,
  type Field,
  type Table,
  type Template,
  templatesOfPack,
} from '../../src/catalogue/templates/index.ts';
import {
  emptyContent,
  isAsked,
  type NoticeContent,
  withCell,
  withField,
  withoutRow,
  withRowsAppended,
} from '../../src/notice/index.ts';
import { inventedName } from './people.ts';

/** The newest template with this id. */
export function aTemplate(id = 'identification.first-publicity'): Template {
  const all = shippedCatalogues.flatMap((catalogue) => templatesOfPack(catalogue.id));
  const template = all.findLast((one) => one.id === id);
  if (!template) throw new Error(`no such template: ${id}`);
  return template;
}

type Cells = Readonly<Record<string, string>>;

/**
 * A content of a template with every required field filled in and no rows yet. Each `with…` gives a
 * new builder. The people in it are invented and the note says so.
 */
export class ContentBuilder {
  readonly template: Template;
  private readonly content: NoticeContent;

  constructor(template: Template, content: NoticeContent) {
    this.template = template;
    this.content = content;
  }

  withField(field: string, value: string): ContentBuilder {
    return this.changed(withField(this.content, field, value));
  }

  /** Adds so many invented households to the list of households, ids `household-1`, `-2` … */
  withHouseholds(count: number): ContentBuilder {
    const known = this.content.tables['households']?.length ?? 0;
    const rows = Array.from({ length: count }, (_one, index) => {
      const number = known + index + 1;
      return { id: `household-${number}`, cells: householdCells(this.template, number - 1) };
    });
    return this.changed(withRowsAppended(this.content, 'households', rows));
  }

  /** Adds so many invented rows to every list that is asked, ids `households-1`, `projects-1` … */
  withEveryList(count: number): ContentBuilder {
    return this.template.tables
      .filter((table) => isAsked(table, this.content))
      .reduce<ContentBuilder>((builder, table) => {
        const rows = Array.from({ length: count }, (_one, index) => ({
          id: `${table.id}-${index + 1}`,
          cells: exampleCells(table, index),
        }));
        return builder.changed(withRowsAppended(builder.content, table.id, rows));
      }, this);
  }

  /** Adds one row at the end of a table. */
  withRow(table: string, id: string, cells: Cells): ContentBuilder {
    return this.changed(withRowsAppended(this.content, table, [{ id, cells }]));
  }

  withCell(table: string, row: string, column: string, value: string): ContentBuilder {
    return this.changed(withCell(this.content, table, row, column, value));
  }

  withoutRow(table: string, row: string): ContentBuilder {
    return this.changed(withoutRow(this.content, table, row));
  }

  build(): NoticeContent {
    return this.content;
  }

  private changed(content: NoticeContent): ContentBuilder {
    return new ContentBuilder(this.template, content);
  }
}

export function aContent(template: string | Template = aTemplate()): ContentBuilder {
  const chosen = typeof template === 'string' ? aTemplate(template) : template;
  const empty = emptyContent(chosen);
  const typed = chosen.fields.filter(
    ({ id, required }) => !empty.fields[id] && (required || id in VALUES),
  );
  const fields = Object.fromEntries(typed.map((field) => [field.id, exampleOf(field)]));
  return new ContentBuilder(chosen, { ...empty, fields: { ...empty.fields, ...fields } });
}

/** What the examples say where a template starts with nothing. */
const VALUES: Cells = {
  year: '2026',
  plan: '本年度计划退出12户30人',
  standard: '农民人均纯收入低于国定标准，并综合考虑住房、教育、健康等情况',
  identificationBasis: '《示例工作方案》',
  exitStandard: '收入稳定，返贫致贫风险稳定消除。',
  meetingOn: '2026-11-20',
  reviewedOn: '2026-11-21',
  expected: '36',
  present: '31',
  votesFor: '30',
  votesAgainst: '1',
  signedOn: '2026-11-23',
  publicityFrom: '2026-11-24',
  note: '名单中的人均为虚构，仅作示例。',
  villagePhone: '0458-0000001',
  townPhone: '0458-0000002',
};

/** A value that the field or column would take. */
function exampleOf(part: Field | Column): string {
  return VALUES[part.id] ?? part.example ?? (part.type === 'date' ? '2026-11-20' : part.label);
}

/** One invented household, in the columns that this template's list has. */
function householdCells(template: Template, index: number): Cells {
  const table = template.tables.find((one) => one.id === 'households');
  return table ? exampleCells(table, index) : {};
}

/** One invented row of a list. */
function exampleCells({ columns }: Table, index: number): Cells {
  const values: Cells = {
    group: `${Math.floor(index / 10) + 1}组`,
    householder: inventedName(index),
    borrower: inventedName(index),
    size: String((index % 5) + 1),
    householdAgrees: 'yes',
    purpose: ['养牛', '种木耳', '种蓝莓'][index % 3] ?? '养牛',
    amount: ['5', '3.5', '4.25'][index % 3] ?? '5',
    term: '2026.3—2029.3',
    rate: '4.35',
  };
  return Object.fromEntries(
    columns.map((column) => [column.id, values[column.id] ?? exampleOf(column)]),
  );
}
