import { type ChangeEvent, useRef, useState } from 'react';
import {
  type BackupInFile,
  type BackupProblem,
  backupFileName,
  makeBackup,
  packBackup,
  type Restored,
  restoreBackup,
  unpackBackup,
  unsentFiles,
} from '../../device/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database, sendWaitingPhotographs, sendWaitingRecordings, syncNow } from '../device.ts';
import { useBackupReason } from '../hooks/use-backup-reason.ts';
import { useCalledFor } from '../hooks/use-called-for.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from '../pages/me-page.module.css';
import { saveFile } from '../save-file.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { HelpLink } from './help-link.tsx';
import { Icon } from './icon.tsx';
import { LeftByOthers } from './left-by-others.tsx';

/** All that is on this phone as one file, and such a file brought back. */
export function BackupCard({ session }: { session: Session }) {
  const { t } = useTranslation();
  const reason = useBackupReason();
  const card = useCalledFor('backup');
  return (
    <section ref={card} className={styles['card']} aria-labelledby="backup">
      <h2 id="backup">{t('app.backup.title')}</h2>
      {reason && <p className={styles['warning']}>{t(`app.backup.reason.${reason}`)}</p>}
      <p className={styles['hint']}>{t('app.backup.hint')}</p>
      <MakeBackup isWanted={reason !== undefined} />
      <RestoreBackup session={session} />
      <LeftByOthers person={session.person.id} />
      <HelpLink topic="backup" />
    </section>
  );
}

function MakeBackup({ isWanted }: { isWanted: boolean }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const [isMaking, setMaking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const make = async () => {
    setMaking(true);
    setFailed(false);
    try {
      const backup = await makeBackup(database, new Date());
      const packed = await packBackup(backup, unsentFiles(database));
      const made = new File([packed], backupFileName(backup), { type: packed.type });
      saveFile(made, made.name);
      setFile(made);
    } catch {
      // no room to note that it was made, or none for the file
      setFailed(true);
    }
    setMaking(false);
  };
  return (
    <>
      <Button
        weight={isWanted ? 'primary' : 'secondary'}
        disabled={isMaking}
        onClick={() => void make()}
      >
        <Icon name="download" />
        {isMaking ? t('app.backup.making') : t('app.backup.make')}
      </Button>
      {hasFailed && (
        <p className={styles['warning']} role="alert">
          {t('app.backup.failed')}
        </p>
      )}
      {file && <p role="status">{t('app.backup.made', { name: file.name })}</p>}
      {file && navigator.canShare?.({ files: [file] }) && <ShareFile file={file} />}
    </>
  );
}

function ShareFile({ file }: { file: File }) {
  const { t } = useTranslation();
  const share = async () => {
    try {
      await navigator.share({ files: [file] });
    } catch {
      // the person thought better of it; the file is saved already
    }
  };
  return (
    <Button weight="secondary" onClick={() => void share()}>
      <Icon name="share" />
      {t('app.backup.share')}
    </Button>
  );
}

/** What has come out of a file, and what was here already. */
function RestoredNote({ notices, steps, attachments, known }: Restored) {
  const { t } = useTranslation();
  const isNews = notices + steps + attachments > 0;
  return (
    <p role="status">
      {isNews && t('app.backup.restored', { notices, steps })}
      {attachments > 0 && t('app.backup.attachments', { count: attachments })}
      {isNews && known > 0 && t('app.backup.known', { count: known })}
      {!isNews && t('app.backup.nothingNew')}
    </p>
  );
}

function RestoreBackup({ session }: { session: Session }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<BackupProblem | 'not-restored'>();
  const [othersBackup, setOthersBackup] = useState<BackupInFile>();
  const [restored, setRestored] = useState<Restored>();
  const [isWorking, setWorking] = useState(false);

  const restore = async (backup: BackupInFile) => {
    setWorking(true);
    try {
      setRestored(await restoreBackup(database, backup));
      syncNow();
      sendWaitingPhotographs();
      sendWaitingRecordings();
    } catch {
      // it is all or nothing: the phone is as it was
      setProblem('not-restored');
    }
    setWorking(false);
    setOthersBackup(undefined);
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    setProblem(undefined);
    setRestored(undefined);
    if (!file) return;
    const unpacked = await unpackBackup(file);
    if (input.current) input.current.value = '';
    if (!unpacked.ok) setProblem(unpacked.problem);
    else if (unpacked.backup.person.id !== session.person.id) setOthersBackup(unpacked.backup);
    else await restore(unpacked.backup);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('app.backup.restore')}
        accept=".gz,.json,application/gzip,application/json"
        onChange={(event) => void choose(event)}
      />
      <Button weight="secondary" disabled={isWorking} onClick={() => input.current?.click()}>
        <Icon name="archive" />
        {t('app.backup.restore')}
      </Button>
      {problem && (
        <p className={styles['warning']} role="alert">
          {t(`app.backup.problem.${problem}`)}
        </p>
      )}
      {restored && <RestoredNote {...restored} />}
      {othersBackup && (
        <ConfirmDialog
          title={t('app.backup.othersTitle', { name: othersBackup.person.name })}
          action={t('app.backup.othersRestore')}
          isWorking={isWorking}
          onConfirm={() => void restore(othersBackup)}
          onCancel={() => setOthersBackup(undefined)}
        >
          <p>{t('app.backup.othersMeans', { name: othersBackup.person.name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
