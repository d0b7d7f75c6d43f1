import { useLiveQuery } from 'dexie-react-hooks';
import { useLocation } from 'react-router';
import { readNoticePath } from '../../notice/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import styles from '../components/message.module.css';
import { database } from '../device.ts';
import { useTranslation } from '../hooks/use-translation.ts';

/** What an address leads to that the app does not have: a slip, or a page of the web without signal. */
export default function UnknownPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isOnWeb = /^\/v\//i.test(pathname);
  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{isOnWeb ? t('app.unknown.offlineTitle') : t('app.unknown.title')}</h1>
      <p>{isOnWeb ? t('app.unknown.offlineText') : t('app.unknown.text')}</p>
      {isOnWeb && (
        <>
          <HereInstead pathname={pathname} />
          <Button weight="secondary" onClick={() => window.location.reload()}>
            {t('app.unknown.again')}
          </Button>
        </>
      )}
      <LinkButton to="/" weight="secondary">
        {t('app.error.home')}
      </LinkButton>
    </main>
  );
}

/** The same notice as this phone holds it, where it does. */
function HereInstead({ pathname }: { pathname: string }) {
  const { t } = useTranslation();
  const address = readNoticePath(pathname);
  const path = address && `/n/${address.village}/${address.notice}`;
  const isHere = useLiveQuery(
    async () =>
      address && (await database.notices.get([address.village, address.notice])) !== undefined,
    [path],
  );
  return path && isHere ? <LinkButton to={path}>{t('app.unknown.here')}</LinkButton> : null;
}
