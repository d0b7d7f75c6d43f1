import { useParams } from 'react-router';
import type { StoredNotice } from '../../device/index.ts';
import { lastRevision, listsPersons, mayAct, type NoticeDocument } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { spokenPassages } from '../../public-pages/ear/index.ts';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { RecordingCard } from '../components/recording-card.tsx';
import { RecordingDesk } from '../components/recording-desk.tsx';
import { RecordingsHeld } from '../components/recordings-held.tsx';
import { readKey } from '../hooks/use-device.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useRecordings } from '../hooks/use-recordings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './recording-page.module.css';

/** Reading a published notice aloud for those who would rather hear it. */
export default function RecordingPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  if (stored === null) return <MissingNotice />;
  return <RecordingView stored={stored} session={session} />;
}

function RecordingView({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const { head, village, code, document } = stored;
  const recordings = useRecordings(village, code);
  const sheet = lastRevision(head);
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const mayRecord = mayAct(session.person.role, 'post', settings);
  const isOpen = head.standing === 'published';
  if (!recordings) return null;
  const done = recordings.filter(({ state }) => state === 'uploaded').map(({ id }) => id);
  return (
    <Page
      title={t('app.recording.title')}
      back={`/n/${village}/${code}`}
      foot={
        sheet &&
        document &&
        mayRecord &&
        isOpen && (
          <RecordingDesk
            read={{ village, notice: code, revision: sheet.revision }}
            isAgain={recordings.some(({ revision }) => revision === sheet.revision)}
          />
        )
      }
    >
      {(!sheet || !document) && <p className={styles['note']}>{t('app.recording.notPublished')}</p>}
      {sheet && document && (
        <>
          <div className={styles['intro']}>
            <h2>{document.title}</h2>
            <p className={styles['hint']}>{t('app.recording.intro')}</p>
            {namesVillagers(document) && (
              <p className={styles['hint']}>{t('app.recording.persons')}</p>
            )}
          </div>
          {recordings.map((recording) => (
            <RecordingCard
              key={recording.id}
              recording={recording}
              title={document.title}
              revisions={sheet.revision}
            />
          ))}
          <RecordingsHeld
            // what has just arrived makes it ask anew
            key={done.join()}
            village={village}
            notice={code}
            revision={sheet.revision}
            mayRemove={mayRecord}
          />
          <Words document={document} />
        </>
      )}
    </Page>
  );
}

/** What is to be read, in sentences, as large as one reads with a phone at arm's length. */
function Words({ document }: { document: NoticeDocument }) {
  const { t } = useTranslation();
  return (
    <section className={styles['words']} aria-labelledby="words">
      <h2 id="words">{t('app.recording.words')}</h2>
      <div lang="zh-CN">
        {spokenPassages(document, 'whole').map((passage) => (
          <p key={passage}>{withWholeNumbers(passage)}</p>
        ))}
      </div>
    </section>
  );
}

/** Telephone numbers do not break at their hyphen. */
function withWholeNumbers(passage: string): string {
  return passage.replace(/(?<=\d)-(?=\d)/g, '\u2011');
}

function namesVillagers({ blocks }: NoticeDocument): boolean {
  return blocks.some((block) => block.kind === 'table' && listsPersons(block));
}
