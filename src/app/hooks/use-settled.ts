import { startTransition, useEffect, useState } from 'react';

/** Long enough that nothing is judged between two keys, short enough to be there when one looks up. */
const PAUSE_MILLISECONDS = 350;

/**
 * A value as it was when it last held still. What judges a whole draft looks at this, so that a key
 * costs the field it is typed into and nothing on the page moves meanwhile. Where nobody types there
 * is nothing to wait for (`isWaiting`).
 */
export function useSettled<Value>(value: Value, isWaiting = true): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return isWaiting ? settled : value;
}
