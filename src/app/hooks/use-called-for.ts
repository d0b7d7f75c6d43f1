import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Brings a part of the page into view when the address ends with its name (`/me#backup`). */
export function useCalledFor(name: string): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  // the key: a second tap on the same way leads there again
  useEffect(() => {
    if (hash === `#${name}` && key !== '') part.current?.scrollIntoView();
  }, [hash, key, name]);
  return part;
}
