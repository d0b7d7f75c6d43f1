import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import {
  askToBeWoken,
  canBeWoken,
  readReminders,
  switchReminders,
  wakeNoMore,
} from '../../device/reminder.ts';
import { database } from '../database.ts';

/**
 * Where reminders stand. cannot: this browser wakes no app by itself. denied: the person or the phone
 * has said no for good. not-installed: the browser wakes only apps on the home screen.
 */
export type ReminderState = 'cannot' | 'off' | 'on' | 'denied' | 'not-installed';

export interface Reminders {
  /** Undefined while it is read. */
  readonly state: ReminderState | undefined;
  /** Asks the phone for leave, since a person has tapped; never called otherwise. */
  readonly turnOn: () => Promise<void>;
  readonly turnOff: () => Promise<void>;
}

export function useReminders(): Reminders {
  const [refused, setRefused] = useState<'denied' | 'not-installed'>();
  const read = useLiveQuery(async (): Promise<ReminderState> => {
    const { isOn } = await readReminders(database);
    const registration = await registered();
    if (!registration || !('Notification' in window) || !canBeWoken(registration)) return 'cannot';
    if (Notification.permission === 'denied') return 'denied';
    return isOn && Notification.permission === 'granted' ? 'on' : 'off';
  }, []);
  const turnOn = useCallback(async () => {
    const registration = await registered();
    if (!registration) return;
    const permission = await Notification.requestPermission();
    if (permission !== 'granted') {
      if (permission === 'denied') setRefused('denied');
      return;
    }
    if (!(await askToBeWoken(registration))) {
      setRefused('not-installed');
      return;
    }
    setRefused(undefined);
    await switchReminders(database, true);
  }, []);
  const turnOff = useCallback(async () => {
    await switchReminders(database, false);
    const registration = await registered();
    if (registration) await wakeNoMore(registration);
  }, []);
  return { state: read === 'off' ? (refused ?? 'off') : read, turnOn, turnOff };
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  return navigator.serviceWorker.getRegistration();
}
