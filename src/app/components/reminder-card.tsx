import { useReminders } from '../hooks/use-reminders.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './reminder-card.module.css';

/**
 * Offers a reminder of the day's duties, once a day at most. It is asked for here and nowhere else,
 * and nobody but the phone's owner knows of it.
 */
export function ReminderCard() {
  const { t } = useTranslation();
  const { state, turnOn, turnOff } = useReminders();
  if (state === undefined) return null;
  return (
    <section className={styles['card']} aria-labelledby="reminder">
      <h2 id="reminder">{t('app.reminder.title')}</h2>
      <p className={styles['hint']}>{t(`app.reminder.state.${state}`)}</p>
      {(state === 'off' || state === 'not-installed') && (
        <Button weight="secondary" onClick={() => void turnOn()}>
          {t('app.reminder.turnOn')}
        </Button>
      )}
      {state === 'on' && (
        <Button weight="secondary" onClick={() => void turnOff()}>
          {t('app.reminder.turnOff')}
        </Button>
      )}
    </section>
  );
}
