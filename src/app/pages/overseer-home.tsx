import { partsOf } from '../../calendar/index.ts';
import type { Session } from '../../protocol/index.ts';
import { BackupOffer } from '../components/backup-offer.tsx';
import { LinkButton } from '../components/button.tsx';
import { DeadlineClock } from '../components/deadline-clock.tsx';
import { DutyList } from '../components/duty-list.tsx';
import { Icon } from '../components/icon.tsx';
import InstallHint from '../components/install-hint.tsx';
import { NoticeList } from '../components/notice-list.tsx';
import { OpenObjections } from '../components/open-objections.tsx';
import { OverseeingNow } from '../components/overseeing-now.tsx';
import { Page } from '../components/page.tsx';
import { SetBackNote } from '../components/set-back-note.tsx';
import { SharedFileNote } from '../components/shared-file-note.tsx';
import TourCards from '../components/tour-cards.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { useRecentNotices, useSyncState, useVillage } from '../hooks/use-device.ts';
import { useDuties, useDutyNotice } from '../hooks/use-duties.ts';
import { useInstallMoment } from '../hooks/use-install.ts';
import { useUnanswered } from '../hooks/use-objections.ts';
import {
  type SupervisionView,
  useSupervision,
  useSupervisionReading,
} from '../hooks/use-supervision.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTour } from '../hooks/use-tour.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './home-page.module.css';

const NOBODY: SupervisionView['villages'] = [];

/**
 * The first screen of whoever looks after others' disclosure: what villages owe by now, what waits
 * for an answer, and below it one village's notices. It shows when all of it is read from the phone.
 */
export default function OverseerHome({ title, session }: { title: string; session: Session }) {
  const { t } = useTranslation();
  const { year } = partsOf(useToday());
  const reading = useSupervisionReading(year);
  const view = useSupervision(reading.villages ?? NOBODY, year, '');
  const village = useVillage() ?? undefined;
  const notices = useRecentNotices(village);
  const unanswered = useUnanswered(village);
  const duties = useDuties();
  const noticeOf = useDutyNotice();
  const hasSynced = useSyncState()?.succeededAt !== undefined;
  const tour = useTour();
  const isInstallMoment = useInstallMoment();
  const isRead = reading.isLookedUp && view && notices && unanswered && duties;
  if (!isRead) {
    return (
      <Page title={title} isWide>
        {null}
      </Page>
    );
  }
  const settings = session.villages.find(({ code }) => code === village);
  return (
    <Page title={title} isWide>
      {tour.isDue && <TourCards kind="oversight" onEnd={tour.end} />}
      <div className={styles['columns']}>
        <div className={styles['now']}>
          <DeadlineClock />
          <BackupOffer />
          {session.person.role === 'administrator' && <SetBackNote />}
          <SharedFileNote />
          {duties.length > 0 && <DutyList duties={duties} session={session} noticeOf={noticeOf} />}
          <OverseeingNow session={session} reading={reading} view={view} />
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
          {isInstallMoment && !tour.isDue && <InstallHint />}
        </div>
        <section className={styles['section']} aria-labelledby="notices">
          <h2 id="notices">
            {settings ? t('app.home.titleOf', { village: settings.name }) : t('app.home.title')}
          </h2>
          <VillageSelect session={session} village={village} />
          <OpenObjections session={session} village={village} unanswered={unanswered} />
          {notices.count > 0 ? (
            <NoticeList {...notices} session={session} />
          ) : (
            <div className={styles['empty']}>
              <p>{t(hasSynced ? 'app.home.empty' : 'app.home.fetching')}</p>
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}
