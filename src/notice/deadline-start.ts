import {
  type Deadline,
  deadlineOf,
  type PlainDay,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { type Catalogue, timeLimitOf } from '../catalogue/index.ts';
import { itemOfTemplate, type Template } from '../catalogue/templates/index.ts';
import type { NoticeContent } from './content.ts';
import { plain, readDay } from './values.ts';

/**
 * The day from which the item's time limit runs, as the notice states it: a day, or the first day
 * of the year that is disclosed. Undefined while nobody has said so.
 */
export function deadlineStartOf(template: Template, content: NoticeContent): PlainDay | undefined {
  const field = template.fields.find(({ id }) => id === template.deadlineFrom);
  const value = field ? (content.fields[field.id] ?? '') : '';
  return readDay(field?.type === 'year' ? `${plain(value)}-01-01` : value);
}

/**
 * By when the notice must be public, told from its catalogue's own rule. Undefined while its start
 * is not known, or for a catalogue that neither ships nor is given.
 */
export function dueOf(
  template: Template,
  content: NoticeContent,
  calendar: WorkingCalendar,
  catalogues: readonly Catalogue[] = [],
): Deadline | undefined {
  const start = deadlineStartOf(template, content);
  return start && dueFrom(template, start, calendar, catalogues);
}

/** The same for a start that is known, so that a list need not load contents. */
export function dueFrom(
  template: Template,
  start: PlainDay,
  calendar: WorkingCalendar,
  catalogues: readonly Catalogue[] = [],
): Deadline | undefined {
  const found = itemOfTemplate(template, catalogues);
  if (!found) return undefined;
  return deadlineOf(timeLimitOf(found.catalogue, found.item).rule, start, calendar);
}
