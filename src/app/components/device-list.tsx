import { useState } from 'react';
import { type EnrolledDevice, type PeopleTrouble, revokeDevice } from '../../device/index.ts';
import { syncNow } from '../device.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import styles from './people.module.css';
import { PeopleTroubleNote } from './people-trouble.tsx';
import { Pill } from './pill.tsx';

/** One person's phones, each to be ended by itself after a question. */
export function DeviceList({
  place,
  name,
  devices,
  current,
  onChanged,
}: {
  place: string;
  /** Of the person they belong to. */
  name: string;
  devices: readonly EnrolledDevice[];
  /** The id of the phone that shows this. */
  current: string;
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  const [asked, setAsked] = useState<EnrolledDevice>();
  return (
    <ul className={styles['list']}>
      {devices.map((device) => (
        <li key={device.id} className={styles['card']}>
          <div className={styles['head']}>
            <h3>{device.label || t('app.devices.unnamed')}</h3>
            {device.id === current && <Pill tone="ok" label={t('app.devices.thisOne')} />}
          </div>
          <p className={styles['hint']}>
            {t('app.devices.seen', { when: moment(device.lastSeenAt) })}
            <br />
            {t('app.devices.enrolled', { when: moment(device.enrolledAt) })}
          </p>
          <Button weight="danger" onClick={() => setAsked(device)}>
            {t('app.devices.revoke')}
          </Button>
        </li>
      ))}
      {asked && (
        <RevokeDialog
          place={place}
          name={name}
          device={asked}
          isCurrent={asked.id === current}
          onDone={() => {
            setAsked(undefined);
            // the phone in hand learns of it at once
            if (asked.id === current) syncNow();
            onChanged();
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </ul>
  );
}

function RevokeDialog({
  place,
  name,
  device,
  isCurrent,
  onDone,
  onCancel,
}: {
  place: string;
  name: string;
  device: EnrolledDevice;
  isCurrent: boolean;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<PeopleTrouble>();
  const revoke = async () => {
    setWorking(true);
    const answer = await revokeDevice({ place, device: device.id });
    setWorking(false);
    // one that is gone already is as it was wanted
    if (answer.ok || answer.trouble === 'gone') onDone();
    else setTrouble(answer.trouble);
  };
  return (
    <ConfirmDialog
      title={t('app.devices.revokeTitle', { name })}
      action={t('app.devices.revoke')}
      isWorking={isWorking}
      onConfirm={() => void revoke()}
      onCancel={onCancel}
    >
      <p>{t('app.devices.revokeMeans')}</p>
      {isCurrent && <p className={styles['trouble']}>{t('app.devices.revokeThisOne')}</p>}
      {trouble && <PeopleTroubleNote trouble={trouble} />}
    </ConfirmDialog>
  );
}
