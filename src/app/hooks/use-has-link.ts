import { useEffect, useState } from 'react';

/** So long after a link came what waits is being sent, and the trouble told is that of before. */
const TRYING_MILLISECONDS = 20_000;

let cameAt = 0;
window.addEventListener('online', () => {
  cameAt = performance.now();
});

/**
 * Whether the phone has believed in a link for a while; that nothing comes through it is another
 * matter, which cannot be told before it was tried.
 */
export function useHasLink(): boolean {
  const [hasLink, setHasLink] = useState(() => navigator.onLine && stillTrying() <= 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const rest = stillTrying();
      setHasLink(navigator.onLine && rest <= 0);
      if (navigator.onLine && rest > 0) timer = setTimeout(look, rest);
    };
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return hasLink;
}

function stillTrying(): number {
  return cameAt + TRYING_MILLISECONDS - performance.now();
}
