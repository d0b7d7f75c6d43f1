import { useEffect, useState } from 'react';
import { hasSecondCopy } from '../../device/second-copy-place.ts';

/** Whether this phone, on which nobody is enrolled, once was somebody's; undefined until it is known. */
export function useLostStore(): boolean | undefined {
  const [isLost, setLost] = useState<boolean>();
  useEffect(() => {
    const look = 'caches' in globalThis ? hasSecondCopy(caches) : Promise.resolve(false);
    // where there is no telling, it is as on a new phone
    look.then(setLost, () => setLost(false));
  }, []);
  return isLost;
}
