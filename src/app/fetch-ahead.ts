import { allWords } from './words.ts';

/** Whether an address is that of a draft being written. */
export function isDraftPath(path: string): boolean {
  return /^\/n\/\d+\/\w+\/edit\/?$/.test(path);
}

/**
 * Has the code of a draft's page come while the database opens. Whoever opens the app in the middle
 * of a form waits for both.
 */
export function fetchAhead({ pathname, search }: Location): void {
  if (!isDraftPath(pathname)) return;
  // whether it came is told by the page, which asks for the same
  const ignore = () => undefined;
  import('./rooms/write.ts').catch(ignore);
  allWords().catch(ignore);
  if (/[?&](list|import|choose)=/.test(search)) import('./rooms/tables.ts').catch(ignore);
}
