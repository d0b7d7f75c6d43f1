import * as v from 'valibot';

/**
 * A template says how the notice for a catalogue item is written: what is asked (fields, table
 * columns), how it is worded, who signs, how long it stays open. It is data: another district, or
 * another period's words, is another file and no code.
 *
 * Wording: `{id}` stands for a field, `{table.count}` for a table's rows, `{table.sum.column}` for a
 * column's total; `.capital` after an amount or total of yuan writes it in capital numerals. `{village}`, `{town}`, `{district}`, `{committee}`, `{townGovernment}` for the
 * place, `{period.from}`, `{period.to}`, `{period.days}` for the objection period. `[[…]]` marks
 * words that are left out when something inside them is empty; elsewhere an empty value shows as a
 * blank to be filled.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/));

/** What a cell or field holds; decides the keyboard, the check and the alignment. */
export const ValueTypeSchema = v.picklist([
  'text',
  'longText',
  'name',
  'group',
  'count',
  'amount',
  'rate',
  'year',
  'date',
  'phone',
  'yesNo',
]);
export type ValueType = v.InferOutput<typeof ValueTypeSchema>;

export const FieldSchema = v.strictObject({
  id: Id,
  label: v.string(),
  type: ValueTypeSchema,
  section: Id,
  required: v.boolean(),
  unit: v.optional(v.string()),
  help: v.optional(v.string()),
  example: v.optional(v.string()),
  /** The value a new notice starts with. */
  initial: v.optional(v.string()),
  /**
   * A new notice of the same village starts with what was typed last: in any notice (telephone
   * numbers), or in one of the same catalogue (a period's standards and the papers it cites).
   */
  remembered: v.optional(v.picklist(['inVillage', 'inCatalogue'])),
  /** Asked only when the named yes-no field has this answer. */
  askedWhen: v.optional(v.strictObject({ field: Id, is: v.picklist(['yes', 'no']) })),
  /** Names the papers that the notice rests on; a district's own catalogue may name others. */
  citesBasis: v.optional(v.boolean()),
  /** Asked but never printed: the wording does not get to see it. */
  internal: v.optional(v.boolean()),
  /** An office's own address: it may stand on a notice where a villager's may not. */
  office: v.optional(v.boolean()),
  /** The most characters that it may have. */
  longest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Field = v.InferOutput<typeof FieldSchema>;

export const ColumnSchema = v.strictObject({
  id: Id,
  label: v.string(),
  type: ValueTypeSchema,
  required: v.boolean(),
  unit: v.optional(v.string()),
  help: v.optional(v.string()),
  example: v.optional(v.string()),
  /** A column that is asked but never shown on the sheet or the page. */
  internal: v.optional(v.boolean()),
  /**
   * Names a villager: makes the list one of persons, which the page online may mask and takes down
   * when the notice has served its purpose (PIPL art. 47).
   */
  sensitive: v.optional(v.boolean()),
  total: v.optional(v.literal('sum')),
});
export type Column = v.InferOutput<typeof ColumnSchema>;

export const TableSchema = v.strictObject({
  id: Id,
  label: v.string(),
  section: Id,
  /** What one row is, with its measure word: ['户', '户'], ['个', '项目']. */
  rowUnit: v.string(),
  rowName: v.string(),
  columns: v.pipe(v.array(ColumnSchema), v.minLength(1)),
  /** The sheet may set the list twice side by side, as the official household forms do. */
  twoUp: v.optional(v.boolean()),
  askedWhen: v.optional(v.strictObject({ field: Id, is: v.picklist(['yes', 'no']) })),
});
export type Table = v.InferOutput<typeof TableSchema>;

const Condition = v.optional(
  v.strictObject({ field: Id, is: v.picklist(['yes', 'no', 'filled']) }),
);

export const BodyBlockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: v.string(), when: Condition }),
  v.strictObject({ kind: v.literal('paragraph'), text: v.string(), when: Condition }),
  v.strictObject({ kind: v.literal('table'), table: Id, when: Condition }),
  /** Numbered lines, '1. 项目名称：…'; a line that is left out whole takes no number. */
  v.strictObject({
    kind: v.literal('lines'),
    lines: v.pipe(v.array(v.string()), v.minLength(1)),
    when: Condition,
  }),
]);
export type BodyBlock = v.InferOutput<typeof BodyBlockSchema>;

/**
 * Which part of the notice covers an element of the catalogue item. `element` counts the item's
 * elements from 0, `name` is the element in the catalogue's words. `by` names fields, tables or table columns (`households.householder`); the
 * element is covered when all of them are filled. An empty list: the wording itself covers it.
 */
export const CoverSchema = v.strictObject({
  element: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.pipe(v.string(), v.nonEmpty()),
  by: v.array(v.string()),
});

export type Cover = v.InferOutput<typeof CoverSchema>;

export const TemplateSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  catalogue: v.string(),
  catalogueVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The item's id in the catalogue. */
  item: v.string(),
  name: v.string(),
  /** One plain sentence: when a cadre needs this notice. */
  purpose: v.string(),
  /** A publicity comes before the decision and invites objections; an announcement is final. */
  kind: v.picklist(['publicity', 'announcement']),
  /**
   * The field from which the item's time limit runs: a day, or the year that is disclosed. Absent
   * where the template cannot know it.
   */
  deadlineFrom: v.optional(Id),
  sections: v.array(v.strictObject({ id: Id, label: v.string() })),
  fields: v.array(FieldSchema),
  tables: v.array(TableSchema),
  title: v.string(),
  addressee: v.optional(v.string()),
  body: v.array(BodyBlockSchema),
  /** How long the notice stays open to objections; `days` is the least that practice allows. */
  publicity: v.optional(
    v.strictObject({
      days: v.pipe(v.number(), v.integer(), v.minValue(1)),
      counting: v.picklist(['calendar', 'working']),
      source: v.string(),
    }),
  ),
  contacts: v.array(v.strictObject({ label: v.string(), number: v.string() })),
  signers: v.pipe(v.array(v.string()), v.minLength(1)),
  covers: v.array(CoverSchema),
});
export type Template = v.InferOutput<typeof TemplateSchema>;
