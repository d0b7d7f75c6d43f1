import type { Session } from '../../protocol/index.ts';
import { BackupCard } from '../components/backup-card.tsx';
import { LinkButton } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { Icon } from '../components/icon.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { Page } from '../components/page.tsx';
import { ReminderCard } from '../components/reminder-card.tsx';
import { StorageReport } from '../components/storage-report.tsx';
import { chooseTextSize, TEXT_SIZES, useTextSize } from '../hooks/use-text-size.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './me-page.module.css';
import { SyncReport } from './me-page-sync.tsx';

/** Who uses this phone, what has been sent, and how the app looks. */
export default function MePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const size = useTextSize();
  const { person } = session;
  return (
    <Page title={t('app.me.title')} isWide>
      <div className={styles['columns']}>
        <section className={styles['card']} aria-labelledby="person">
          <h2 id="person">{t('app.me.person')}</h2>
          <p>
            {person.name} · {t(`notice.role.${person.role}`)}
          </p>
          {session.demo && <p className={styles['hint']}>{t('app.enrol.demo')}</p>}
          <LinkButton to="/devices" weight="secondary">
            {t('app.devices.title')}
          </LinkButton>
          {person.role === 'administrator' && (
            <>
              <LinkButton to="/people" weight="secondary">
                {t('app.people.title')}
              </LinkButton>
              <LinkButton to="/settings" weight="secondary">
                {t('app.settings.title')}
              </LinkButton>
            </>
          )}
        </section>
        <section className={styles['card']}>
          <LinkButton weight="secondary" to="/check">
            <Icon name="scan" />
            {t('app.check.open')}
          </LinkButton>
          <p className={styles['hint']}>{t('app.check.openHint')}</p>
        </section>
        <section className={styles['card']}>
          <LinkButton weight="secondary" to="/help">
            <Icon name="help" />
            {t('app.help.open')}
          </LinkButton>
          <p className={styles['hint']}>{t('app.help.openHint')}</p>
        </section>
        <SyncReport />
        <BackupCard session={session} />
        <section className={styles['card']}>
          <ChoiceGroup
            legend={t('app.me.size')}
            value={size}
            choices={TEXT_SIZES.map((value) => ({ value, label: t(`app.me.${value}`) }))}
            onChoose={chooseTextSize}
          />
          <p className={styles['hint']}>{t('app.me.sizeHint')}</p>
          <LanguageChoice />
        </section>
        <ReminderCard />
        <StorageReport />
      </div>
    </Page>
  );
}
