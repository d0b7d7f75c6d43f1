import { todayIn } from '../calendar/index.ts';
import { type FirstPicture, readFirstPicture } from '../device/first-picture.ts';

/*
 * The app's page with what it last showed already in it. Only a device's own worker gives it, out of
 * the device's own database, and to nobody else.
 */

/** A database that keeps others waiting holds the page up no longer than this. */
const PATIENCE_MILLISECONDS = 1_000;

/** What stands in the page until the program has drawn. */
const OPENING = /(<div id="app">)[\s\S]*?(<\/div>\s*<\/body>)/;
const HEAD = /<html lang="[^"]*">/;
/** What a page that was put together anew is not. */
const OF_THE_FILE = ['content-encoding', 'content-length', 'etag'];

/** The page with the picture of its last state where that still is true; else as it is. */
export async function pageWithPicture(page: Response, now: Date): Promise<Response> {
  const [text, picture] = await Promise.all([page.clone().text(), pictureInTime()]);
  if (!picture) return page;
  const { lang, dir, size, html } = picture;
  // by functions, since a text may hold what `replace` takes for a blank
  const head = text.replace(HEAD, () => `<html lang="${lang}" dir="${dir}" data-size="${size}">`);
  const drawn = isTrue(picture, text, now)
    ? head.replace(OPENING, (_all, before, after) => before + html + after)
    : head;
  const headers = new Headers(page.headers);
  for (const name of OF_THE_FILE) headers.delete(name);
  return new Response(drawn, { headers });
}

function isTrue(picture: FirstPicture, page: string, now: Date): boolean {
  return (
    page.includes(`"${picture.program}"`) &&
    picture.day === todayIn(now) &&
    picture.languages === navigator.languages.join()
  );
}

function pictureInTime(): Promise<FirstPicture | undefined> {
  return Promise.race([
    // the program says what is wrong with the database; without a picture it starts all the same
    readFirstPicture().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
  ]);
}
