import { type FormEvent, useEffect, useRef, useState } from 'react';
import { addPerson, type PeopleTrouble } from '../../device/index.ts';
import { rolesOf } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const roles = rolesOf(place);
  const [name, setName] = useState('');
  const [role, setRole] = useState(roles[0] ?? 'drafter');
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<PeopleTrouble>();
  useEffect(() => dialog.current?.showModal(), []);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setWorking(true);
    const answer = await addPerson({ place, name: name.trim(), role });
    setWorking(false);
    if (answer.ok) onAdded(name.trim(), answer.value.link);
    else setTrouble(answer.trouble);
  };

  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="add">
      <form onSubmit={(event) => void add(event)} className={styles['body']}>
        <h2 id="add">{t('app.people.addTo', { place: placeName })}</h2>
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
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.people.cancel')}
          </Button>
          <Button type="submit" disabled={isWorking}>
            {t('app.people.addDone')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
