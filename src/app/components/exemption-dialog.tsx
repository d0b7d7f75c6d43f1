import { type FormEvent, useEffect, useRef, useState } from 'react';
import { EXEMPTION_LIMITS } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';

interface Declared {
  readonly reason: string;
  readonly fromYear: number;
  readonly toYear: number;
}

/** Asks why an item does not apply to the village, and for which years. */
export function ExemptionDialog({
  thisYear,
  onGive,
  onCancel,
}: {
  thisYear: number;
  onGive: (declared: Declared) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [declared, setDeclared] = useState<Declared>({
    reason: '',
    fromYear: thisYear,
    toYear: thisYear,
  });
  useEffect(() => dialog.current?.showModal(), []);
  const { reason, fromYear, toYear } = declared;
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onGive({ ...declared, reason: reason.trim() });
  };
  const begin = (year: number) =>
    setDeclared({
      ...declared,
      fromYear: year,
      toYear: Math.min(Math.max(toYear, year), year + EXEMPTION_LIMITS.years - 1),
    });
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      onCancel={onCancel}
      aria-labelledby="exemption-title"
    >
      <form onSubmit={give} className={styles['body']}>
        <h2 id="exemption-title">{t('app.exemption.say')}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{t('app.exemption.reason')}</span>
          <span className={field['help']}>{t('app.exemption.reasonHint')}</span>
          <textarea
            className={field['input']}
            value={reason}
            required
            maxLength={EXEMPTION_LIMITS.reason}
            placeholder={t('app.exemption.example')}
            onChange={({ target }) => setDeclared({ ...declared, reason: target.value })}
          />
        </label>
        <YearSelect
          label={t('app.exemption.from')}
          value={fromYear}
          years={[thisYear - 1, thisYear, thisYear + 1]}
          onChoose={begin}
        />
        <YearSelect
          label={t('app.exemption.to')}
          value={toYear}
          years={Array.from({ length: EXEMPTION_LIMITS.years }, (_, index) => fromYear + index)}
          onChoose={(year) => setDeclared({ ...declared, toYear: year })}
        />
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t('app.exemption.save')}</Button>
        </div>
      </form>
    </dialog>
  );
}

function YearSelect({
  label,
  value,
  years,
  onChoose,
}: {
  label: string;
  value: number;
  years: readonly number[];
  onChoose: (year: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className={field['field']}>
      <span className={field['label']}>{label}</span>
      <select
        className={field['input']}
        value={value}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {t('app.exemption.oneYear', { year })}
          </option>
        ))}
      </select>
    </label>
  );
}
