import { memo, useEffect } from 'react';
import { useDutyForecast } from '../hooks/use-duties.ts';
import { useDutyWords } from '../hooks/use-duty-words.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { foretell } from '../reminder-forecast.ts';

/** Keeps what reminders will say in step with the duties, while the person wants any. */
export default memo(function ReminderKeeper() {
  const { t } = useTranslation();
  const { titleOf, what } = useDutyWords();
  const today = useToday();
  const dutiesOn = useDutyForecast();
  useEffect(() => {
    if (!dutiesOn) return;
    const title = (count: number) => t('app.reminder.today', { count });
    const line = (duty: Parameters<typeof what>[0]) =>
      [titleOf(duty), what(duty)].join(t('app.reminder.colon'));
    foretell(dutiesOn, today, { title, line }).catch(reportError);
  });
  return null;
});
