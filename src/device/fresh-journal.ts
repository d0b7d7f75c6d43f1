/**
 * Chromium keeps a site's databases in a LevelDB, whose journal it continues where it stopped. If a
 * process ended within a record (killed, or the disk full), the record's head stands there without
 * its body. That is read well once; but what is written behind it is taken for the missing body at
 * the next opening, the check sum fails, and Chromium deletes everything the site stored and begins
 * anew. For that rate of loss ChromeOS has been made to continue no journal (crbug.com/460568); all
 * other systems, Android included, do.
 *
 * Deleting a database makes Chromium write all that it holds into tables and begin a new journal, so
 * that a torn end is gone before it can do harm. Other engines delete an empty file.
 */

const SCRATCH = 'village-noticeboard-journal';

/**
 * Has the browser begin a new journal; to be called soon after each opening of the database. What
 * was written before it, since the opening or earlier, is safe once this resolves. Rejects where the
 * browser refuses, with nothing changed.
 */
export async function beginNewJournal(factory: IDBFactory = indexedDB): Promise<void> {
  const scratch = await answerOf(factory.open(SCRATCH));
  scratch.close();
  await answerOf(factory.deleteDatabase(SCRATCH));
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason'));
  });
}
