import { useEffect } from 'react';
import { pressingCount } from '../../notice/index.ts';
import { useDuties } from '../hooks/use-duties.ts';

/** Keeps the number on the app's icon that of the duties to do now, where the phone shows one. */
export function AppBadge() {
  const duties = useDuties();
  const count = duties && pressingCount(duties);
  useEffect(() => {
    if (count === undefined || !('setAppBadge' in navigator)) return;
    // a phone that was asked not to show badges says no: nothing to do about it
    const ignore = () => undefined;
    if (count > 0) navigator.setAppBadge(count).catch(ignore);
    else navigator.clearAppBadge().catch(ignore);
  }, [count]);
  return null;
}
