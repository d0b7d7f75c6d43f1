import { useEffect, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';

/**
 * What a person chose or typed to narrow a page, kept in its address: it is there again after a
 * reload and on the way back. Who comes to the page anew by a link finds what the link says.
 * `initial` leaves the address short.
 */
export function useInAddress(
  name: string,
  initial = '',
): readonly [value: string, set: (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const { key, state } = useLocation();
  const way = useNavigationType();
  const held = search.get(name) ?? initial;
  // typing goes on at once; the address follows
  const [value, setValue] = useState(held);
  const [arrival, setArrival] = useState(key);
  if (key !== arrival) {
    setArrival(key);
    // what is chosen here replaces the address; any other way led here from outside
    if (way !== 'REPLACE') setValue(held);
  }
  useEffect(() => {
    if (held === value) return;
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === initial) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, state },
    );
  }, [name, initial, value, held, setSearch, state]);
  return [value, setValue];
}
