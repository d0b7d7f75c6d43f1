import { useCallback, useState } from 'react';
import { type PeopleTrouble, readPageSettings } from '../../device/index.ts';
import type { PageSettings, Session } from '../../protocol/index.ts';
import { Page } from '../components/page.tsx';
import { AskedNote, PeopleTroubleNote } from '../components/people-trouble.tsx';
import { PlaceChoice } from '../components/place-choice.tsx';
import { SettingsForm } from '../components/settings-form.tsx';
import { useChosenPlace } from '../hooks/use-chosen-place.ts';
import { useAsked } from '../hooks/use-people.ts';
import { usePlaceName } from '../hooks/use-place-name.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { savePageSettings } from '../save-page-settings.ts';
import styles from './settings-page.module.css';

/** How villages' public pages show their notices, for the district's administrator. */
export default function SettingsPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [place, choose] = useChosenPlace(session);
  return (
    <Page title={t('app.settings.title')} back="/me">
      <PlaceChoice session={session} place={place} onChoose={choose} />
      <SettingsOf key={place} session={session} place={place} />
    </Page>
  );
}

function SettingsOf({ session, place }: { session: Session; place: string }) {
  const { t } = useTranslation();
  const placeName = usePlaceName(session)(place);
  const ask = useCallback(() => readPageSettings(place), [place]);
  const asked = useAsked(ask);
  const { value: told, again } = asked;
  const [outcome, setOutcome] = useState<PeopleTrouble | 'saved'>();
  const [isSaving, setSaving] = useState(false);
  const save = async (change: Partial<PageSettings>) => {
    setSaving(true);
    setOutcome(undefined);
    const answer = await savePageSettings(place, change);
    if (answer.ok) await again();
    setSaving(false);
    setOutcome(answer.ok ? 'saved' : answer.trouble);
  };
  return (
    <section className={styles['card']} aria-labelledby="settings">
      <h2 id="settings">{t('app.settings.of', { place: placeName })}</h2>
      <AskedNote asked={asked} />
      {told && told.villages > 1 && (
        <p className={styles['hint']}>{t('app.settings.forAll', { count: told.villages })}</p>
      )}
      {told && (
        <SettingsForm
          // what was saved is the new ground to change from
          key={JSON.stringify(told)}
          told={told}
          isSaving={isSaving}
          onSave={(change) => void save(change)}
        />
      )}
      {outcome === 'saved' && (
        <p className={styles['done']} role="status">
          {t('app.settings.saved')}
        </p>
      )}
      {outcome && outcome !== 'saved' && <PeopleTroubleNote trouble={outcome} />}
    </section>
  );
}
