import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { firstPageStands } from '../calm.ts';
import { useTranslation } from './use-translation.ts';

/** How long a page that was left may take to be as long again as it was. */
const GROWING_MILLISECONDS = 1_500;

/** The page that was shown last; undefined before the first. */
let lastPath: string | undefined;

/** A page is drawn after its notices are read, when the browser's own attempt is long over. */
export function keepScrollInHand(): void {
  history.scrollRestoration = 'manual';
}

/**
 * What a new page owes to whoever comes to it: its name in the browser's title, its top in sight (or,
 * on the way back and after a reload, the place where it was left), and the focus on its heading,
 * unless a field asked for it first. The first page of a start leaves the focus where it is.
 */
export function useArrival(title: string, heading: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation();
  const { pathname, key, hash } = useLocation();
  const isReturn = useNavigationType() === 'POP';
  const appName = t('app.name');

  useEffect(() => {
    document.title = title === appName ? title : `${title} · ${appName}`;
  }, [title, appName]);

  useLayoutEffect(() => {
    if (pathname === lastPath) return undefined;
    const isFirst = lastPath === undefined;
    lastPath = pathname;
    if (isFirst) firstPageStands();
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (!isFirst && isFree) heading.current?.focus({ preventScroll: true });
    if (hash !== '') return undefined;
    const place = isReturn ? leftAt(placeOf(key, pathname)) : 0;
    // the first page stands at its top already; to ask would have it laid out once more
    return isFirst && place === 0 ? undefined : scrollWhenLongEnough(place);
  }, [pathname, key, hash, isReturn, heading]);

  // gone before the next page is drawn, whose scrolling is not this one's
  useLayoutEffect(() => {
    const remember = () =>
      sessionStorage.setItem(placeOf(key, pathname), String(Math.round(scrollY)));
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key, pathname]);
}

/** Every page that a start opens has the same key, so its path tells it from another. */
function placeOf(key: string, pathname: string): string {
  return `scroll ${key} ${pathname}`;
}

function leftAt(place: string): number {
  return Number(sessionStorage.getItem(place) ?? 0);
}

/** Scrolls as soon as the page is long enough; gives up when the person scrolls, or in the end. */
function scrollWhenLongEnough(place: number): () => void {
  const until = performance.now() + GROWING_MILLISECONDS;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    removeEventListener('wheel', stop);
    removeEventListener('touchstart', stop);
  };
  const attempt = () => {
    scrollTo(0, place);
    if (Math.abs(scrollY - place) <= 1 || performance.now() > until) stop();
    else frame = requestAnimationFrame(attempt);
  };
  addEventListener('wheel', stop, { passive: true });
  addEventListener('touchstart', stop, { passive: true });
  attempt();
  return stop;
}
