import { Suspense } from 'react';
import { mayAct } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { BackupOffer } from '../components/backup-offer.tsx';
import { LinkButton } from '../components/button.tsx';
import { CalendarExport } from '../components/calendar-export.tsx';
import { DeadlineClock } from '../components/deadline-clock.tsx';
import { DutyList } from '../components/duty-list.tsx';
import { Icon } from '../components/icon.tsx';
import { NoticeList } from '../components/notice-list.tsx';
import { OpenObjections } from '../components/open-objections.tsx';
import { Page } from '../components/page.tsx';
import { SharedFileNote } from '../components/shared-file-note.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { useRecentNotices, useVillage } from '../hooks/use-device.ts';
import { useDuties } from '../hooks/use-duties.ts';
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
const InstallHint = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.InstallHint,
);

/** What this person has to do now, the village's notices with their state, and the way to a new one. */
export function HomePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const village = useVillage() ?? undefined;
  const notices = useRecentNotices(village);
  const duties = useDuties();
  const settings = session.villages.find((one) => one.code === village);
  const { role } = session.person;
  const mayDraft = settings !== undefined && mayAct(role, 'save', settings);
  const mayOversee = role === 'supervisor' || role === 'administrator';
  const tour = useTour();
  const isInstallMoment = useInstallMoment();
  const hasFewer = useFewerChoices();
  const isBusy = duties?.some(({ isPressing }) => isPressing);
  return (
    <Page title={settings?.name ?? t('app.name')} isWide>
      {tour.isDue && (
        <Suspense fallback={<div className={styles['tour']} />}>
          <TourCards kind={mayOversee ? 'oversight' : 'village'} onEnd={tour.end} />
        </Suspense>
      )}
      <div className={styles['columns']}>
        <div className={styles['now']}>
          <DeadlineClock />
          <BackupOffer />
          <SharedFileNote />
          {duties && (!mayOversee || duties.length > 0) && (
            <div className={styles['section']}>
              <DutyList duties={duties} session={session} />
              {!hasFewer && <CalendarExport duties={duties} />}
            </div>
          )}
          {mayOversee && <Overseeing />}
          <VillageSelect session={session} village={village} />
          {mayOversee && <OpenObjections village={village} />}
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
              <p>{t('app.home.empty')}</p>
              {mayDraft && <p>{t('app.home.emptyHint')}</p>}
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

/** The two first steps of whoever looks after others' disclosure. */
function Overseeing() {
  const { t } = useTranslation();
  return (
    <div className={styles['section']}>
      <LinkButton to="/supervision">
        <Icon name="grid" />
        {t('app.supervision.open')}
      </LinkButton>
      <LinkButton to="/check" weight="secondary">
        <Icon name="scan" />
        {t('app.check.open')}
      </LinkButton>
    </div>
  );
}
