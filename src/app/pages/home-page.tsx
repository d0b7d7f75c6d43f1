import { useTranslation } from 'react-i18next';
import type { Session } from '../../protocol/index.ts';
import { LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { NoticeList } from '../components/notice-list.tsx';
import { Page } from '../components/page.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { useSummaries, useVillage } from '../hooks/use-device.ts';
import styles from './home-page.module.css';

/** The village's notices with their state, and the way to a new one. */
export function HomePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const village = useVillage() ?? undefined;
  const summaries = useSummaries(village);
  const name = session.villages.find((one) => one.code === village)?.name ?? t('app.name');
  return (
    <Page title={name}>
      <VillageSelect session={session} village={village} />
      <LinkButton to="/new">
        <Icon name="plus" />
        {t('app.home.new')}
      </LinkButton>
      <section className={styles['section']} aria-labelledby="notices">
        <h2 id="notices">{t('app.home.title')}</h2>
        {summaries && summaries.length > 0 && <NoticeList summaries={summaries} />}
        {summaries && summaries.length === 0 && (
          <div className={styles['empty']}>
            <p>{t('app.home.empty')}</p>
            <p>{t('app.home.emptyHint')}</p>
          </div>
        )}
      </section>
    </Page>
  );
}
