import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useEffect, useState } from 'react';
import { readReminders } from '../../device/reminder.ts';
import { pressingCount } from '../../notice/index.ts';
import { database } from '../database.ts';
import { isDraftPath } from '../fetch-ahead.ts';
import { useCalm } from '../hooks/use-calm.ts';
import { useDuties } from '../hooks/use-duties.ts';
import { whenNeeded } from '../when-needed.ts';

const ReminderKeeper = whenNeeded(
  () => import('../after-first-screen.ts'),
  (room) => room.ReminderKeeper,
);

/** Keeps the number on the app's icon that of the duties to do now, where the phone shows one. */
export function AppBadge() {
  // who opened the app to write is not to wait for it
  const [isLater] = useState(() => isDraftPath(location.pathname));
  return useCalm(isLater) && <Badge />;
}

function Badge() {
  const duties = useDuties();
  const count = duties && pressingCount(duties);
  useEffect(() => {
    if (count === undefined || !('setAppBadge' in navigator)) return;
    // a phone that was asked not to show badges says no: nothing to do about it
    const ignore = () => undefined;
    if (count > 0) navigator.setAppBadge(count).catch(ignore);
    else navigator.clearAppBadge().catch(ignore);
  }, [count]);
  const wantsReminders = useLiveQuery(async () => (await readReminders(database)).isOn, []);
  return wantsReminders ? (
    <Suspense>
      <ReminderKeeper />
    </Suspense>
  ) : null;
}
