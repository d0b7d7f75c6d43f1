import { type KeyboardEvent, useState } from 'react';
import { parsePlainDay } from '../../calendar/index.ts';
import type { Column, Field } from '../../catalogue/templates/index.ts';
import { readDay, type SecondLanguage } from '../../notice/index.ts';
import {
  findPersonalData,
  maskText,
  mustNotLeavePhone,
  type TextContext,
} from '../../privacy/index.ts';
import { readTyped } from '../../spreadsheet/index.ts';
import { useDayWords } from '../hooks/use-day-words.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useTypedText } from '../hooks/use-typed-text.ts';
import { LATEST_DAY } from '../latest-day.ts';
import styles from './field.module.css';
import { type Confirming, FindingNotes } from './finding-notes.tsx';

interface ValueFieldProps {
  readonly id: string;
  readonly part: Field | Column;
  readonly value: string;
  readonly context: TextContext;
  readonly onChange: (value: string) => void;
  /** Told when the person has left the field, or had before it was opened; never while they type. */
  readonly error?: string | undefined;
  /** What stood in the field when its error was judged; the value unless told otherwise. */
  readonly judged?: string;
  readonly onEnter?: () => void;
  /** Where numbers of offices and leaders may stand: those confirmed, and the way to confirm one. */
  readonly confirming?: Confirming | undefined;
  /** What is typed in it, where that is not Chinese. */
  readonly language?: Pick<SecondLanguage, 'tag' | 'direction'>;
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
  judged = value,
  onEnter,
  confirming,
  language,
}: ValueFieldProps) {
  const { t, named } = useTranslation();
  const { listed } = useListWords();
  const { text, isTyping, hasLeft, masked, control } = useTypedText(
    value,
    context,
    onChange,
    (typed) => readTyped(part, typed),
  );
  // what is typed half may look like something else; it is looked at when the person has left
  const findings = isTyping
    ? []
    : findPersonalData(text, context).filter((one) => !mustNotLeavePhone(one));
  // an answer from before is told of at once; what the draft said before it followed is wrong no longer
  const [wasFilled] = useState(value !== '');
  const isTold = (hasLeft || wasFilled) && !isTyping && judged === text;
  const shownError = isTold ? error : undefined;

  if (part.type === 'yesNo') {
    return <YesNoField id={id} part={part} value={value} onChange={onChange} error={error} />;
  }

  const help = [part.help ? `${id}-help` : '', shownError ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    className: styles['input'],
    'aria-describedby': help || undefined,
    'aria-invalid': shownError ? true : undefined,
    'aria-required': part.required,
    lang: language?.tag,
    dir: language?.direction,
    ...control,
  } as const;

  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {named(part.label)}
        {!part.required && <span className={styles['optional']}>{t('app.edit.optional')}</span>}
      </label>
      {part.help && (
        <span id={`${id}-help`} className={styles['help']}>
          {named(part.help)}
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
          {part.unit && <span className={styles['unit']}>{named(part.unit)}</span>}
        </span>
      )}
      {part.type === 'date' && <DayMeaning text={text} />}
      {masked.length > 0 && (
        <span className={styles['note']} role="status">
          {t('app.edit.redacted', { kind: listed(masked.map((one) => t(`app.finding.${one}`))) })}
        </span>
      )}
      {shownError && (
        <span id={`${id}-error`} className={styles['error']}>
          {shownError}
        </span>
      )}
      <FindingNotes
        findings={findings}
        onMask={(found) => onChange(maskText(text, found))}
        onEmpty={part.type === 'phone' ? () => onChange('') : undefined}
        confirming={confirming}
      />
    </div>
  );
}

/** A date in words with its weekday, since a native picker shows it in the phone's own manner. */
function DayMeaning({ text }: { text: string }) {
  const dayWords = useDayWords();
  const day = parsePlainDay(readDay(text) ?? '');
  return day && <span className={styles['meaning']}>{dayWords(day)}</span>;
}

function YesNoField({
  id,
  part,
  value,
  onChange,
  error,
}: Pick<ValueFieldProps, 'id' | 'part' | 'value' | 'onChange' | 'error'>) {
  const { t, named } = useTranslation();
  return (
    <fieldset className={styles['field']} id={id}>
      <legend className={styles['label']}>{named(part.label)}</legend>
      {part.help && <span className={styles['help']}>{named(part.help)}</span>}
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
  max?: string;
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
      return { type: 'date', max: LATEST_DAY };
    default:
      return { type: 'text' };
  }
}
