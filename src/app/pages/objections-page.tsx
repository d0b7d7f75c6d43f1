import { useState } from 'react';
import { useParams } from 'react-router';
import { mayHandleObjection } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { ObjectionCard } from '../components/objection-card.tsx';
import { ObjectionRecordForm } from '../components/objection-record-form.tsx';
import { Page } from '../components/page.tsx';
import { readKey } from '../hooks/use-device.ts';
import { useObjections, useUnsentObjections } from '../hooks/use-objections.ts';
import { useTranslation } from '../hooks/use-translation.ts';

/** What villagers said about one notice, what was answered, and what this person can do. */
export default function ObjectionsPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { village, code } = readKey(useParams());
  const objections = useObjections(village, code);
  const unsent = useUnsentObjections();
  const [isRecording, setRecording] = useState(false);
  if (!village || !code || !objections) return null;
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const mayRecord = mayHandleObjection(session.person.role, 'record', settings);
  return (
    <Page title={t('app.objection.title')} back={`/n/${village}/${code}`}>
      {objections.length === 0 && <p>{t('app.objection.none')}</p>}
      {objections.map((stored) => (
        <ObjectionCard
          key={stored.code}
          stored={stored}
          session={session}
          settings={settings}
          isUnsent={unsent?.has(stored.code) ?? false}
        />
      ))}
      {mayRecord && !isRecording && (
        <Button weight="secondary" onClick={() => setRecording(true)}>
          {t('app.objection.record')}
        </Button>
      )}
      {isRecording && (
        <ObjectionRecordForm village={village} notice={code} onDone={() => setRecording(false)} />
      )}
      <HelpLink topic="objections" />
    </Page>
  );
}
