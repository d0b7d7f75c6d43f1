import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const day = v.pipe(v.string(), v.isoDate());
const monthDay = v.pipe(v.string(), v.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

/**
 * What starts a time limit running. `formed`, `obtained` and `changed` are said of the information,
 * `allocationIssued` of the document that issues the funds, `approved` of a budget or plan,
 * `decided` of a permit or penalty; `unstated` where the catalogue names no start.
 */
export const timeLimitStartSchema = v.picklist([
  'formed',
  'formedOrObtained',
  'obtained',
  'changed',
  'allocationIssued',
  'approved',
  'decided',
  'unstated',
]);

const countedFromAStart = {
  n: positive,
  from: timeLimitStartSchema,
  orFrom: v.optional(timeLimitStartSchema),
};

/**
 * A time limit as a rule that a calendar can work with; the catalogue's own words always stand
 * beside it in `TimeLimit.text`.
 *
 * - `annual`: `times` a year, at the latest `by` the year's end or a day 'MM-DD'; `covers` is absent
 *   where the catalogue does not say which year is disclosed.
 * - `quarterly`: `by` is absent where any day of the quarter will do.
 * - `sameAsAbove`: the limit of the item before it, see `timeLimitOf`.
 * - `text`: words that no rule stands for; a person reads them.
 */
export const timeLimitRuleSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('workingDays'), ...countedFromAStart }),
  v.strictObject({ kind: v.literal('days'), ...countedFromAStart }),
  v.strictObject({
    kind: v.literal('annual'),
    by: v.union([v.literal('year end'), monthDay]),
    times: positive,
    covers: v.optional(v.picklist(['current year', 'previous year'])),
  }),
  v.strictObject({
    kind: v.literal('quarterly'),
    by: v.optional(
      v.strictObject({
        monthOfQuarter: v.picklist([1, 2, 3]),
        day: v.pipe(positive, v.maxValue(31)),
      }),
    ),
  }),
  v.strictObject({ kind: v.literal('anytime') }),
  v.strictObject({ kind: v.literal('prompt') }),
  v.strictObject({ kind: v.literal('sameAsAbove') }),
  v.strictObject({ kind: v.literal('text') }),
]);

/** The printed words ('' where the table has no such column) and the rule they state. */
export const timeLimitSchema = v.strictObject({ text: v.string(), rule: timeLimitRuleSchema });

/**
 * One element of what must be disclosed. `mark` is the bullet as printed ('·', '●', '1.' or '');
 * `mark + text` is the printed line. Where the line enumerates, `parts` are the members,
 * `head` what they are parts of, and `openEnded` says that the line closes with 等.
 */
export const elementSchema = v.strictObject({
  mark: v.string(),
  text,
  head: v.optional(text),
  parts: v.optional(v.pipe(v.array(text), v.nonEmpty())),
  openEnded: v.optional(v.literal(true)),
});

export const channelSchema = v.strictObject({ id, label: text });
export const levelSchema = v.strictObject({ id, label: text });

/** What is not known and the district must fill in or confirm, one sentence each. */
const toConfirm = v.optional(v.pipe(v.array(text), v.nonEmpty()));

export const catalogueItemSchema = v.strictObject({
  /** the sequence number as printed: '1', '0505', '127' */
  number: text,
  id,
  /** the item's own field, where one table runs through several fields */
  field: v.optional(text),
  /** '' in a table that has one level of matters only */
  level1: v.string(),
  level2: text,
  /** empty, as are bases and subjects, in a table that has no such column */
  elements: v.array(elementSchema),
  bases: v.array(text),
  basesText: v.string(),
  timeLimit: timeLimitSchema,
  subjects: v.array(text),
  subjectsText: v.string(),
  channels: v.array(v.strictObject({ channel: id, ticked: v.boolean() })),
  audience: v.strictObject({ wholeSociety: v.boolean(), specificGroups: v.boolean() }),
  manner: v.strictObject({ proactive: v.boolean(), onRequest: v.boolean() }),
  levels: v.array(v.strictObject({ level: id, ticked: v.boolean() })),
  toConfirm,
});

function sameInOrder(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

const distinct = (values: readonly string[]) => new Set(values).size === values.length;

/**
 * A district's disclosure catalogue. Every item speaks of every declared channel and level, in
 * their order, so that the printed table can be told again from the data alone.
 * `documentNumber` is absent where it is not known; it is never invented.
 */
export const catalogueSchema = v.pipe(
  v.strictObject({
    id,
    version: positive,
    title: text,
    /** the pilot field (试点领域) the catalogue is for, as named in its title: 扶贫 */
    field: text,
    /** official division code of the district, 6 digits */
    district: v.pipe(v.string(), v.regex(/^\d{6}$/)),
    issuer: text,
    documentNumber: v.optional(text),
    /** the document the catalogue was taken from */
    source: text,
    /** the years whose words and rules it holds; absent where the catalogue does not say */
    period: v.optional(v.strictObject({ from: v.optional(day), to: v.optional(day) })),
    toConfirm,
    channels: v.array(channelSchema),
    levels: v.array(levelSchema),
    items: v.pipe(v.array(catalogueItemSchema), v.nonEmpty()),
  }),
  v.check(
    ({ channels, items }) =>
      items.every((item) =>
        sameInOrder(
          item.channels.map((entry) => entry.channel),
          channels.map((channel) => channel.id),
        ),
      ),
    'an item lacks a channel that the catalogue declares, or has another',
  ),
  v.check(
    ({ levels, items }) =>
      items.every((item) =>
        sameInOrder(
          item.levels.map((entry) => entry.level),
          levels.map((level) => level.id),
        ),
      ),
    'an item lacks a level that the catalogue declares, or has another',
  ),
  v.check(({ items }) => distinct(items.map((item) => item.id)), 'two items have the same id'),
  v.check(
    ({ items }) => items[0]?.timeLimit.rule.kind !== 'sameAsAbove',
    'the first item has no item above it',
  ),
);

export type TimeLimitStart = v.InferOutput<typeof timeLimitStartSchema>;
export type TimeLimitRule = v.InferOutput<typeof timeLimitRuleSchema>;
export type TimeLimit = v.InferOutput<typeof timeLimitSchema>;
export type CatalogueElement = v.InferOutput<typeof elementSchema>;
export type Level = v.InferOutput<typeof levelSchema>;
export type CatalogueItem = v.InferOutput<typeof catalogueItemSchema>;
export type Catalogue = v.InferOutput<typeof catalogueSchema>;
