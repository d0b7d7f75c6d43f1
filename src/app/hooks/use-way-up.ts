import { type MouseEvent, useLayoutEffect } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';

/** The router numbers the entries of a tab's history; the number outlives a reload. */
function entryNumber(): number {
  const state: unknown = history.state;
  const number = typeof state === 'object' && state && 'idx' in state ? state.idx : undefined;
  return typeof number === 'number' ? number : 0;
}

function entryName(number: number): string {
  return `entry ${number}`;
}

/** Notes where each entry of the history leads, so that the way up knows the way back. */
export function useTrail(): void {
  const { pathname } = useLocation();
  useLayoutEffect(() => {
    sessionStorage.setItem(entryName(entryNumber()), pathname);
  }, [pathname]);
}

/**
 * The arrow at the top of a page leads up. Where the person came from there it takes them back, as
 * the phone's own button would, and elsewhere it puts the upper page in this one's place: either way
 * the phone's button never leads into a page that was left by the arrow.
 */
export function useWayUp(to: string): (event: MouseEvent) => void {
  const navigate = useNavigate();
  const target = useHref(to);
  return (event) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    // a view of the same page is closed by its own link
    if (!isPlain || !to.startsWith('/')) return;
    event.preventDefault();
    const number = entryNumber();
    const isBefore = number > 0 && sessionStorage.getItem(entryName(number - 1)) === target;
    if (isBefore) void navigate(-1);
    else void navigate(to, { replace: true });
  };
}
