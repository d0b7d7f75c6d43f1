import type { PeopleTrouble } from '../../device/index.ts';
import type { Asked } from '../hooks/use-people.ts';
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

/** What stands where an answer is to be: that it is still to come, or why it did not. */
export function AskedNote({ asked }: { asked: Asked<unknown> }) {
  const { t } = useTranslation();
  const { value, trouble, isAsking, again } = asked;
  if (isAsking && value === undefined) return <p role="status">{t('app.people.reading')}</p>;
  return trouble && <PeopleTroubleNote trouble={trouble} onAgain={() => void again()} />;
}
