import Dexie from 'dexie';
import { type PlainDay, todayIn } from '../calendar/index.ts';
import {
  type FirstPicture,
  forgetFirstPicture,
  keepFirstPicture,
} from '../device/first-picture.ts';
import { oversees } from '../notice/index.ts';
import { database } from './database.ts';
import { FIRST_READS, session } from './first-reads.ts';
import { subscribeToTextSize } from './hooks/use-text-size.ts';
import { isTourDue } from './hooks/use-tour.ts';
import type { LiveValue } from './live-value.ts';
import { subscribeToWords } from './words.ts';

/*
 * Keeps a picture of the first page for the next start, which shows it at once. Taken when nothing
 * has moved for a while, and kept only if a reading of everything it was told from, in the
 * transaction that keeps it, finds what it shows. Its words hold for the day.
 */

const QUIET_MILLISECONDS = 1_000;

/** Takes a picture now and after each change, from the first screen on. */
export function keepPictures(): void {
  const app = document.getElementById('app');
  if (!app) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // a page that stands open over midnight speaks of the day before until it is seen again
  let day = todayIn(new Date());
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => takePicture(app, day).catch(reportError), QUIET_MILLISECONDS);
  };
  document.addEventListener('visibilitychange', () => {
    day = todayIn(new Date());
    soon();
  });
  new MutationObserver(soon).observe(app, { childList: true, subtree: true, characterData: true });
  Dexie.on('storagemutated', soon);
  const forget = () => void forgetFirstPicture(database).catch(reportError);
  for (const subscribe of [subscribeToWords, subscribeToTextSize]) {
    subscribe(() => {
      forget();
      soon();
    });
  }
  soon();
}

async function takePicture(app: HTMLElement, day: PlainDay): Promise<void> {
  const program = document.querySelector('script[src]')?.getAttribute('src');
  // the address is there before the page that it names is drawn
  const isDrawn = app.querySelector('#notices') !== null;
  const isFirstPage = location.pathname === '/' && isDrawn && !isTourDue();
  // where a person has opened more than a start shows, the next start would take it away again
  if (!program || !isFirstPage || app.querySelector('[data-opened]')) return;
  const shown = FIRST_READS.map((one) => one.get());
  const role = session.get()?.person.role;
  // the home of those who oversee is a room of its own, which comes after the page
  if (shown.includes(undefined) || !role || oversees(role)) return;
  const { lang, dir, dataset } = document.documentElement;
  const picture: FirstPicture = {
    program,
    day,
    languages: navigator.languages.join(),
    lang,
    dir,
    size: dataset['size'] ?? 'normal',
    html: htmlOf(app),
  };
  await keepFirstPicture(database, picture, async () => {
    const told = await Promise.all(FIRST_READS.map((one: LiveValue<unknown>) => one.query()));
    return textOf(told) === textOf(shown);
  });
}

/** The page's markup without what comes and goes by itself. */
function htmlOf(app: HTMLElement): string {
  const copy = document.importNode(app, true);
  for (const one of copy.querySelectorAll('[data-passing]')) one.remove();
  for (const one of copy.querySelectorAll('[style]')) one.removeAttribute('style');
  const choices = app.querySelectorAll('select');
  copy.querySelectorAll('select').forEach((select, place) => {
    select.options[choices[place]?.selectedIndex ?? 0]?.setAttribute('selected', '');
  });
  // links lead on by themselves; all else waits for the program
  for (const one of copy.querySelectorAll('button, select')) one.setAttribute('inert', '');
  return copy.innerHTML;
}

function textOf(values: readonly unknown[]): string {
  return JSON.stringify(values, (_name, value) => (value instanceof Map ? [...value] : value));
}
