/** The file is never written: what was asked for is given up at once. */
const NAME = 'room';

/**
 * Whether the browser would give so many bytes now; undefined where it does not tell. `estimate` does
 * not say it: Chromium names the same quota of ten gigabytes on a full phone and in a private window.
 * An empty file of that length is asked for in the page's own file system, which counts it before a
 * byte is written.
 */
export async function hasRoomFor(bytes: number): Promise<boolean | undefined> {
  try {
    const directory = await navigator.storage.getDirectory();
    const file = await directory.getFileHandle(NAME, { create: true });
    const writable = await file.createWritable();
    try {
      await writable.truncate(bytes);
      return true;
    } finally {
      await writable.abort();
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    // an older browser, or one that keeps no files in a private window
    return undefined;
  }
}
