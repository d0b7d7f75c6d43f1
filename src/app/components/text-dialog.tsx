import { useState } from 'react';
import field from './field.module.css';
import { FormModal } from './modal.tsx';

/** Asks for a few words in a window of their own; only blanks are no answer. */
export function TextDialog({
  title,
  label,
  help,
  example,
  action,
  text: initial = '',
  maxLength,
  onGive,
  onCancel,
}: {
  title: string;
  label: string;
  help?: string;
  example?: string;
  /** The word on the button that gives the text. */
  action: string;
  text?: string;
  maxLength: number;
  /** Gets the text without blanks around it. */
  onGive: (text: string) => void;
  onCancel: () => void;
}) {
  const [text, setText] = useState(initial);
  const give = () => {
    if (text.trim() !== '') onGive(text.trim());
  };
  return (
    <FormModal title={title} action={action} onGive={give} onCancel={onCancel}>
      <label className={field['field']}>
        <span className={field['label']}>{label}</span>
        {help && <span className={field['help']}>{help}</span>}
        <textarea
          className={field['input']}
          value={text}
          required
          maxLength={maxLength}
          placeholder={example}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </FormModal>
  );
}
