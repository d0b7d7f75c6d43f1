import { useCallback } from 'react';
import { readOwnDevices, readPeople } from '../../device/index.ts';
import type { Session } from '../../protocol/index.ts';
import { DeviceList } from '../components/device-list.tsx';
import { Page } from '../components/page.tsx';
import styles from '../components/people.module.css';
import { AskedNote } from '../components/people-trouble.tsx';
import { PlaceChoice } from '../components/place-choice.tsx';
import { useChosenPlace } from '../hooks/use-chosen-place.ts';
import { useAsked } from '../hooks/use-people.ts';
import { useTranslation } from '../hooks/use-translation.ts';

/** The phones that work in one's name; for an administrator, those of others too. */
export default function DevicesPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <Page title={t('app.devices.title')} back="/me">
      <p className={styles['hint']}>{t('app.devices.hint')}</p>
      <OwnDevices session={session} />
      {session.person.role === 'administrator' && <OthersDevices session={session} />}
    </Page>
  );
}

function OwnDevices({ session: { person, device } }: { session: Session }) {
  const { t } = useTranslation();
  const asked = useAsked(readOwnDevices);
  const { value: devices, again } = asked;
  return (
    <section className={styles['section']} aria-labelledby="own">
      <h2 id="own">{t('app.devices.own')}</h2>
      <AskedNote asked={asked} />
      {devices && (
        <DeviceList
          place={person.place}
          name={person.name}
          devices={devices}
          current={device.id}
          onChanged={() => void again()}
        />
      )}
    </section>
  );
}

function OthersDevices({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [place, choose] = useChosenPlace(session);
  return (
    <section className={styles['section']} aria-labelledby="others">
      <h2 id="others">{t('app.devices.others')}</h2>
      <PlaceChoice session={session} place={place} onChoose={choose} />
      <DevicesOf key={place} session={session} place={place} />
    </section>
  );
}

function DevicesOf({ session, place }: { session: Session; place: string }) {
  const { t } = useTranslation();
  const asked = useAsked(useCallback(() => readPeople(place), [place]));
  const { value: people, again } = asked;
  if (!people) return <AskedNote asked={asked} />;
  const others = people.filter(({ id, devices }) => id !== session.person.id && devices.length > 0);
  if (others.length === 0) return <p className={styles['hint']}>{t('app.devices.none')}</p>;
  return others.map(({ id, name, role, devices }) => (
    <section key={id} className={styles['section']} aria-label={name}>
      <p>
        {name} · {t(`notice.role.${role}`)}
      </p>
      <DeviceList
        place={place}
        name={name}
        devices={devices}
        current={session.device.id}
        onChanged={() => void again()}
      />
    </section>
  ));
}
