import { type StoredNotice, staleSheets } from '../../device/index.ts';
import { lastRevision } from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { usePrintings } from '../hooks/use-printings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import styles from './replace-sheets.module.css';

/** Asks to change the sheets on the wall, where what this phone printed no longer holds. */
export function ReplaceSheets({ stored }: { stored: StoredNotice }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const stale = staleSheets(usePrintings(stored), stored.head);
  if (!stale) return null;
  const { reason, printed } = stale;
  return (
    <p className={styles['ask']} role="status">
      <Icon name="alert" />
      <span>
        {t(`app.poster.replace.${reason}`, {
          old: printed.revision,
          when: moment(printed.at),
          latest: lastRevision(stored.head)?.revision,
        })}
      </span>
    </p>
  );
}
