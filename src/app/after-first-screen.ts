import { startSyncing } from './device.ts';
import { keepHelpPictures } from './help-pictures.ts';
import { keepSafe } from './keep-safe.ts';
import { keepReader } from './read-code.ts';
import { keepPictures } from './take-picture.ts';
import { watchForUpdate } from './update.ts';
import { allWords, currentWords } from './words.ts';

/*
 * What begins once the first screen stands: the work on notices with all it needs, the sync, and
 * what is kept for days without signal.
 */

/** The first sync has the link to itself. */
const READER_MILLISECONDS = 30_000;
/** And the reader of codes has it before the pictures of the help pages. */
const PICTURES_MILLISECONDS = 60_000;

export { default as ReminderKeeper } from './components/reminder-keeper.tsx';
export { followVillageNow } from './device.ts';

export function begin(): void {
  inTurns([keepSafe, startSyncing, watchForUpdate, keepPictures, bringAllWords]);
  setTimeout(() => void keepReader(), READER_MILLISECONDS);
  setTimeout(() => void keepHelpPictures(currentWords().language), PICTURES_MILLISECONDS);
}

function bringAllWords(): void {
  allWords().catch(reportError);
}

/** Each in a task of its own, so that a finger waits for none but the one under way. */
function inTurns([next, ...others]: readonly (() => void)[]): void {
  if (!next) return;
  setTimeout(() => {
    next();
    inTurns(others);
  });
}
