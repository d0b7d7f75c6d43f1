import { useState } from 'react';
import { changePlaceSettings, type PeopleTrouble } from '../../device/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database } from '../device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './people.module.css';
import { PeopleTroubleNote } from './people-trouble.tsx';

/** Whether one person of a village may draft and publish, with what that means. */
export function OnePersonSetting({ village }: { village: Session['villages'][number] }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<PeopleTrouble | 'saved'>();
  /** What was just ticked or unticked, until the server has answered. */
  const [wanted, setWanted] = useState<boolean>();
  const change = async (onePersonMayPublish: boolean) => {
    setWanted(onePersonMayPublish);
    const request = { place: village.code, settings: { onePersonMayPublish } };
    const answer = await changePlaceSettings(database, request, new Date());
    setWanted(undefined);
    setOutcome(answer.ok ? 'saved' : answer.trouble);
  };
  return (
    <section className={styles['card']} aria-labelledby="one-person">
      <h2 id="one-person">{t('app.people.setting')}</h2>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={wanted ?? village.onePersonMayPublish}
          disabled={wanted !== undefined}
          onChange={(event) => void change(event.target.checked)}
        />
        {t('app.people.onePerson')}
      </label>
      <p className={styles['hint']}>{t('app.people.onePersonYes')}</p>
      <p className={styles['hint']}>{t('app.people.onePersonNo')}</p>
      {outcome === 'saved' && (
        <p className={styles['done']} role="status">
          {t('app.people.settingSaved')}
        </p>
      )}
      {outcome && outcome !== 'saved' && <PeopleTroubleNote trouble={outcome} />}
    </section>
  );
}
