import Dexie from 'dexie';
import { beginNewJournal } from '../device/fresh-journal.ts';
import { SecondCopyKeeper } from '../device/second-copy.ts';
import { workChangeOf } from '../device/work-changes.ts';
import { database } from './database.ts';

/*
 * What this page does against the loss of the database itself: the browser is to begin a new journal
 * whenever the database has been opened, and what the server does not have is kept a second time.
 */

/** Typing rests before the copy is made, but it is not put off for ever. */
const REST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 5_000;
/** A sync has the phone to itself: all that it lets go is still in the former copy. */
const SYNC_MILLISECONDS = 10_000;

export function keepSafe(): void {
  database.on('ready', () => void beginNewJournal().catch(reportError), true);
  // no caches at an address without https
  if ('caches' in globalThis) keepCopy(new SecondCopyKeeper(database, caches, () => new Date()));
}

/** Makes the copy soon after each change, and at once when the app leaves the screen. */
function keepCopy(keeper: SecondCopyKeeper): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt: number | undefined;
  let hasLetGo = false;
  let made = Promise.resolve();

  const make = (): void => {
    clearTimeout(timer);
    changedAt = undefined;
    hasLetGo = false;
    // one after the other; where there is no room for it, the former copy stands
    made = made.then(() => keeper.refresh()).catch(reportError);
  };
  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(make, Math.max(0, milliseconds));
  };
  const soon = (): void => {
    changedAt ??= performance.now();
    const latest = changedAt + LONGEST_MILLISECONDS - performance.now();
    plan(Math.min(REST_MILLISECONDS, latest));
  };
  const whenSynced = (): void => {
    hasLetGo = true;
    // what a person did meanwhile is copied as soon as ever
    if (changedAt === undefined) plan(SYNC_MILLISECONDS);
  };
  Dexie.on('storagemutated', (parts) => {
    const change = workChangeOf(parts, database.name);
    if (change === 'work') soon();
    else if (change === 'sync') whenSynced();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && (changedAt !== undefined || hasLetGo)) make();
  });
  soon();
}
