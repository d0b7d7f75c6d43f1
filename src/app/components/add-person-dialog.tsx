import { useState } from 'react';
import { addPerson, type PeopleTrouble } from '../../device/index.ts';
import { rolesOf } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { ChoiceGroup } from './choice-group.tsx';
import field from './field.module.css';
import { FormModal } from './modal.tsx';
import { PeopleTroubleNote } from './people-trouble.tsx';

/** Asks who is to be added to a place, adds them, and hands on the link for their phone. */
export function AddPersonDialog({
  place,
  placeName,
  onAdded,
  onCancel,
}: {
  place: string;
  placeName: string;
  onAdded: (name: string, link: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const roles = rolesOf(place);
  const [name, setName] = useState('');
  const [role, setRole] = useState(roles[0] ?? 'drafter');
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<PeopleTrouble>();

  const add = async () => {
    if (name.trim() === '') return;
    setWorking(true);
    const answer = await addPerson({ place, name: name.trim(), role });
    setWorking(false);
    if (answer.ok) onAdded(name.trim(), answer.value.link);
    else setTrouble(answer.trouble);
  };

  return (
    <FormModal
      title={t('app.people.addTo', { place: placeName })}
      action={t('app.people.addDone')}
      isWorking={isWorking}
      onGive={() => void add()}
      onCancel={onCancel}
    >
      <label className={field['field']}>
        <span className={field['label']}>{t('app.people.name')}</span>
        <input
          className={field['input']}
          value={name}
          required
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <ChoiceGroup
        legend={t('app.people.role')}
        value={role}
        choices={roles.map((value) => ({ value, label: t(`notice.role.${value}`) }))}
        onChoose={setRole}
      />
      <p className={field['help']}>{t(`app.people.may.${role}`)}</p>
      {trouble && <PeopleTroubleNote trouble={trouble} />}
    </FormModal>
  );
}
