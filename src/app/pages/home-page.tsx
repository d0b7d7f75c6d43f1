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
import { OpenObjections } from '../components/open-objections.tsx';
import { Page } from '../components/page.tsx';
import { SharedFileNote } from '../components/shared-file-note.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { useRecentNotices, useVillage } from '../hooks/use-device.ts';
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
const OverseeingNow = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.OverseeingNow,
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
  const noticeOf = useDutyNotice();
  const settings = session.villages.find((one) => one.code === village);
  const { role } = session.person;
  const mayDraft = settings !== undefined && mayAct(role, 'save', settings);
  const mayOversee = oversees(role);
  const tour = useTour();
  const isInstallMoment = useInstallMoment();
  const hasFewer = useFewerChoices();
  const isBusy = duties?.some(({ isPressing }) => isPressing);
  return (
    <Page title={(mayOversee ? townOf(session) : settings?.name) ?? t('app.name')} isWide>
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
              <DutyList duties={duties} session={session} noticeOf={noticeOf} />
              {!hasFewer && <CalendarExport duties={duties} />}
            </div>
          )}
          {mayOversee && <Overseeing session={session} />}
          {!mayOversee && <VillageSelect session={session} village={village} />}
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
          <h2 id="notices">
            {mayOversee && settings
              ? t('app.home.titleOf', { village: settings.name })
              : t('app.home.title')}
          </h2>
          {mayOversee && <VillageSelect session={session} village={village} />}
          {mayOversee && <OpenObjections village={village} />}
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

/** What to see to in the villages of one's charge, and the first steps of whoever oversees them. */
function Overseeing({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <div className={styles['section']}>
      <Suspense fallback={<div className={styles['overseeing']} />}>
        <OverseeingNow session={session} />
      </Suspense>
      <LinkButton to="/supervision">
        <Icon name="grid" />
        {t('app.supervision.open')}
      </LinkButton>
      {session.person.role === 'administrator' && (
        <LinkButton to="/people" weight="secondary">
          <Icon name="person" />
          {t('app.people.title')}
        </LinkButton>
      )}
      <LinkButton to="/check" weight="secondary">
        <Icon name="scan" />
        {t('app.check.open')}
      </LinkButton>
    </div>
  );
}

/** The town that all of a person's villages belong to; undefined for whoever has several. */
function townOf({ villages }: Session): string | undefined {
  const towns = new Set(villages.map(({ code }) => code.slice(0, 9)));
  return towns.size === 1 ? villages[0]?.town : undefined;
}
