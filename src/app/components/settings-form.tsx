import { type FormEvent, useId, useState } from 'react';
import * as v from 'valibot';
import { ANSWER_WORKING_DAYS } from '../../notice/index.ts';
import {
  type PageSettings,
  PageSettingsSchema,
  type PageSettingsTold,
} from '../../protocol/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import field from './field.module.css';
import styles from './settings-form.module.css';

/** What is typed and ticked, as the form holds it. */
interface Typed {
  readonly days: string;
  readonly names: PageSettings['names'];
  readonly keepLists: boolean;
  readonly licenceName: string;
  readonly licenceUrl: string;
}

/** As they stand in the form, so that the first wrong one is told first. */
const IN_ORDER = ['answerWorkingDays', 'names', 'keepLists', 'licence'] as const;

/** The page settings of a place; only what a person changes is given to `onSave`. */
export function SettingsForm({
  told,
  isSaving,
  onSave,
}: {
  told: PageSettingsTold;
  isSaving: boolean;
  onSave: (change: Partial<PageSettings>) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(() => typedOf(told.settings));
  const [touched, setTouched] = useState<ReadonlySet<keyof PageSettings>>(new Set());
  const [wrong, setWrong] = useState<keyof PageSettings>();
  const change = (name: keyof PageSettings, part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setTouched((before) => new Set([...before, name]));
    setWrong(undefined);
  };
  const isVarious = (name: keyof PageSettings) => told.various.includes(name) && !touched.has(name);
  const various = (name: keyof PageSettings) =>
    isVarious(name) && <p className={styles['various']}>{t('app.settings.various')}</p>;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const settings = settingsOf(typed);
    const problem = IN_ORDER.find(
      (name) => touched.has(name) && !v.is(PageSettingsSchema.entries[name], settings[name]),
    );
    setWrong(problem);
    if (problem) {
      // the form is longer than a screen: what is wrong comes into view, ready to be mended
      document.getElementById(`${id}-${problem}`)?.focus();
      return;
    }
    onSave(Object.fromEntries([...touched].map((name) => [name, settings[name]])));
  };
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <div className={field['field']}>
        <label className={field['label']} htmlFor={`${id}-answerWorkingDays`}>
          {t('app.settings.days')}
        </label>
        <div className={field['row']}>
          <input
            id={`${id}-answerWorkingDays`}
            className={field['input']}
            inputMode="numeric"
            value={isVarious('answerWorkingDays') ? '' : typed.days}
            placeholder={String(ANSWER_WORKING_DAYS)}
            aria-describedby={`${id}-days-help`}
            aria-invalid={wrong === 'answerWorkingDays' || undefined}
            onChange={(event) => change('answerWorkingDays', { days: event.target.value })}
          />
          <span className={field['unit']}>{t('app.settings.workingDays')}</span>
        </div>
        {wrong === 'answerWorkingDays' && (
          <p className={field['error']} role="alert">
            {t('app.settings.daysWrong')}
          </p>
        )}
        <p className={field['help']} id={`${id}-days-help`}>
          {t('app.settings.daysHelp', { days: ANSWER_WORKING_DAYS })}
        </p>
        {various('answerWorkingDays')}
      </div>

      <div className={field['field']}>
        <ChoiceGroup
          legend={t('app.settings.names')}
          value={isVarious('names') ? 'various' : typed.names}
          choices={[
            { value: 'whole', label: t('app.settings.whole') },
            { value: 'masked', label: t('app.settings.masked') },
          ]}
          onChoose={(names) => names !== 'various' && change('names', { names })}
        />
        <p className={field['help']}>{t('app.settings.namesHelp')}</p>
        {various('names')}
      </div>

      <div className={field['field']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={!isVarious('keepLists') && typed.keepLists}
            onChange={(event) => change('keepLists', { keepLists: event.target.checked })}
          />
          {t('app.settings.keepLists')}
        </label>
        <p className={field['help']}>{t('app.settings.keepListsHelp')}</p>
        {various('keepLists')}
      </div>

      <fieldset className={field['field']} aria-describedby={`${id}-licence-help`}>
        <legend className={field['label']}>{t('app.settings.licence')}</legend>
        <p className={field['help']} id={`${id}-licence-help`}>
          {t('app.settings.licenceHelp')}
        </p>
        <label className={field['field']}>
          <span>{t('app.settings.licenceName')}</span>
          <input
            id={`${id}-licence`}
            className={field['input']}
            maxLength={100}
            value={isVarious('licence') ? '' : typed.licenceName}
            aria-invalid={wrong === 'licence' || undefined}
            onChange={(event) => change('licence', { licenceName: event.target.value })}
          />
        </label>
        <label className={field['field']}>
          <span>{t('app.settings.licenceUrl')}</span>
          <input
            className={field['input']}
            type="url"
            maxLength={300}
            placeholder="https://"
            value={isVarious('licence') ? '' : typed.licenceUrl}
            aria-invalid={wrong === 'licence' || undefined}
            onChange={(event) => change('licence', { licenceUrl: event.target.value })}
          />
        </label>
        {wrong === 'licence' && (
          <p className={field['error']} role="alert">
            {t('app.settings.licenceWrong')}
          </p>
        )}
        {various('licence')}
      </fieldset>

      <Button type="submit" disabled={isSaving || touched.size === 0}>
        {isSaving ? t('app.settings.saving') : t('app.settings.save')}
      </Button>
    </form>
  );
}

function typedOf({ answerWorkingDays, names, keepLists, licence }: PageSettings): Typed {
  return {
    days: answerWorkingDays === null ? '' : String(answerWorkingDays),
    names,
    keepLists,
    licenceName: licence?.name ?? '',
    licenceUrl: licence?.url ?? '',
  };
}

/** What the form says, not yet looked at: nothing typed is the program's own way. */
function settingsOf({ days, names, keepLists, licenceName, licenceUrl }: Typed): PageSettings {
  const digits = days.normalize('NFKC').trim();
  const licence = { name: licenceName.trim(), url: licenceUrl.trim() };
  return {
    answerWorkingDays: digits === '' ? null : Number(digits),
    names,
    keepLists,
    licence: licence.name === '' && licence.url === '' ? null : licence,
  };
}
