import type { VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { NoticeRow } from '../components/notice-row.tsx';
import { Page } from '../components/page.tsx';
import { SearchField } from '../components/search-field.tsx';
import { WindowedList } from '../components/windowed-list.tsx';
import { useVillage } from '../hooks/use-device.ts';
import { useInAddress } from '../hooks/use-in-address.ts';
import { useNoticeSearch } from '../hooks/use-notice-search.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './notices-page.module.css';

/** Every notice of the village, to be found by the words of its title. */
export default function NoticesPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const village = useVillage();
  return (
    <Page title={t('app.notices.title')} back="/">
      {village && <Notices key={village} village={village} session={session} />}
    </Page>
  );
}

function Notices({ village, session }: { village: VillageCode; session: Session }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useInAddress('find');
  const { found, isReading } = useNoticeSearch(village, wanted);
  return (
    <>
      <SearchField
        label={t('app.notices.search')}
        hint={t('app.notices.searchHint')}
        wanted={wanted}
        onChange={setWanted}
      />
      <p className={styles['count']} role="status">
        {found &&
          (isReading && wanted.trim() !== ''
            ? t('app.notices.reading')
            : t('app.notices.found', { count: found.length }))}
      </p>
      {found && found.length > 0 && (
        <div className={styles['list']}>
          <WindowedList label={t('app.notices.title')} items={found} keyOf={([, code]) => code}>
            {([, code]) => <NoticeRow village={village} code={code} session={session} />}
          </WindowedList>
        </div>
      )}
      {found?.length === 0 && wanted.trim() !== '' && (
        <p className={styles['none']}>{t('app.notices.none', { wanted: wanted.trim() })}</p>
      )}
    </>
  );
}
