import { startTransition, useEffect, useState } from 'react';
import { whenCalm } from '../calm.ts';

/** Whether nobody has typed for a moment since this part came (`whenCalm`); at once where nothing is to wait. */
export function useCalm(isWaiting = true): boolean {
  const [isCalm, setCalm] = useState(!isWaiting);
  useEffect(() => {
    if (isCalm) return undefined;
    let isGone = false;
    whenCalm().then(() => {
      if (!isGone) startTransition(() => setCalm(true));
    }, reportError);
    return () => {
      isGone = true;
    };
  }, [isCalm]);
  return isCalm;
}
