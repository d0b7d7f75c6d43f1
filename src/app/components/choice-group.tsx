import { useId } from 'react';
import styles from './field.module.css';

/** One of a few, all to be seen at once. */
export function ChoiceGroup<Value extends string>({
  legend,
  value,
  choices,
  onChoose,
}: {
  legend: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['label']}>{legend}</legend>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
