import { useEffect, useRef, useState } from 'react';
import { canShareFiles, type PosterProps, saveFiles, shareFiles } from '../../poster/index.ts';
import { type FileWay, usePosterFiles } from '../hooks/use-poster-files.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import dialogStyles from './dialog.module.css';
import { Icon } from './icon.tsx';
import styles from './poster-file-dialog.module.css';

/** Makes the poster a PDF file or pictures on this phone, and hands them on or saves them. */
export function PosterFileDialog({
  poster,
  namesVillagers,
  onDelivered,
  onClose,
}: {
  poster: PosterProps;
  /** Whether the sheets name villagers, which a group chat is no place for. */
  namesVillagers: boolean;
  onDelivered: (way: FileWay) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const { making, make, giveUp } = usePosterFiles(poster);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={dialogStyles['dialog']}
      onClose={onClose}
      aria-labelledby="poster-file"
    >
      <div className={dialogStyles['body']}>
        <h2 id="poster-file">{t('app.poster.file')}</h2>
        {making.step === 'idle' && <Choices onChoose={(way) => void make(way)} />}
        {making.step === 'making' && (
          <Progress done={making.done} count={making.count} onGiveUp={giveUp} />
        )}
        {making.step === 'made' && (
          <Delivery
            files={making.files}
            onDelivered={() => onDelivered(making.way)}
            namesVillagers={namesVillagers}
          />
        )}
        {making.step === 'failed' && (
          <>
            <p role="alert">{t('app.poster.fileFailed')}</p>
            <Button weight="secondary" onClick={() => void make(making.way)}>
              {t('app.poster.fileAgain')}
            </Button>
          </>
        )}
        {making.step !== 'making' && (
          <Button weight="quiet" onClick={() => dialog.current?.close()}>
            {t('app.poster.fileClose')}
          </Button>
        )}
      </div>
    </dialog>
  );
}

function Choices({ onChoose }: { onChoose: (way: FileWay) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['choices']}>
      {(['pdf', 'images'] as const).map((way) => (
        <li key={way}>
          <Button weight="secondary" onClick={() => onChoose(way)}>
            {t(`app.poster.as.${way}`)}
          </Button>
          <p>{t(`app.poster.asHint.${way}`)}</p>
        </li>
      ))}
    </ul>
  );
}

function Progress({
  done,
  count,
  onGiveUp,
}: {
  done: number;
  count: number | undefined;
  onGiveUp: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <label className={styles['progress']}>
        <span role="status">
          {count === undefined
            ? t('app.poster.making')
            : t('app.poster.makingSheet', { done, count })}
        </span>
        <progress {...(count === undefined ? {} : { max: count, value: done })} />
      </label>
      <Button weight="secondary" onClick={onGiveUp}>
        {t('app.poster.giveUp')}
      </Button>
    </>
  );
}

function Delivery({
  files,
  onDelivered,
  namesVillagers,
}: {
  files: readonly File[];
  onDelivered: () => void;
  namesVillagers: boolean;
}) {
  const { t, i18n } = useTranslation();
  const [outcome, setOutcome] = useState<'shared' | 'saved' | 'refused'>();
  const mayShare = canShareFiles(files);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const megabytes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    Math.max(0.1, bytes / 1_000_000),
  );
  const share = async () => {
    const answer = await shareFiles(files);
    if (answer === 'cancelled') return;
    setOutcome(answer);
    if (answer === 'shared') onDelivered();
  };
  const save = async () => {
    await saveFiles(files);
    setOutcome('saved');
    onDelivered();
  };
  return (
    <>
      <p role="status">{t('app.poster.made', { count: files.length, size: megabytes })}</p>
      {namesVillagers && <p className={styles['warning']}>{t('app.poster.fileNames')}</p>}
      {mayShare && (
        <Button onClick={() => void share()}>
          <Icon name="share" />
          {t('app.poster.share')}
        </Button>
      )}
      <Button weight={mayShare ? 'secondary' : 'primary'} onClick={() => void save()}>
        <Icon name="download" />
        {t('app.poster.save')}
      </Button>
      {outcome && (
        <p className={styles['outcome']} role="status">
          {t(`app.poster.outcome.${outcome}`)}
        </p>
      )}
    </>
  );
}
