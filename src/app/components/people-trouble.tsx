import type { PeopleTrouble } from '../../device/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './people.module.css';

/** Says plainly why nothing can be shown or was changed, and offers to ask again. */
export function PeopleTroubleNote({
  trouble,
  onAgain,
}: {
  trouble: PeopleTrouble;
  onAgain?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles['trouble']} role="alert">
      <p>{t(`app.people.trouble.${trouble}`)}</p>
      {onAgain && (
        <Button weight="secondary" onClick={onAgain}>
          {t('app.people.again')}
        </Button>
      )}
    </div>
  );
}
