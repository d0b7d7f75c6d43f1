import { useClockWords } from '../hooks/use-calendar-clock.ts';
import styles from './deadline.module.css';

/** Says that this phone takes today for another day: what it counts and fills in is then wrong. */
export function DeadlineClock() {
  const clock = useClockWords();
  if (!clock?.isWrongDay) return null;
  return (
    <p className={styles['clock']} role="alert">
      {clock.words}
    </p>
  );
}
