import { useEffect, useState } from 'react';
import { type PlainDay, todayIn } from '../../calendar/index.ts';

/** The day in Asia/Shanghai, told anew when the page is seen again. */
export function useToday(): PlainDay {
  const [today, setToday] = useState(() => todayIn(new Date()));
  useEffect(() => {
    const tell = () => setToday(todayIn(new Date()));
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
  return today;
}
