import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import { composeDocument, lastRevision, type NoticeDocument } from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import { PosterPreview, type PosterStanding } from '../../poster/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { readKey, useStoredNotice } from '../hooks/use-device.ts';
import styles from './poster-page.module.css';

/** The notice as the A4 sheets that will hang, and the way to the printer. */
export default function PosterPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = useStoredNotice(village, code);
  if (stored === undefined) return null;
  const document = stored && documentOf(stored);
  if (stored === null || !document) return <MissingNotice />;
  return (
    <PosterView
      stored={stored}
      document={document}
      standing={standingOf(stored, session.publicUrl)}
    />
  );
}

function PosterView({
  stored,
  document,
  standing,
}: {
  stored: StoredNotice;
  document: NoticeDocument;
  standing: PosterStanding;
}) {
  const { t, i18n } = useTranslation();
  const [sheets, setSheets] = useState<number>();
  const isKnownOnline = (stored.base?.revisions.length ?? 0) === stored.head.revisions.length;
  return (
    <Page
      title={t('app.poster.title')}
      back={`/n/${stored.village}/${stored.code}`}
      aside={
        sheets !== undefined && (
          <span className={styles['count']}>{t('app.poster.sheets', { count: sheets })}</span>
        )
      }
      foot={
        <Button className={styles['print']} onClick={() => window.print()}>
          <Icon name="print" />
          {t('app.poster.print')}
        </Button>
      }
    >
      {standing.kind !== 'published' && <p className={styles['note']}>{t('app.poster.draft')}</p>}
      {standing.kind === 'published' && !isKnownOnline && (
        <p className={styles['note']}>{t('app.poster.offlineNote')}</p>
      )}
      <PosterPreview document={document} standing={standing} words={i18n} onLayout={setSheets} />
    </Page>
  );
}

/** The published words where the working copy is settled on them, else the draft's. */
function documentOf(stored: StoredNotice): NoticeDocument | undefined {
  if (stored.head.stage === 'settled' && stored.document) return stored.document;
  const { content } = stored.head;
  const template = templateOf(content.template, content.templateVersion);
  const place = placeOf(yimeiPlaces, stored.village);
  return template && place && composeDocument(template, content, place);
}

function standingOf(stored: StoredNotice, publicUrl: string): PosterStanding {
  const { stage, standing } = stored.head;
  if (stage !== 'settled') return { kind: stage };
  const revision = lastRevision(stored.head);
  if (standing === 'withdrawn' || !revision) return { kind: 'withdrawn' };
  return {
    kind: 'published',
    publicUrl,
    address: {
      village: stored.village,
      notice: stored.code,
      sheet: { revision: revision.revision, checkCode: revision.checkCode },
    },
  };
}
