import { todayIn } from '../calendar/index.ts';
import type { DeviceDatabase, HeldReminders, Reminder } from './database.ts';

/**
 * Reminders of the day's duties, for a person who asked for them: told once a day at most, at an hour
 * when people work, from what the page wrote down ahead. Nothing comes from outside, and nobody
 * learns whether it was read.
 */

/** The browser keeps one request of this name; it decides how often it wakes the worker for it. */
export const REMINDER_TAG = 'village-noticeboard-reminder';
const HALF_A_DAY = 12 * 3_600_000;

const NONE: HeldReminders = { isOn: false, forecast: {} };

export async function readReminders(database: DeviceDatabase): Promise<HeldReminders> {
  return (await database.read('reminders')) ?? NONE;
}

/** Switches reminders on or off; what was written down goes with them. */
export function switchReminders(database: DeviceDatabase, isOn: boolean): Promise<void> {
  return change(database, (held) => ({ ...held, isOn, forecast: {} }));
}

/** Writes down what is to be said on the coming days; nothing where nobody asked for it. */
export function keepForecast(
  database: DeviceDatabase,
  forecast: HeldReminders['forecast'],
): Promise<void> {
  return change(database, (held) => {
    const isSame = JSON.stringify(held.forecast) === JSON.stringify(forecast);
    return held.isOn && !isSame ? { ...held, forecast } : held;
  });
}

/** From seven in the morning to eight in the evening, Beijing time. */
const HOURS = { from: 7, until: 20 };

/**
 * What is to be said now, if anything: asked for again on the same day, it is nothing. A clock that
 * was set back or on tells another day's words at most once.
 */
export async function takeReminder(
  database: DeviceDatabase,
  now: Date,
): Promise<Reminder | undefined> {
  const hour = new Date(now.getTime() + 8 * 3_600_000).getUTCHours();
  if (hour < HOURS.from || hour >= HOURS.until) return undefined;
  const today = todayIn(now);
  let due: Reminder | undefined;
  await change(database, (held) => {
    due = held.isOn && held.toldOn !== today ? held.forecast[today] : undefined;
    return due ? { ...held, toldOn: today } : held;
  });
  return due;
}

function change(
  database: DeviceDatabase,
  make: (held: HeldReminders) => HeldReminders,
): Promise<void> {
  return database.transaction('rw', database.kept, async () => {
    const held = await readReminders(database);
    const made = make(held);
    if (made !== held) await database.keep('reminders', made);
  });
}

/** The part of a service worker registration that not every browser has. */
interface Registration {
  readonly periodicSync?: {
    readonly register: (tag: string, options: { minInterval: number }) => Promise<void>;
    readonly unregister: (tag: string) => Promise<void>;
  };
}

/** Whether this browser can wake the app by itself at all. */
export function canBeWoken(registration: object): boolean {
  return (registration as Registration).periodicSync !== undefined; // a draft standard
}

/** Asks to be woken now and then; false where the browser does not, as before the app is installed. */
export async function askToBeWoken(registration: object): Promise<boolean> {
  const { periodicSync } = registration as Registration; // a draft standard
  try {
    await periodicSync?.register(REMINDER_TAG, { minInterval: HALF_A_DAY });
    return periodicSync !== undefined;
  } catch {
    // the browser's way to say no
    return false;
  }
}

export async function wakeNoMore(registration: object): Promise<void> {
  await (registration as Registration).periodicSync?.unregister(REMINDER_TAG); // a draft standard
}
