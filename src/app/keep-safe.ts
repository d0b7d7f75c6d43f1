import Dexie from 'dexie';
import { beginNewJournal } from '../device/fresh-journal.ts';
import { SecondCopyKeeper } from '../device/second-copy.ts';
import { database } from './database.ts';

/*
 * What this page does against the loss of the database itself: the browser is to begin a new journal
 * whenever the database has been opened, and what the server does not have is kept a second time.
 */

/** Typing rests before the copy is made, but it is not put off for ever. */
const REST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 5_000;

export function keepSafe(): void {
  database.on('ready', () => void beginNewJournal().catch(reportError), true);
  // no caches at an address without https
  if ('caches' in globalThis) keepCopy(new SecondCopyKeeper(database, caches, () => new Date()));
}

/** What a copy is made of, as far as it changes while a person works. */
const WORK = [
  'notices',
  'outbox',
  'refused',
  'households',
  'objections',
  'objectionOutbox',
  'exemptions',
  'exemptionOutbox',
  'printed',
  'photographs',
  'recordings',
].map((table) => `idb://${database.name}/${table}/`);

/** Makes the copy soon after each change, and at once when the app leaves the screen. */
function keepCopy(keeper: SecondCopyKeeper): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  let made = Promise.resolve();

  const make = (): void => {
    clearTimeout(timer);
    changedAt = undefined;
    // one after the other; where there is no room for it, the former copy stands
    made = made.then(() => keeper.refresh()).catch(reportError);
  };
  const soon = (): void => {
    changedAt ??= performance.now();
    const latest = changedAt + LONGEST_MILLISECONDS - performance.now();
    clearTimeout(timer);
    timer = setTimeout(make, Math.max(0, Math.min(REST_MILLISECONDS, latest)));
  };
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => WORK.some((table) => part.startsWith(table)))) soon();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && changedAt !== undefined) make();
  });
  soon();
}
