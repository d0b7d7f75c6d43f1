import { useId } from 'react';
import type { PersonWithDevices } from '../../protocol/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button, LinkButton } from './button.tsx';
import styles from './people.module.css';
import { Pill } from './pill.tsx';

/** One person: name, role, whether a phone works for them, and what can be done. */
export function PersonCard({
  person,
  isOneself,
  isWorking,
  onInvite,
  onRemove,
}: {
  person: PersonWithDevices;
  isOneself: boolean;
  isWorking: boolean;
  onInvite: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <article className={styles['card']} aria-labelledby={heading}>
      <div className={styles['head']}>
        <h3 id={heading}>{person.name}</h3>
        <Pill tone="plain" label={t(`notice.role.${person.role}`)} />
      </div>
      <PhoneLine person={person} />
      <div className={styles['buttons']}>
        <Button weight="secondary" disabled={isWorking} onClick={onInvite}>
          {t('app.people.invite')}
        </Button>
        {person.devices.length > 0 && (
          <LinkButton weight="quiet" to={`/devices?place=${person.place}`}>
            {t('app.people.devices')}
          </LinkButton>
        )}
        {!isOneself && (
          <Button weight="quiet" onClick={onRemove}>
            {t('app.people.remove')}
          </Button>
        )}
      </div>
    </article>
  );
}

function PhoneLine({ person: { devices } }: { person: PersonWithDevices }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const seen = devices
    .map(({ lastSeenAt }) => lastSeenAt)
    .sort()
    .at(-1);
  if (seen === undefined) return <p className={styles['hint']}>{t('app.people.noPhone')}</p>;
  const count = devices.length;
  return <p className={styles['hint']}>{t('app.people.phones', { count, when: moment(seen) })}</p>;
}
