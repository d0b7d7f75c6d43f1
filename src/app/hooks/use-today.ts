import { useSyncExternalStore } from 'react';
import { type PlainDay, todayIn } from '../../calendar/index.ts';

/** The day in Asia/Shanghai, told anew when the page is seen again. */
export function useToday(): PlainDay {
  return useSyncExternalStore(subscribe, today);
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function today(): PlainDay {
  return todayIn(new Date());
}
