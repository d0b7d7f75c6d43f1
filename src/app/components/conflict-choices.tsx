import type { Conflict, ConflictPlace } from '../../notice/index.ts';
import { useSession } from '../hooks/use-device.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './conflict-note.module.css';

/** Settles what was filled in differently: the value that stands from now on. Resolves when it is stored. */
export type Settle = (place: ConflictPlace, value: string | null) => Promise<void>;

/** What several people did at one place, each with the name and the time, and a tap to choose. */
export function ConflictChoices({
  conflict: { place, values },
  legend,
  wordsOf,
  onSettle,
}: {
  conflict: Conflict;
  legend: string;
  /** What choosing a value means; null is a row that was deleted. */
  wordsOf: (value: string | null) => string;
  onSettle: Settle;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  const me = useSession()?.person.id;
  const whoOf = ({ value, by }: Conflict['values'][number]): string => {
    const who = { name: by.name, when: moment(by.at) };
    if (value === null) {
      return by.person === me
        ? t('app.conflict.youDeleted', who)
        : t('app.conflict.deletedBy', who);
    }
    return by.person === me ? t('app.conflict.yours', who) : t('app.conflict.theirs', who);
  };
  return (
    <fieldset className={styles['note']}>
      <legend>{legend}</legend>
      <ul>
        {values.map((one) => (
          <li key={JSON.stringify([one.value, one.by.person, one.by.at])}>
            <span className={styles['who']}>{whoOf(one)}</span>
            <span className={styles['value']}>{wordsOf(one.value)}</span>
            <Button
              weight="secondary"
              aria-label={t('app.conflict.takeThis', { value: wordsOf(one.value) })}
              onClick={() => void onSettle(place, one.value)}
            >
              {t('app.conflict.take')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
