import { addDays, type PlainDay } from './plain-day.ts';

/** A deadline or a period as a person's own calendar shows it: an event of whole days. */
export interface CalendarEvent {
  /** the same for the same matter in every export, so that a second import corrects the first */
  uid: string;
  title: string;
  from: PlainDay;
  /** its last day; the same as `from` for a deadline */
  to: PlainDay;
  description?: string;
  url?: URL;
  /** the date is provisional */
  tentative?: boolean;
  /** a reminder at nine in the morning so many days before `from`; 0 is the day itself */
  remindDaysBefore?: number;
}

const octets = new TextEncoder();

/**
 * An iCalendar file (RFC 5545) of events that any phone's calendar takes in. `stamp` is when it was
 * made; of two exports the one with the later stamp holds. Days carry no zone, as RFC 5545 3.3.4
 * has them. Lines end in CRLF and are folded at 75 octets, never inside a character.
 */
export function toICalendar(
  events: readonly CalendarEvent[],
  { name, stamp }: { name: string; stamp: Date },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Village Noticeboard//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${basic(event.from)}`,
    // the end of an all-day event is the first day after it (RFC 5545 3.6.1)
    `DTEND;VALUE=DATE:${basic(addDays(event.to, 1))}`,
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.url ? [`URL:${event.url.href}`] : []),
    `STATUS:${event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(event.remindDaysBefore === undefined ? [] : alarmLines(event, event.remindDaysBefore)),
    'END:VEVENT',
  ];
}

function alarmLines(event: CalendarEvent, daysBefore: number): string[] {
  const hoursBefore = daysBefore * 24 - 9;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(event.title)}`,
    `TRIGGER:${hoursBefore > 0 ? '-' : ''}PT${Math.abs(hoursBefore)}H`,
    'END:VALARM',
  ];
}

function basic(day: PlainDay): string {
  return day.replaceAll('-', '');
}

/** TEXT of RFC 5545 3.3.11, which has no control characters but the tab; half a character becomes �. */
function escapeText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');
}

function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}
