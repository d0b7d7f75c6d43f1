import * as v from 'valibot';
import { arrangementProblems } from './arrangement-problems.ts';
import { plainDaySchema } from './plain-day.ts';

/** The holidays for all citizens (全国年节及纪念日放假办法, art. 2); 'other' for a day given once, such as 2015-09-03. */
export const festivalSchema = v.picklist([
  'newYear',
  'springFestival',
  'qingming',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'other',
]);

/** Days off in a row, both ends included, weekends within them too: the way a notice prints them. */
export const holidaySchema = v.object({
  festival: festivalSchema,
  from: plainDaySchema,
  to: plainDaySchema,
});

/** The paper an arrangement comes from; `number` is absent where it is not known for certain. */
export const holidayDocumentSchema = v.object({
  title: v.pipe(v.string(), v.nonEmpty()),
  number: v.optional(v.pipe(v.string(), v.nonEmpty())),
  issuedOn: plainDaySchema,
  url: v.optional(v.pipe(v.string(), v.url())),
});

/**
 * What the State Council arranged for one year, later changes worked in: its holidays and the
 * weekend days worked in exchange (调休上班). It may reach into the last days of the year before.
 */
export const arrangementSchema = v.pipe(
  v.object({
    year: v.pipe(v.number(), v.integer(), v.minValue(1950), v.maxValue(9000)),
    documents: v.pipe(v.array(holidayDocumentSchema), v.nonEmpty()),
    holidays: v.array(holidaySchema),
    makeUpDays: v.array(plainDaySchema),
  }),
  v.check(
    (arrangement) => arrangementProblems(arrangement).length === 0,
    'an arrangement that contradicts itself',
  ),
);

/**
 * The holiday calendar as data: kept by the server, synced to devices, edited by an administrator.
 *
 * - `version` grows with every change, so that a device knows which of two is newer.
 * - From `coveredFrom` to `coveredUntil` the arrangements are official; they are whole years in a row.
 *   A later year's notice may still change the last days of December, as that for 2019 did.
 * - `expectedHolidays` are statutory days of later years whose date depends on the moon or the sun.
 *   They are what the law already gives; days shifted around them are unknown, so whatever is
 *   counted with them is provisional.
 */
export const workingCalendarSchema = v.pipe(
  v.object({
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    coveredFrom: plainDaySchema,
    coveredUntil: plainDaySchema,
    arrangements: v.pipe(v.array(arrangementSchema), v.nonEmpty()),
    expectedHolidays: v.array(holidaySchema),
  }),
  v.check(
    ({ arrangements }) =>
      arrangements.every(({ year }, index) => year === (arrangements[0]?.year ?? 0) + index),
    'the years are not in a row',
  ),
  v.check(
    ({ arrangements, coveredFrom, coveredUntil }) =>
      coveredFrom === `${arrangements[0]?.year}-01-01` &&
      coveredUntil === `${arrangements.at(-1)?.year}-12-31`,
    'the cover differs from the years arranged',
  ),
);

export type Festival = v.InferOutput<typeof festivalSchema>;
export type Holiday = v.InferOutput<typeof holidaySchema>;
export type HolidayDocument = v.InferOutput<typeof holidayDocumentSchema>;
export type Arrangement = v.InferOutput<typeof arrangementSchema>;
export type WorkingCalendar = v.InferOutput<typeof workingCalendarSchema>;
