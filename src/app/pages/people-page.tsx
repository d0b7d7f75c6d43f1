import { type ReactNode, useCallback, useState } from 'react';
import { invitePerson, type PeopleTrouble, readPeople, removePerson } from '../../device/index.ts';
import type { PersonWithDevices, Session } from '../../protocol/index.ts';
import { AddPersonDialog } from '../components/add-person-dialog.tsx';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { InvitationDialog } from '../components/invitation-dialog.tsx';
import { OnePersonSetting } from '../components/one-person-setting.tsx';
import { Page } from '../components/page.tsx';
import styles from '../components/people.module.css';
import { AskedNote, PeopleTroubleNote } from '../components/people-trouble.tsx';
import { PersonCard } from '../components/person-card.tsx';
import { PlaceChoice } from '../components/place-choice.tsx';
import { useChosenPlace } from '../hooks/use-chosen-place.ts';
import { useAsked } from '../hooks/use-people.ts';
import { usePlaceName } from '../hooks/use-place-name.ts';
import { useTranslation } from '../hooks/use-translation.ts';

type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'link'; readonly name: string; readonly link: string }
  | { readonly kind: 'remove'; readonly person: PersonWithDevices };

/** Who works for a place, for the district's administrator: add, invite, remove. */
export default function PeoplePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [place, choose] = useChosenPlace(session);
  const village = session.villages.find(({ code }) => code === place);
  return (
    <Page title={t('app.people.title')} back="/me">
      <PlaceChoice session={session} place={place} onChoose={choose} />
      <PeopleOf key={place} session={session} place={place}>
        {village && <OnePersonSetting village={village} />}
      </PeopleOf>
    </Page>
  );
}

function PeopleOf({
  session,
  place,
  children,
}: {
  session: Session;
  place: string;
  /** What follows once the people stand there, or cannot be had. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const placeName = usePlaceName(session)(place);
  const asked = useAsked(useCallback(() => readPeople(place), [place]));
  const { value: people, trouble, again } = asked;
  const [opened, setOpened] = useState<Opened>();
  const [isWorking, setWorking] = useState(false);
  const [failed, setFailed] = useState<PeopleTrouble>();
  const close = () => setOpened(undefined);

  const inviteAnew = async ({ id, name }: PersonWithDevices) => {
    setWorking(true);
    const answer = await invitePerson({ place, person: id });
    setWorking(false);
    setFailed(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setOpened({ kind: 'link', name, link: answer.value.link });
  };

  return (
    <>
      <section className={styles['section']} aria-labelledby="people">
        <h2 id="people">{t('app.people.of', { place: placeName })}</h2>
        <AskedNote asked={asked} />
        {failed && <PeopleTroubleNote trouble={failed} />}
        {people?.length === 0 && <p className={styles['hint']}>{t('app.people.nobody')}</p>}
        {people && (
          <>
            <div className={styles['list']}>
              {people.map((person) => (
                <PersonCard
                  key={person.id}
                  person={person}
                  isOneself={person.id === session.person.id}
                  isWorking={isWorking}
                  onInvite={() => void inviteAnew(person)}
                  onRemove={() => setOpened({ kind: 'remove', person })}
                />
              ))}
            </div>
            <Button onClick={() => setOpened({ kind: 'add' })}>
              <Icon name="plus" isSmall />
              {t('app.people.add')}
            </Button>
          </>
        )}
        {opened?.kind === 'add' && (
          <AddPersonDialog
            place={place}
            placeName={placeName}
            onAdded={(name, link) => {
              setOpened({ kind: 'link', name, link });
              void again();
            }}
            onCancel={close}
          />
        )}
        {opened?.kind === 'link' && (
          <InvitationDialog name={opened.name} link={opened.link} onClose={close} />
        )}
        {opened?.kind === 'remove' && (
          <RemoveDialog
            person={opened.person}
            onDone={() => {
              close();
              void again();
            }}
            onCancel={close}
          />
        )}
      </section>
      {(people || trouble) && children}
    </>
  );
}

function RemoveDialog({
  person: { place, id, name },
  onDone,
  onCancel,
}: {
  person: PersonWithDevices;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<PeopleTrouble>();
  const remove = async () => {
    setWorking(true);
    const answer = await removePerson({ place, person: id });
    setWorking(false);
    // one that is gone already is as it was wanted
    if (answer.ok || answer.trouble === 'gone') onDone();
    else setTrouble(answer.trouble);
  };
  return (
    <ConfirmDialog
      title={t('app.people.removeTitle', { name })}
      action={t('app.people.remove')}
      isWorking={isWorking}
      onConfirm={() => void remove()}
      onCancel={onCancel}
    >
      <p>{t('app.people.removeMeans')}</p>
      {trouble && <PeopleTroubleNote trouble={trouble} />}
    </ConfirmDialog>
  );
}
