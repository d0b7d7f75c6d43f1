import { useId, useState } from 'react';
import { type Festival, festivalSchema, type WorkingCalendar } from '../../calendar/index.ts';
import type { ReferenceTrouble } from '../../device/index.ts';
import { changeReference } from '../device.ts';
import { useBareDayWords } from '../hooks/use-day-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import {
  arrangementOf,
  emptyHoliday,
  emptyMakeUp,
  type HolidayDraft,
  useYearDraft,
  type YearFault,
} from '../hooks/use-year-draft.ts';
import { LATEST_DAY } from '../latest-day.ts';
import { Button } from './button.tsx';
import styles from './catalogue-year-form.module.css';
import field from './field.module.css';
import { Icon } from './icon.tsx';

type Outcome =
  | 'saved'
  | YearFault
  | { readonly code: 'trouble'; readonly trouble: ReferenceTrouble };

/** An administrator's form for one year of holidays: read out of the notice, or typed. */
export function CatalogueYearForm({ calendar }: { calendar: WorkingCalendar }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const [isSaving, setSaving] = useState(false);
  const { draft, reading, change, clear, read } = useYearDraft(calendar);
  const pasteId = useId();

  const save = async () => {
    const made = arrangementOf(draft, calendar);
    if (!made.ok) {
      setOutcome(made.fault);
      return;
    }
    setSaving(true);
    const request = { basedOn: calendar.version, arrangement: made.arrangement };
    const trouble = await changeReference({ kind: 'calendar', request });
    setSaving(false);
    setOutcome(trouble ? { code: 'trouble', trouble } : 'saved');
    if (trouble) return;
    setText('');
    clear();
  };
  const changeHoliday = (id: string, changes: Partial<HolidayDraft>) =>
    change({
      holidays: draft.holidays.map((one) => (one.id === id ? { ...one, ...changes } : one)),
    });

  return (
    <section className={styles['form']} aria-labelledby="enter-year">
      <h2 id="enter-year">{t('app.holidays.enter')}</h2>
      <div className={field['field']}>
        <label className={field['label']} htmlFor={pasteId}>
          {t('app.holidays.paste')}
        </label>
        <span className={field['help']}>{t('app.holidays.enterHint')}</span>
        <textarea
          id={pasteId}
          className={field['input']}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button weight="secondary" disabled={text.trim() === ''} onClick={() => read(text)}>
        {t('app.holidays.read')}
      </Button>
      {reading && (
        <div className={styles['reading']} role="status">
          {reading.holidays.length > 0 ? (
            <p>
              {t('app.holidays.readDone', {
                off: reading.holidays.length,
                worked: reading.makeUpDays.length,
              })}
            </p>
          ) : (
            <p>{t('app.holidays.readNothing')}</p>
          )}
          {reading.doubtful.length > 0 && (
            <>
              <p>{t('app.holidays.doubtful')}</p>
              <ul>
                {reading.doubtful.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className={styles['pair']}>
        <Text
          label={t('app.holidays.yearField')}
          value={draft.year}
          onChange={(year) => change({ year })}
        />
        <Text
          label={t('app.holidays.dateField')}
          type="date"
          value={draft.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
        />
      </div>
      <Text
        label={t('app.holidays.titleField')}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <Text
        label={t('app.holidays.numberField')}
        value={draft.number}
        onChange={(number) => change({ number })}
      />
      <h3>{t('app.holidays.off')}</h3>
      {draft.holidays.map((holiday) => (
        <fieldset key={holiday.id} className={styles['row']}>
          <FestivalSelect
            value={holiday.festival}
            onChange={(festival) => changeHoliday(holiday.id, { festival })}
          />
          <Text
            label={t('app.holidays.from')}
            type="date"
            value={holiday.from}
            onChange={(from) => changeHoliday(holiday.id, { from })}
          />
          <Text
            label={t('app.holidays.to')}
            type="date"
            value={holiday.to}
            onChange={(to) => changeHoliday(holiday.id, { to })}
          />
          <Remove
            onRemove={() =>
              change({ holidays: draft.holidays.filter(({ id }) => id !== holiday.id) })
            }
          />
        </fieldset>
      ))}
      <Button
        weight="quiet"
        onClick={() =>
          change({
            holidays: [...draft.holidays, emptyHoliday('springFestival')],
          })
        }
      >
        <Icon name="plus" isSmall />
        {t('app.holidays.addHoliday')}
      </Button>
      <h3>{t('app.holidays.worked')}</h3>
      {draft.makeUpDays.map(({ id, day }) => (
        <fieldset key={id} className={styles['row']}>
          <Text
            label={t('app.holidays.day')}
            type="date"
            value={day}
            onChange={(changed) =>
              change({
                makeUpDays: draft.makeUpDays.map((one) =>
                  one.id === id ? { ...one, day: changed } : one,
                ),
              })
            }
          />
          <Remove
            onRemove={() => change({ makeUpDays: draft.makeUpDays.filter((one) => one.id !== id) })}
          />
        </fieldset>
      ))}
      <Button
        weight="quiet"
        onClick={() => change({ makeUpDays: [...draft.makeUpDays, emptyMakeUp()] })}
      >
        <Icon name="plus" isSmall />
        {t('app.holidays.addWorked')}
      </Button>
      {outcome && <OutcomeWords outcome={outcome} />}
      <Button disabled={isSaving} onClick={() => void save()}>
        {t('app.holidays.save')}
      </Button>
    </section>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const day = useBareDayWords();
  if (outcome === 'saved') {
    return (
      <p className={styles['saved']} role="status">
        {t('app.holidays.saved')}
      </p>
    );
  }
  const lines = (() => {
    switch (outcome.code) {
      case 'incomplete':
        return [t('app.holidays.incomplete')];
      case 'years-missing':
        return [t('app.holidays.yearsMissing', { before: outcome.before, after: outcome.after })];
      case 'contradicts':
        return outcome.problems.map((problem) =>
          t(`app.holidays.fault.${problem.code}`, { day: day(problem.day) }),
        );
      case 'trouble':
        return [t(`app.manage.trouble.${outcome.trouble}`)];
    }
  })();
  return (
    <div className={styles['fault']} role="alert">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Text({
  label,
  type = 'text',
  value,
  onChange,
}: {
  label: string;
  type?: 'text' | 'date';
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className={field['field']}>
      <span className={field['label']}>{label}</span>
      <input
        className={field['input']}
        type={type}
        max={type === 'date' ? LATEST_DAY : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function FestivalSelect({
  value,
  onChange,
}: {
  value: Festival;
  onChange: (festival: Festival) => void;
}) {
  const { t } = useTranslation();
  const find = (text: string) => festivalSchema.options.find((one) => one === text);
  return (
    <label className={field['field']}>
      <span className={field['label']}>{t('app.holidays.festivalField')}</span>
      <select
        className={field['input']}
        value={value}
        onChange={(event) => onChange(find(event.target.value) ?? value)}
      >
        {festivalSchema.options.map((festival) => (
          <option key={festival} value={festival}>
            {t(`app.holidays.festival.${festival}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Remove({ onRemove }: { onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Button weight="quiet" onClick={onRemove}>
      <Icon name="trash" isSmall />
      {t('app.holidays.remove')}
    </Button>
  );
}
