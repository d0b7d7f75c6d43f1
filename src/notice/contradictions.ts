import type { Template } from '../catalogue/templates/index.ts';
import { periodOf } from './compose.ts';
import type { NoticeContent } from './content.ts';
import { plain, readCount, readDay } from './values.ts';

/** What cannot be true of two values together, though each can be read. */
export type Contradiction =
  | 'period-over'
  | 'more-than-expected'
  | 'more-votes'
  | 'after-signing'
  | 'far-from-signing';

/** Plans look ahead this far at most, in years. */
const YEARS_AHEAD = 2;

/** What was left out is made public late, so years gone by are let pass for this long. */
const YEARS_BACK = 20;

/**
 * Why what stands in this field cannot be true beside the others; undefined where it can, or where
 * one of the two cannot be read. A period may begin before the day of signing, as it does on a
 * corrected notice, but not end before it. Of today nothing is asked: what was published on a phone
 * may reach the server weeks later.
 */
export function contradictionAt(
  template: Template,
  field: string,
  content: NoticeContent,
): Contradiction | undefined {
  const text = (id: string) => content.fields[id] ?? '';
  const count = (id: string) => readCount(text(id)) ?? 0;
  const signedOn = readDay(text('signedOn'));
  switch (field) {
    case 'present': {
      const expected = readCount(text('expected'));
      return expected !== undefined && count('present') > expected
        ? 'more-than-expected'
        : undefined;
    }
    case 'votesFor':
    case 'votesAgainst': {
      const present = readCount(text('present'));
      const votes = count('votesFor') + (field === 'votesAgainst' ? count('votesAgainst') : 0);
      const isEmpty = text(field).trim() === '';
      return present !== undefined && !isEmpty && votes > present ? 'more-votes' : undefined;
    }
    case 'meetingOn':
    case 'formedOn': {
      const day = readDay(text(field));
      return day && signedOn && day > signedOn ? 'after-signing' : undefined;
    }
    case 'year': {
      const year = Number(plain(text('year')));
      if (!signedOn || !year) return undefined;
      const ahead = year - Number(signedOn.slice(0, 4));
      return ahead > YEARS_AHEAD || ahead < -YEARS_BACK ? 'far-from-signing' : undefined;
    }
    case 'publicityFrom': {
      const period = periodOf(template, content);
      return period && signedOn && period.to < signedOn ? 'period-over' : undefined;
    }
    default:
      return undefined;
  }
}
