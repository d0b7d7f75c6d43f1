import type { Column, Field } from '../../catalogue/templates/index.ts';
import { type Conflict, type ConflictPlace, printed } from '../../notice/index.ts';
import { useSession } from '../hooks/use-device.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './conflict-note.module.css';

/** Settles what was filled in differently: the value that stands from now on. */
export type Settle = (place: ConflictPlace, value: string | null) => void;

/**
 * What several people filled in at one place, each with the name and the time, and a tap to choose.
 * It stands where the value does. Without `part` it is about a whole row, deleted by one of them.
 */
export function ConflictNote({
  conflict,
  label,
  part,
  onSettle,
}: {
  conflict: Conflict;
  label: string;
  part?: Field | Column;
  onSettle: Settle;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  const me = useSession()?.person.id;
  const { place, values } = conflict;
  const wordsOf = (value: string | null): string => {
    if (value === null) return t('app.conflict.deleted');
    if (!part) return value || t('app.conflict.kept');
    if (part.type === 'yesNo' && value !== '') {
      return value === 'yes' ? t('app.edit.yes') : t('app.edit.no');
    }
    return value === '' ? t('app.review.noValue') : printed(part.type, value) + (part.unit ?? '');
  };
  return (
    <fieldset className={styles['note']}>
      <legend>{t('app.conflict.title', { label })}</legend>
      <ul>
        {values.map(({ value, by }) => (
          <li key={JSON.stringify([value, by.person, by.at])}>
            <span className={styles['who']}>
              {by.person === me
                ? t('app.conflict.yours', { when: moment(by.at) })
                : t('app.conflict.theirs', { name: by.name, when: moment(by.at) })}
            </span>
            <span className={styles['value']}>{wordsOf(value)}</span>
            <Button
              weight="secondary"
              aria-label={t('app.conflict.takeThis', { value: wordsOf(value) })}
              onClick={() => onSettle(place, value)}
            >
              {t('app.conflict.take')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
