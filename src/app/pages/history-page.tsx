import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { StoredNotice } from '../../device/index.ts';
import { contentDigest, mayAct, mayWaive, withWaiversOf } from '../../notice/index.ts';
import type { KeptVersion, Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { VersionCard } from '../components/version-card.tsx';
import { history, store, syncNow } from '../device.ts';
import { readKey } from '../hooks/use-device.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useVersionStories } from '../hooks/use-version-stories.ts';
import { useVersions } from '../hooks/use-versions.ts';
import styles from './history-page.module.css';

/** Who changed what in a notice and when; any version can be brought back as a new one. */
export default function HistoryPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  if (stored === null) return <MissingNotice />;
  return <History stored={stored} session={session} />;
}

function History({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const { village, code, head } = stored;
  const { read, trouble, isReading, askAgain } = useVersions(village, code);
  const stories = useVersionStories(village, read?.versions);
  const [wanted, setWanted] = useState<KeptVersion>();
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [broughtBack, setBroughtBack] = useState<KeptVersion>();
  const settings = session.villages.find((one) => one.code === village);
  const mayWrite = settings !== undefined && mayAct(session.person.role, 'save', settings);
  const path = `/n/${village}/${code}`;
  const now = contentDigest(head.content);
  // the oldest one told shows what it changed once the one before it is here too
  const shown = read?.before === undefined ? stories : stories.slice(0, -1);

  const bringBack = async (version: KeptVersion) => {
    setWorking(true);
    setFailed(false);
    setBroughtBack(undefined);
    try {
      const { content } = version;
      const decides = settings !== undefined && mayWaive(session.person.role, settings);
      const wanted = decides ? content : withWaiversOf(content, head.content);
      const stored = await store.save(village, code, wanted);
      await history.record(village, code, head.content, stored.head.content);
      setBroughtBack(version);
      syncNow();
    } catch {
      // the phone is full: nothing has changed
      setFailed(true);
    }
    setWanted(undefined);
    setWorking(false);
  };

  return (
    <Page title={t('app.history.title')} back={path}>
      {trouble && (
        <p className={styles['trouble']} role="alert">
          {t(`app.history.${trouble}`)}
        </p>
      )}
      {hasFailed && (
        <p className={styles['trouble']} role="alert">
          {t('app.edit.failed')}
        </p>
      )}
      {broughtBack && <BroughtBack version={broughtBack} path={path} />}
      {read && read.versions.length === 0 && <p>{t('app.history.none')}</p>}
      {shown.map((story) => (
        <VersionCard
          key={story.version.version}
          story={story}
          revision={
            head.revisions.find(({ version }) => version === story.version.version)?.revision
          }
          onBringBack={
            mayWrite && contentDigest(story.version.content) !== now
              ? () => setWanted(story.version)
              : undefined
          }
        />
      ))}
      {isReading && <p role="status">{t('app.history.reading')}</p>}
      {!isReading && (trouble || read?.before !== undefined) && (
        <Button weight="secondary" onClick={askAgain}>
          {trouble ? t('app.history.again') : t('app.history.older')}
        </Button>
      )}
      {wanted && (
        <ConfirmDialog
          title={t('app.history.bringBackTitle', { number: wanted.version })}
          action={t('app.history.bringBackNow')}
          isWorking={isWorking}
          onConfirm={() => void bringBack(wanted)}
          onCancel={() => setWanted(undefined)}
        >
          <p>{t('app.history.bringBackMeans')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

/** What has been brought back and is durable, shown where the page begins, since the tap was far down. */
function BroughtBack({ version, path }: { version: KeptVersion; path: string }) {
  const { t } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={note} tabIndex={-1} className={styles['done']} role="status">
      <p>{t('app.history.broughtBack', { number: version.version })}</p>
      <LinkButton to={path}>{t('app.history.openNotice')}</LinkButton>
    </div>
  );
}
