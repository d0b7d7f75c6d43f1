import { Suspense } from 'react';
import { mayAct, oversees } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { BackupOffer } from '../components/backup-offer.tsx';
import { LinkButton } from '../components/button.tsx';
import { CalendarExport } from '../components/calendar-export.tsx';
import { DeadlineClock } from '../components/deadline-clock.tsx';
import { DutyList } from '../components/duty-list.tsx';
import { Icon } from '../components/icon.tsx';
import { NoticeList } from '../components/notice-list.tsx';
import { Page } from '../components/page.tsx';
import { SharedFileNote } from '../components/shared-file-note.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { useRecentNotices, useSyncState, useVillage } from '../hooks/use-device.ts';
import { useDuties, useDutyNotice } from '../hooks/use-duties.ts';
import { useInstallMoment } from '../hooks/use-install.ts';
import { useFewerChoices } from '../hooks/use-text-size.ts';
import { useTour } from '../hooks/use-tour.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { whenNeeded } from '../when-needed.ts';
import styles from './home-page.module.css';

const TourCards = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.TourCards,
);
const OverseerHome = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.OverseerHome,
);
const InstallHint = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.InstallHint,
);

/** What this person has to do now: a village's own people at once, whoever oversees them from a room of theirs. */
export function HomePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  if (!oversees(session.person.role)) return <VillageHome session={session} />;
  const title = townOf(session) ?? t('app.name');
  return (
    <Suspense
      fallback={
        <Page title={title} isWide>
          {null}
        </Page>
      }
    >
      <OverseerHome title={title} session={session} />
    </Suspense>
  );
}

/** The duties of a village's people, its notices with their state, and the way to a new one. */
function VillageHome({ session }: { session: Session }) {
  const { t } = useTranslation();
  const village = useVillage() ?? undefined;
  const notices = useRecentNotices(village);
  const duties = useDuties();
  const noticeOf = useDutyNotice();
  const hasSynced = useSyncState()?.succeededAt !== undefined;
  const settings = session.villages.find((one) => one.code === village);
  const mayDraft = settings !== undefined && mayAct(session.person.role, 'save', settings);
  const tour = useTour();
  const isInstallMoment = useInstallMoment();
  const hasFewer = useFewerChoices();
  const isBusy = duties?.some(({ isPressing }) => isPressing);
  return (
    <Page title={settings?.name ?? t('app.name')} isWide>
      {tour.isDue && (
        <Suspense fallback={<div className={styles['tour']} />}>
          <TourCards kind="village" onEnd={tour.end} />
        </Suspense>
      )}
      <div className={styles['columns']}>
        <div className={styles['now']}>
          <DeadlineClock />
          <BackupOffer />
          <SharedFileNote />
          {duties && (
            <div className={styles['section']}>
              <DutyList duties={duties} session={session} noticeOf={noticeOf} />
              {!hasFewer && <CalendarExport duties={duties} />}
            </div>
          )}
          <VillageSelect session={session} village={village} />
          {mayDraft && (
            <LinkButton to="/new" weight={isBusy ? 'secondary' : 'primary'}>
              <Icon name="plus" />
              {t('app.home.new')}
            </LinkButton>
          )}
          {isInstallMoment && !tour.isDue && (
            <Suspense>
              <InstallHint />
            </Suspense>
          )}
        </div>
        <section className={styles['section']} aria-labelledby="notices">
          <h2 id="notices">{t('app.home.title')}</h2>
          {notices && notices.count > 0 && <NoticeList {...notices} session={session} />}
          {notices?.count === 0 && (
            <div className={styles['empty']}>
              <p>{t(hasSynced ? 'app.home.empty' : 'app.home.fetching')}</p>
              {hasSynced && mayDraft && <p>{t('app.home.emptyHint')}</p>}
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

/** The town that all of a person's villages belong to; undefined for whoever has several. */
function townOf({ villages }: Session): string | undefined {
  const towns = new Set(villages.map(({ code }) => code.slice(0, 9)));
  return towns.size === 1 ? villages[0]?.town : undefined;
}
