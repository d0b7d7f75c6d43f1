import type { HelpTopic } from './help-topics.ts';

/** Made from the app itself by `test/app-pictures.ts`; files of their own, never part of the program. */
const ADDRESSES = import.meta.glob<string>('./help-pictures/*/*.webp', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
});
/** The service worker answers from here; see `service-worker.ts`. */
const CACHE = 'help-pictures';
/** All pictures have one size, so that no page jumps. */
export const HELP_PICTURE = { width: 360, height: 600 } as const;

export function helpPicture(topic: HelpTopic, language: string): string | undefined {
  return ADDRESSES[`./help-pictures/${language}/${topic}.webp`];
}

/**
 * Fetches the pictures of a language now, so that they are there without signal later; not for who
 * asks to spare data. Quiet about failing: a page fetches what it shows.
 */
export async function keepHelpPictures(language: string): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }; // not in all
  if (connection?.saveData || !navigator.onLine || !('caches' in globalThis)) return;
  const wanted = Object.entries(ADDRESSES)
    .filter(([path]) => path.startsWith(`./help-pictures/${language}/`))
    .map(([, address]) => new URL(address, window.location.href).href);
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  for (const url of kept) if (!wanted.includes(url)) await cache.delete(url);
  const missing = wanted.filter((url) => !kept.has(url));
  await cache.addAll(missing).catch(() => undefined);
}
