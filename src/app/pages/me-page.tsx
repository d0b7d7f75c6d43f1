import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../locales/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { StorageReport } from '../components/storage-report.tsx';
import { database, syncNow } from '../device.ts';
import { useClockWords } from '../hooks/use-calendar-clock.ts';
import { useSyncState, useWaitingCount } from '../hooks/use-device.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { chooseTextSize, textSize } from '../hooks/use-text-size.ts';
import { chooseLanguage } from '../words.ts';
import styles from './me-page.module.css';

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const;

/** Who uses this phone, what has been sent, and how the app looks. */
export default function MePage({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const [size, setSize] = useState(textSize);
  const { person } = session;
  return (
    <Page title={t('app.me.title')}>
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
          <LinkButton to="/people" weight="secondary">
            {t('app.people.title')}
          </LinkButton>
        )}
      </section>
      <section className={styles['card']}>
        <LinkButton weight="secondary" to="/check">
          <Icon name="scan" />
          {t('app.check.open')}
        </LinkButton>
        <p className={styles['hint']}>{t('app.check.openHint')}</p>
      </section>
      <SyncReport />
      <section className={styles['card']}>
        <ChoiceGroup
          legend={t('app.me.size')}
          value={size}
          choices={[
            { value: 'normal', label: t('app.me.normal') },
            { value: 'large', label: t('app.me.large') },
          ]}
          onChoose={(value) => {
            chooseTextSize(value);
            setSize(value);
          }}
        />
        <ChoiceGroup
          legend={t('app.me.language')}
          value={i18n.language === 'en' ? 'en' : 'zh-CN'}
          choices={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
          onChoose={(value) => void chooseLanguage(value)}
        />
      </section>
      <StorageReport />
    </Page>
  );
}

function SyncReport() {
  const { t } = useTranslation();
  const moment = useMoment();
  const refusalWords = useRefusalWords();
  const state = useSyncState();
  const count = useWaitingCount() ?? 0;
  const refused = useLiveQuery(() => database.refused.toArray(), []) ?? [];
  const clock = useClockWords();
  return (
    <section className={styles['card']} aria-labelledby="sending">
      <h2 id="sending">{t('app.me.sync')}</h2>
      <p>{count > 0 ? t('app.me.waiting', { count }) : t('app.me.nothingWaiting')}</p>
      <p className={styles['hint']}>
        {state?.succeededAt
          ? t('app.me.lastSync', { when: moment(state.succeededAt) })
          : t('app.me.never')}
      </p>
      {state?.trouble === 'signed-out' && (
        <p className={styles['warning']} role="alert">
          {t('app.devices.signedOut')}
        </p>
      )}
      {clock && (
        <p className={styles['warning']} role="alert">
          {clock.words}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <h3>{t('app.me.refused')}</h3>
          <ul className={styles['refused']}>
            {refused.map((one) => (
              <li key={one.id}>
                {moment(one.at)}：{refusalWords(one.code)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button weight="secondary" onClick={syncNow}>
        {t('app.me.syncNow')}
      </Button>
    </section>
  );
}
