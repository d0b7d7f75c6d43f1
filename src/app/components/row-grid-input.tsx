import { useLayoutEffect } from 'react';
import type { Column } from '../../catalogue/templates/index.ts';
import type { TextContext } from '../../privacy/index.ts';
import { readValue } from '../../spreadsheet/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useTypedText } from '../hooks/use-typed-text.ts';
import styles from './row-grid.module.css';

/**
 * The cell that the cursor is in. It is an input also while one only moves about, with all its text
 * chosen: so the first key of an input method begins a composition and is not lost on the way.
 */
export function RowGridInput({
  label,
  describedBy,
  column,
  value,
  context,
  isInvalid,
  isEditing,
  takesFocus,
  onType,
  onEdit,
}: {
  label: string;
  describedBy: string;
  column: Column;
  value: string;
  context: TextContext;
  isInvalid: boolean;
  isEditing: boolean;
  /** Whether the cursor is led here; not when the page is merely opened. */
  takesFocus: boolean;
  onType: (value: string) => void;
  /** Told before the text changes, by whatever means. */
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const isAnswer = column.type === 'yesNo';
  const answers: Readonly<Record<string, string>> = {
    yes: t('app.edit.yes'),
    no: t('app.edit.no'),
  };
  const words = isAnswer ? (answers[value] ?? value) : value;
  const { field: input, control } = useTypedText(words, context, (typed) =>
    onType(isAnswer ? readValue(column, typed).value : typed),
  );

  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true });
  }, [takesFocus, input]);
  useLayoutEffect(() => {
    const element = input.current;
    // also what a step back or another phone writes into it while one only moves about
    if (!isEditing && element?.value === words && element === document.activeElement)
      element.select();
  }, [isEditing, input, words]);

  return (
    <input
      className={isEditing ? styles['typing'] : styles['resting']}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      aria-required={column.required}
      autoComplete="off"
      onFocus={(event) => {
        if (!isEditing) event.currentTarget.select();
      }}
      onMouseDown={() => {
        if (input.current === document.activeElement) onEdit();
      }}
      onCompositionStart={onEdit}
      {...control}
      onChange={(event) => {
        onEdit();
        control.onChange(event);
      }}
    />
  );
}
