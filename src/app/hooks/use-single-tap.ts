import { useCallback, useEffect, useRef } from 'react';

/** Two taps of a finger that means one are no further apart, in milliseconds and in pixels. */
const TWICE_MILLISECONDS = 400;
const TWICE_PIXELS = 24;

/**
 * Gives what is to be called when a tap has put something else under the finger. Who taps twice
 * means what they saw: the second tap is then not for what stands there now.
 */
export function useSingleTap(): () => void {
  const latest = useRef<MouseEvent>(undefined);
  const first = useRef<MouseEvent>(undefined);
  useEffect(() => {
    const hear = (tap: MouseEvent) => {
      if (first.current && isSecond(tap, first.current)) {
        tap.preventDefault();
        tap.stopPropagation();
      } else latest.current = tap;
    };
    // before whatever was tapped hears of it
    window.addEventListener('click', hear, { capture: true });
    return () => window.removeEventListener('click', hear, { capture: true });
  }, []);
  return useCallback(() => {
    first.current = latest.current;
  }, []);
}

function isSecond(tap: MouseEvent, first: MouseEvent): boolean {
  // a click without a finger is one of the keyboard
  if (tap.detail === 0 || tap.timeStamp - first.timeStamp > TWICE_MILLISECONDS) return false;
  return Math.hypot(tap.clientX - first.clientX, tap.clientY - first.clientY) < TWICE_PIXELS;
}
