import { readSetBack, settleSetBack } from '../../device/index.ts';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { useAsked } from '../hooks/use-people.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './backup-offer.module.css';
import { Button, LinkButton } from './button.tsx';

/** Tells an administrator that the server was set back, and what no phone brings back. */
export function SetBackNote() {
  const { t } = useTranslation();
  const timeOf = useExactTime();
  const { value, again } = useAsked(readSetBack);
  if (!value) return null;
  const { noticedAt, since } = value;
  const time = timeOf(since ?? noticedAt);
  const settle = async () => {
    await settleSetBack(noticedAt);
    await again();
  };
  return (
    <div className={styles['offer']} role="alert">
      <p>{t(since ? 'app.setBack.since' : 'app.setBack.noticed', { time })}</p>
      <p>{t('app.setBack.phones')}</p>
      <p>{t('app.setBack.again')}</p>
      <LinkButton to="/people">{t('app.people.title')}</LinkButton>
      <LinkButton weight="secondary" to="/settings">
        {t('app.settings.title')}
      </LinkButton>
      <LinkButton weight="secondary" to="/catalogue">
        {t('app.setBack.catalogue')}
      </LinkButton>
      <Button weight="secondary" onClick={() => void settle()}>
        {t('app.setBack.done')}
      </Button>
    </div>
  );
}
