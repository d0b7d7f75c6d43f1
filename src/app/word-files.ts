import { FIRST_LANGUAGE, type Language } from '../locales/languages.ts';
import type { WordTree } from '../locales/words.ts';

/**
 * The files of words beside the program, one a language. The first language's is kept with the
 * program; another's is fetched when somebody chooses it, kept from then on, and brought along by
 * every new version (`service-worker.ts`).
 */

/** How the name of such a file begins; its language follows, and a mark of what is in it. */
export const WORD_FILE = 'words-';
const NAME = new RegExp(`/${WORD_FILE}(.+?)-[\\w-]{8}\\.json$`);
const CACHE = 'languages';

/** What is in such a file. */
export interface WordFile {
  /** All words that are not of the first screen. */
  readonly words: WordTree;
  /** What the language says for the Chinese words of templates' questions. */
  readonly templates: Readonly<Record<string, string>>;
}

/** The language that is kept only where it was chosen, told from an address; undefined for any other file. */
export function chosenLanguageIn(address: string): Language | undefined {
  const [, language] = NAME.exec(`/${address}`) ?? [];
  return language === FIRST_LANGUAGE ? undefined : language;
}

/** Reads a file of words, from what is kept where it can; rejects where it is not and cannot be fetched. */
export async function readWordFile(address: string): Promise<WordFile> {
  const isChosen = chosenLanguageIn(address) !== undefined;
  const cache = isChosen && 'caches' in globalThis ? await openedOrNone() : undefined;
  const kept = await cache?.match(address);
  if (kept) return kept.json();
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // a phone without room speaks the language as long as there is signal
  await cache?.put(address, answer.clone()).catch(() => undefined);
  return answer.json();
}

/** Fetches the new version's files of those languages that are kept here; rejects where one does not come. */
export async function bringAlongWordFiles(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = await keptFiles(cache);
  for (const address of addresses) {
    const language = chosenLanguageIn(address);
    const isThere = kept.some((one) => one.url.endsWith(address));
    if (!isThere && kept.some((one) => one.language === language)) await cache.add(address);
  }
}

/** Lets go of what no file of this version is. */
export async function dropOldWordFiles(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const { url } of await keptFiles(cache)) {
    if (!addresses.some((address) => url.endsWith(address))) await cache.delete(url);
  }
}

/** A private window and a full phone may have no caches to open. */
function openedOrNone(): Promise<Cache | undefined> {
  return caches.open(CACHE).catch(() => undefined);
}

async function keptFiles(cache: Cache) {
  const requests = await cache.keys();
  return requests.map(({ url }) => ({ url, language: chosenLanguageIn(url) }));
}
