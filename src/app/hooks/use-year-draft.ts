import { useState } from 'react';
import {
  type Arrangement,
  type ArrangementProblem,
  type ArrangementReading,
  arrangementProblems,
  arrangeYear,
  type Festival,
  parsePlainDay,
  readArrangement,
  type WorkingCalendar,
} from '../../calendar/index.ts';
import { drawRowId } from '../draw-row-id.ts';

/** A year's arrangement as it is being typed: every value a text. */
export interface YearDraft {
  readonly year: string;
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly holidays: readonly HolidayDraft[];
  readonly makeUpDays: readonly MakeUpDraft[];
}

export interface HolidayDraft {
  readonly id: string;
  readonly festival: Festival;
  readonly from: string;
  readonly to: string;
}

export interface MakeUpDraft {
  readonly id: string;
  readonly day: string;
}

export const emptyHoliday = (festival: Festival): HolidayDraft => ({
  id: drawRowId(),
  festival,
  from: '',
  to: '',
});

export const emptyMakeUp = (): MakeUpDraft => ({ id: drawRowId(), day: '' });

export type YearFault =
  | { readonly code: 'incomplete' }
  | { readonly code: 'contradicts'; readonly problems: readonly ArrangementProblem[] }
  | { readonly code: 'years-missing'; readonly before: number; readonly after: number };

const emptyYear = (year: number): YearDraft => ({
  year: String(year),
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  number: '',
  issuedOn: '',
  holidays: [emptyHoliday('newYear')],
  makeUpDays: [],
});

/** A year being entered onto a calendar, typed or read out of the notice's text. */
export function useYearDraft(calendar: WorkingCalendar) {
  const nextYear = Number(calendar.coveredUntil.slice(0, 4)) + 1;
  const [draft, setDraft] = useState<YearDraft>();
  const [reading, setReading] = useState<ArrangementReading>();
  const [empty] = useState(() => emptyYear(nextYear));
  const shown = draft ?? empty;
  const change = (changes: Partial<YearDraft>) => setDraft({ ...shown, ...changes });
  return {
    draft: shown,
    reading,
    change,
    clear: () => {
      setDraft(emptyYear(nextYear));
      setReading(undefined);
    },
    read: (text: string) => {
      const told = readArrangement(text);
      setReading(told);
      if (told.holidays.length > 0) setDraft(draftOf(told, nextYear));
    },
  };
}

function draftOf(reading: ArrangementReading, nextYear: number): YearDraft {
  const empty = emptyYear(reading.year ?? nextYear);
  return {
    ...empty,
    number: reading.number ?? '',
    title: reading.title ?? empty.title,
    issuedOn: reading.issuedOn ?? '',
    holidays: reading.holidays.map((holiday) => ({ ...holiday, id: drawRowId() })),
    makeUpDays: reading.makeUpDays.map((day) => ({ id: drawRowId(), day })),
  };
}

/** The arrangement that a draft states, or why it states none that fits the calendar. */
export function arrangementOf(
  draft: YearDraft,
  calendar: WorkingCalendar,
):
  | { readonly ok: true; readonly arrangement: Arrangement }
  | { readonly ok: false; readonly fault: YearFault } {
  const issuedOn = parsePlainDay(draft.issuedOn);
  const holidays = draft.holidays.map(({ festival, from, to }) => ({
    festival,
    from: parsePlainDay(from),
    to: parsePlainDay(to || from),
  }));
  const makeUpDays = draft.makeUpDays.map(({ day }) => parsePlainDay(day));
  const whole = holidays.filter(isWhole);
  const days = makeUpDays.filter((day) => day !== undefined);
  const year = Number(draft.year);
  const isComplete =
    Number.isInteger(year) &&
    issuedOn !== undefined &&
    draft.title.trim() !== '' &&
    whole.length > 0 &&
    whole.length === holidays.length &&
    days.length === makeUpDays.length;
  if (!isComplete) return { ok: false, fault: { code: 'incomplete' } };
  const number = draft.number.trim();
  const arrangement: Arrangement = {
    year,
    documents: [{ title: draft.title.trim(), issuedOn, ...(number ? { number } : {}) }],
    holidays: whole,
    makeUpDays: [...days].sort(),
  };
  const problems = arrangementProblems(arrangement);
  if (problems.length > 0) return { ok: false, fault: { code: 'contradicts', problems } };
  const arranged = arrangeYear(calendar, arrangement);
  if (!arranged.ok && arranged.code === 'yearsMissing') {
    const [before, after] = arranged.expected;
    return { ok: false, fault: { code: 'years-missing', before, after } };
  }
  return { ok: true, arrangement };
}

type Holiday = Arrangement['holidays'][number];

function isWhole(holiday: {
  festival: Festival;
  from: Holiday['from'] | undefined;
  to: Holiday['to'] | undefined;
}): holiday is Holiday {
  return holiday.from !== undefined && holiday.to !== undefined;
}
