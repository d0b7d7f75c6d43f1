import { useLiveQuery } from 'dexie-react-hooks';
import { isSelfHealing, sumOfWork, type WorkState } from '../../device/index.ts';
import { Button } from '../components/button.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { RefusedSteps } from '../components/refused-steps.tsx';
import { SyncProgressBar } from '../components/sync-progress.tsx';
import { UploadReport } from '../components/upload-report.tsx';
import { database, syncNow } from '../device.ts';
import { useClockWords } from '../hooks/use-calendar-clock.ts';
import { useCalledFor } from '../hooks/use-called-for.ts';
import { useSyncState, useWaitingCount } from '../hooks/use-device.ts';
import { useHasLink } from '../hooks/use-has-link.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWaitingWork } from '../hooks/use-waiting-work.ts';
import styles from './me-page.module.css';

const WORK_STATES: readonly WorkState[] = ['phone-only', 'waiting', 'sent', 'published'];

/** How far the work on this phone has come, what was turned away, and what to do about it. */
export function SyncReport() {
  const { t } = useTranslation();
  const moment = useMoment();
  const state = useSyncState();
  const waiting = useWaitingCount() ?? 0;
  const goesByItself = isSelfHealing(state?.trouble);
  const { photographs = 0, recordings = 0 } = useWaitingWork() ?? {};
  const isUploading = photographs + recordings > 0;
  const clock = useClockWords();
  const card = useCalledFor('sending');
  return (
    <section ref={card} className={styles['card']} aria-labelledby="sending">
      <h2 id="sending">{t('app.me.sync')}</h2>
      <WorkInWords />
      {waiting > 0 && <p>{t(`app.me.${goesByItself ? 'waiting' : 'held'}`, { count: waiting })}</p>}
      {waiting === 0 && !isUploading && <p>{t('app.me.nothingWaiting')}</p>}
      <SyncProgressBar />
      <p className={styles['hint']}>
        {state?.succeededAt
          ? t('app.me.lastSync', { when: moment(state.succeededAt) })
          : t('app.me.never')}
      </p>
      {clock && (
        <p className={styles['warning']} role="alert">
          {clock.words}
        </p>
      )}
      <UploadReport />
      <RefusedSteps />
      <Button weight="secondary" onClick={syncNow}>
        {t('app.me.syncNow')}
      </Button>
      <HelpLink topic="offline" />
    </section>
  );
}

/** All notices in sum: how many have come how far, and what the person has to do. */
function WorkInWords() {
  const { t } = useTranslation();
  const sync = useSyncState();
  const summaries = useLiveQuery(() => database.summaries.toArray(), []);
  const hasLink = useHasLink();
  const refused = useLiveQuery(() => database.refused.count(), []);
  if (!sync || !summaries || refused === undefined) return null;
  const { counts, advice } = sumOfWork(summaries, sync, refused, hasLink);
  const shown = WORK_STATES.filter((one) => counts[one] > 0);
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles['states']}>
          {shown.map((one) => (
            <li key={one}>{t(`app.me.work.${one}`, { count: counts[one] })}</li>
          ))}
        </ul>
      )}
      {advice !== 'wait' && advice !== 'nothing' && (
        <p className={styles['warning']} role="alert">
          {t(`app.me.advice.${advice}`)}
        </p>
      )}
    </>
  );
}
