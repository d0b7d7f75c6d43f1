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
  keepSafe();
  startSyncing();
  watchForUpdate();
  keepPictures();
  allWords().catch(reportError);
  setTimeout(() => void keepReader(), READER_MILLISECONDS);
  setTimeout(() => void keepHelpPictures(currentWords().language), PICTURES_MILLISECONDS);
}
