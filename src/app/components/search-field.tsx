import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

/** A field to look for something by any of its words. */
export function SearchField({
  label,
  hint = label,
  wanted,
  onChange,
}: {
  /** Said to whoever does not see the sign. */
  label: string;
  /** Shown while nothing is typed. */
  hint?: string;
  wanted: string;
  onChange: (wanted: string) => void;
}) {
  return (
    <label className={styles['search']}>
      <span className="visually-hidden">{label}</span>
      <Icon name="search" isSmall />
      <input
        type="search"
        className={field['input']}
        value={wanted}
        placeholder={hint}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
