import * as v from 'valibot';
import holidays from './holidays.json' with { type: 'json' };
import { type WorkingCalendar, workingCalendarSchema } from './working-calendar.ts';

/** The calendar that ships with the program; the server's newer one replaces it (see `version`). */
export const seedCalendar: WorkingCalendar = v.parse(workingCalendarSchema, holidays);
