import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatChinese,
  formatEnglish,
  parsePlainDay,
  weekdayChinese,
  weekdayEnglish,
} from '../../calendar/index.ts';
import type { Column, Field } from '../../catalogue/templates/index.ts';
import { readDay } from '../../notice/index.ts';
import {
  type FindingKind,
  findPersonalData,
  maskText,
  mustNotLeavePhone,
  redactBeforeStorage,
  type TextContext,
} from '../../privacy/index.ts';
import styles from './field.module.css';
import { FindingNotes } from './finding-notes.tsx';

interface ValueFieldProps {
  readonly id: string;
  readonly part: Field | Column;
  readonly value: string;
  readonly context: TextContext;
  readonly onChange: (value: string) => void;
  /** Told only when the person has left the field, never while they type. */
  readonly error?: string | undefined;
  readonly onEnter?: () => void;
  /** Says that a number of an office or a leader may be shown; asked where `context` is a contact. */
  readonly onAllow?: (text: string) => void;
}

/**
 * One question with its native control and the right keyboard. A number that must not leave the
 * phone is masked as it is typed, once an input method has finished composing.
 */
export function ValueField({
  id,
  part,
  value,
  context,
  onChange,
  error,
  onEnter,
  onAllow,
}: ValueFieldProps) {
  const { t } = useTranslation();
  const [hasLeft, setLeft] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const [masked, setMasked] = useState<FindingKind>();
  // what is typed half may look like something else; it is looked at when the person has left
  const findings = isTyping
    ? []
    : findPersonalData(value, context).filter((one) => !mustNotLeavePhone(one));
  const shownError = hasLeft ? error : undefined;

  const take = (text: string, caret?: number): void => {
    const { text: clean, redacted } = redactBeforeStorage(text, {
      ...context,
      ...(caret === undefined ? {} : { caret }),
    });
    if (redacted[0]) setMasked(redacted[0].kind);
    onChange(clean);
  };
  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    setTyping(true);
    const isComposing = (event.nativeEvent as InputEvent).isComposing;
    if (isComposing) onChange(event.target.value);
    else take(event.target.value, event.target.selectionStart ?? undefined);
  };
  const leave = (): void => {
    setLeft(true);
    setTyping(false);
    take(value);
  };

  if (part.type === 'yesNo') {
    return <YesNoField id={id} part={part} value={value} onChange={onChange} error={error} />;
  }

  const help = [part.help ? `${id}-help` : '', shownError ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    value,
    className: styles['input'],
    'aria-describedby': help || undefined,
    'aria-invalid': shownError ? true : undefined,
    'aria-required': part.required,
    onBlur: leave,
    onChange: change,
    onCompositionEnd: (event: { currentTarget: { value: string } }) =>
      take(event.currentTarget.value),
  } as const;

  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {part.label}
        {!part.required && <span className={styles['optional']}>（{t('app.edit.optional')}）</span>}
      </label>
      {part.help && (
        <span id={`${id}-help`} className={styles['help']}>
          {part.help}
        </span>
      )}
      {part.type === 'longText' ? (
        <textarea {...common} rows={3} placeholder={placeholder(part)} />
      ) : (
        <span className={styles['row']}>
          <input
            {...common}
            {...keyboardOf(part)}
            placeholder={placeholder(part)}
            autoComplete="off"
            enterKeyHint={onEnter ? 'next' : 'done'}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || !onEnter) return;
              event.preventDefault();
              onEnter();
            }}
          />
          {part.unit && <span className={styles['unit']}>{part.unit}</span>}
        </span>
      )}
      {part.type === 'date' && <DayMeaning text={value} />}
      {masked && (
        <span className={styles['note']} role="status">
          {t('app.edit.redacted', { kind: t(`app.finding.${masked}`) })}
        </span>
      )}
      {shownError && (
        <span id={`${id}-error`} className={styles['error']}>
          {shownError}
        </span>
      )}
      <FindingNotes
        findings={findings}
        onMask={(found) => onChange(maskText(value, found))}
        onAllow={onAllow}
      />
    </div>
  );
}

/** A date in words with its weekday, since a native picker shows it in the phone's own manner. */
function DayMeaning({ text }: { text: string }) {
  const { t, i18n } = useTranslation();
  const day = parsePlainDay(readDay(text) ?? '');
  if (!day) return null;
  const isChinese = i18n.language === 'zh-CN';
  return (
    <span className={styles['meaning']}>
      {t('app.edit.dateShown', {
        day: isChinese ? formatChinese(day) : formatEnglish(day),
        weekday: isChinese ? weekdayChinese(day) : weekdayEnglish(day),
      })}
    </span>
  );
}

function YesNoField({
  id,
  part,
  value,
  onChange,
  error,
}: Pick<ValueFieldProps, 'id' | 'part' | 'value' | 'onChange' | 'error'>) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['field']} id={id}>
      <legend className={styles['label']}>{part.label}</legend>
      {part.help && <span className={styles['help']}>{part.help}</span>}
      <div className={styles['choices']}>
        {(['yes', 'no'] as const).map((answer) => (
          <label key={answer} className={styles['choice']}>
            <input
              type="radio"
              name={id}
              checked={value === answer}
              onChange={() => onChange(answer)}
            />
            {t(`app.edit.${answer}`)}
          </label>
        ))}
      </div>
      {error && value !== '' && <span className={styles['error']}>{error}</span>}
    </fieldset>
  );
}

function placeholder(part: Field | Column): string | undefined {
  return part.type === 'date' ? undefined : part.example;
}

/** Text inputs with the right keyboard: `type=number` loses what it cannot read. */
function keyboardOf(part: Field | Column): {
  type: string;
  inputMode?: 'numeric' | 'decimal' | 'tel';
} {
  switch (part.type) {
    case 'count':
    case 'year':
      return { type: 'text', inputMode: 'numeric' };
    case 'amount':
    case 'rate':
      return { type: 'text', inputMode: 'decimal' };
    case 'phone':
      return { type: 'tel', inputMode: 'tel' };
    case 'date':
      return { type: 'date' };
    default:
      return { type: 'text' };
  }
}
