import { type CalendarEvent, toICalendar } from '../../calendar/index.ts';
import type { Duty } from '../../notice/index.ts';
import { dutyPath, useDutyWords } from '../hooks/use-duty-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { saveFile } from '../save-file.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Puts the days of duties into the phone's own calendar; nothing where no duty has a day. */
export function CalendarExport({ duties }: { duties: readonly Duty[] }) {
  const { t } = useTranslation();
  const { titleOf, what } = useDutyWords();
  const events = duties.flatMap((duty): CalendarEvent[] => {
    if (!duty.when) return [];
    const { lastDay, provisional } = duty.when;
    return [
      {
        uid: `${duty.kind}-${duty.village}-${Object.values(duty.about).join('-')}@noticeboard`,
        title: `${titleOf(duty)}：${what(duty)}`,
        from: lastDay,
        to: lastDay,
        url: new URL(dutyPath(duty), window.location.origin),
        tentative: provisional,
        remindDaysBefore: 1,
      },
    ];
  });
  if (events.length === 0) return null;
  const save = () => {
    const text = toICalendar(events, { name: t('app.name'), stamp: new Date() });
    saveFile(new Blob([text], { type: 'text/calendar' }), `${t('app.duty.file')}.ics`);
  };
  return (
    <Button weight="quiet" onClick={save}>
      <Icon name="calendar" isSmall />
      {t('app.duty.calendar')}
    </Button>
  );
}
