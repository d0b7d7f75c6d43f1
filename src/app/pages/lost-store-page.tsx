import { useEffect, useState } from 'react';
import {
  readSecondCopy,
  restoreSecondCopy,
  type SecondCopy,
  workIn,
} from '../../device/second-copy.ts';
import { Button, LinkButton } from '../components/button.tsx';
import styles from '../components/message.module.css';
import { database, syncNow } from '../device.ts';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { useTranslation } from '../hooks/use-translation.ts';

/** What a phone shows that has lost its database: what happened, what is safe, and the way back. */
export default function LostStorePage() {
  const { t } = useTranslation();
  const [copy, setCopy] = useState<SecondCopy | null>();
  useEffect(() => {
    readSecondCopy(caches).then(
      (found) => setCopy(found ?? null),
      () => setCopy(null),
    );
  }, []);
  if (copy === undefined) return null;
  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{t('app.lost.title')}</h1>
      <p>{t('app.lost.why')}</p>
      {copy ? (
        <FromCopy copy={copy} />
      ) : (
        <p className={styles['strong']}>{t('app.lost.newLink')}</p>
      )}
      <LinkButton weight="secondary" to="/help/backup">
        {t('app.help.open')}
      </LinkButton>
    </main>
  );
}

function FromCopy({ copy }: { copy: SecondCopy }) {
  const { t } = useTranslation();
  const timeOf = useExactTime();
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const count = workIn(copy);
  const restore = async () => {
    setWorking(true);
    setFailed(false);
    try {
      await restoreSecondCopy(database, caches, copy);
      syncNow();
    } catch {
      // it is all or nothing: the copy is as it was
      setFailed(true);
    }
    setWorking(false);
  };
  const time = timeOf(copy.work.madeAt);
  return (
    <>
      <p>{t('app.lost.sent')}</p>
      <p className={styles['strong']}>
        {count > 0 ? t('app.lost.unsent', { count, time }) : t('app.lost.nothingUnsent', { time })}
      </p>
      <p>{t('app.lost.since')}</p>
      <Button disabled={isWorking} onClick={() => void restore()}>
        {t('app.lost.restore', { name: copy.session.person.name })}
      </Button>
      {hasFailed && (
        <p className={styles['problem']} role="alert">
          {t('app.backup.problem.not-restored')}
        </p>
      )}
      <p>{t('app.lost.file')}</p>
    </>
  );
}
