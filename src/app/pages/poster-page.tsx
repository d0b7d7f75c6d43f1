import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { Catalogue } from '../../catalogue/index.ts';
import { templateOf } from '../../catalogue/templates/index.ts';
import {
  forgetPrinting,
  notePrinting,
  type PrintedRevision,
  type StoredNotice,
} from '../../device/index.ts';
import { composeDocument, lastRevision, type NoticeDocument } from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import { PosterPreview, type PosterStanding } from '../../poster/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { FontDialog } from '../components/font-dialog.tsx';
import { FontNote } from '../components/font-note.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { PosterFileDialog } from '../components/poster-file-dialog.tsx';
import { ReplaceSheets } from '../components/replace-sheets.tsx';
import { database } from '../device.ts';
import { undrawnInDocument } from '../font-places.ts';
import { readKey } from '../hooks/use-device.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { type SheetChoice, useSheetChoice } from '../hooks/use-sheet-choice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './poster-page.module.css';

/** The notice as the sheets that will hang, and the ways to paper. */
export default function PosterPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  const { catalogues } = useHeldReference();
  const document = stored && documentOf(stored, catalogues);
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
  const { t } = useTranslation();
  const [choice, choose] = useSheetChoice();
  const [sheets, setSheets] = useState<number>();
  const [isMakingFile, setMakingFile] = useState(false);
  const [noted, setNoted] = useState<{ id: number; revision: number }>();
  const poster = { document, standing, ...choice };
  const undrawn = useMemo(() => undrawnInDocument(document), [document]);
  /** What was asked for and waits until the person has read what would come out as boxes. */
  const [asked, setAsked] = useState<'print' | 'file'>();

  const note = async (way: PrintedRevision['way']): Promise<void> => {
    if (standing.kind !== 'published' || sheets === undefined) return;
    const { village, code: notice } = stored;
    const { revision } = standing.address.sheet;
    const at = new Date().toISOString();
    const printed = { village, notice, revision, at, way, sheets, paper: choice.paper };
    const id = await notePrinting(database, printed);
    if (way === 'printer') setNoted({ id, revision });
  };
  const takeBack = async (id: number): Promise<void> => {
    await forgetPrinting(database, id);
    setNoted(undefined);
  };
  const print = () => {
    window.print();
    void note('printer');
  };

  return (
    <Page
      title={t('app.poster.title')}
      back={`/n/${stored.village}/${stored.code}`}
      aside={
        sheets !== undefined && (
          <span className={styles['count']}>
            {t('app.poster.sheets', { count: sheets, paper: choice.paper })}
          </span>
        )
      }
      foot={
        <div className={styles['ways']}>
          {noted && (
            <PrintedNote revision={noted.revision} onTakeBack={() => void takeBack(noted.id)} />
          )}
          <Button onClick={() => (undrawn.length > 0 ? setAsked('print') : print())}>
            <Icon name="print" />
            {t('app.poster.print')}
          </Button>
          <Button
            weight="secondary"
            onClick={() => (undrawn.length > 0 ? setAsked('file') : setMakingFile(true))}
          >
            <Icon name="share" />
            {t('app.poster.file')}
          </Button>
        </div>
      }
    >
      <StandingNote stored={stored} standing={standing} />
      <FontNote undrawn={undrawn} />
      <ReplaceSheets stored={stored} />
      <Choices choice={choice} onChoose={choose} />
      <HelpLink topic="print" />
      <PosterPreview {...poster} onLayout={setSheets} />
      {asked && (
        <FontDialog
          undrawn={undrawn}
          onGoOn={() => (asked === 'print' ? print() : setMakingFile(true))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {isMakingFile && (
        <PosterFileDialog
          poster={poster}
          namesVillagers={namesVillagers(document)}
          onDelivered={(way) => void note(way)}
          onClose={() => setMakingFile(false)}
        />
      )}
    </Page>
  );
}

/** Nobody tells a page whether paper came out: it is noted as printed, and the person may deny it. */
function PrintedNote({ revision, onTakeBack }: { revision: number; onTakeBack: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={styles['noted']} role="status">
      <span>{t('app.poster.noted', { revision })}</span>
      <Button weight="quiet" onClick={onTakeBack}>
        {t('app.poster.notPrinted')}
      </Button>
    </p>
  );
}

function StandingNote({ stored, standing }: { stored: StoredNotice; standing: PosterStanding }) {
  const { t } = useTranslation();
  const isKnownOnline = (stored.base?.revisions.length ?? 0) === stored.head.revisions.length;
  if (standing.kind !== 'published') {
    return <p className={styles['note']}>{t(`app.poster.${standing.kind}`)}</p>;
  }
  if (isKnownOnline) return null;
  return <p className={styles['note']}>{t('app.poster.offlineNote')}</p>;
}

function Choices({
  choice,
  onChoose,
}: {
  choice: SheetChoice;
  onChoose: (choice: SheetChoice) => void;
}) {
  const { t } = useTranslation();
  return (
    <details className={styles['choices']}>
      <summary>
        {t('app.poster.chosen', { type: t(`app.poster.${choice.type}`), paper: choice.paper })}
      </summary>
      <ChoiceGroup
        legend={t('app.poster.type')}
        value={choice.type}
        choices={[
          { value: 'normal', label: t('app.poster.normal') },
          { value: 'large', label: t('app.poster.large') },
        ]}
        onChoose={(type) => onChoose({ ...choice, type })}
      />
      <ChoiceGroup
        legend={t('app.poster.paper')}
        value={choice.paper}
        choices={[
          { value: 'A4', label: 'A4' },
          { value: 'A3', label: 'A3' },
        ]}
        onChoose={(paper) => onChoose({ ...choice, paper })}
      />
    </details>
  );
}

function namesVillagers(document: NoticeDocument): boolean {
  return document.blocks.some(
    (block) => block.kind === 'table' && block.columns.some((column) => column.sensitive),
  );
}

/** The published words where the working copy is settled on them, else the draft's. */
function documentOf(
  stored: StoredNotice,
  catalogues: readonly Catalogue[],
): NoticeDocument | undefined {
  if (stored.head.stage === 'settled' && stored.document) return stored.document;
  const { content } = stored.head;
  const template = templateOf(content.template, content.templateVersion, catalogues);
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
