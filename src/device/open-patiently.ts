import type Dexie from 'dexie';

/** What holds the database may let go within moments, as a browser does that is still ending. */
const FIRST_PAUSE_MILLISECONDS = 300;
const LONGEST_PAUSE_MILLISECONDS = 5_000;
/** A phone from ten years ago has opened a full database by then. */
const LONG_MILLISECONDS = 6_000;

type Pause = (milliseconds: number) => Promise<void>;

/**
 * Opens the database, and again for as long as it is refused: resolves once it is open. Each refusal
 * is reported. Nothing is ever created in place of what cannot be opened.
 */
export async function openPatiently(
  database: Pick<Dexie, 'open'>,
  pause: Pause = sleep,
  report: (refusal: unknown) => void = console.warn,
): Promise<void> {
  for (let milliseconds = FIRST_PAUSE_MILLISECONDS; ; milliseconds *= 2) {
    try {
      await database.open();
      return;
    } catch (refusal) {
      report(refusal);
    }
    await pause(Math.min(milliseconds, LONGEST_PAUSE_MILLISECONDS));
  }
}

/** Whether an opening takes so long that the person should be told; false as soon as it has ended. */
export function isHeldUp(opening: Promise<void>, pause: Pause = sleep): Promise<boolean> {
  return Promise.race([opening.then(() => false), pause(LONG_MILLISECONDS).then(() => true)]);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
