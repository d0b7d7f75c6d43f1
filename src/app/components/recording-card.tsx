import { createElement } from 'react';
import type { StoredRecording } from '../../device/index.ts';
import { SOUND_TYPES, soundTypeOf, writeBytes, writeSeconds } from '../../notice/index.ts';
import { discardRecording, sendRecording, useSoundAddress } from '../hooks/use-recordings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './recording-card.module.css';

/** A recording on this phone: hear it, choose it, take it along; and how far it has been sent. */
export function RecordingCard({
  recording,
  title,
  revisions,
}: {
  recording: StoredRecording;
  title: string;
  /** How many were published. */
  revisions: number;
}) {
  const { t } = useTranslation();
  const src = useSoundAddress(recording);
  const { id, state, seconds, revision, sound, sent } = recording;
  const type = sound && soundTypeOf(new Uint8Array(sound));
  const isOld = revision < revisions;
  const size = sound?.byteLength ?? 0;
  const share = size === 0 ? 0 : Math.floor((100 * sent) / size);
  if (state === 'recording') return null;
  return (
    <article className={styles['card']}>
      <p>
        {t('app.recording.of', {
          revision,
          length: writeSeconds(seconds),
          size: writeBytes(size),
        })}
      </p>
      {isOld && <p className={styles['old']}>{t('app.recording.old', { revisions })}</p>}
      {/* no captions: the words that are read stand on this very page */}
      {src &&
        createElement('audio', {
          className: styles['sound'],
          controls: true,
          src,
          'aria-label': t('app.recording.hear'),
        })}
      {state === 'made' && !isOld && <p className={styles['hint']}>{t('app.recording.listen')}</p>}
      {state === 'waiting' && (
        <label className={styles['progress']}>
          <progress max={100} value={share} />
          {t('app.recording.waiting', { share })}
        </label>
      )}
      {state === 'uploaded' && !isOld && (
        <p className={styles['done']} role="status">
          {t('app.recording.uploaded')}
        </p>
      )}
      {state === 'refused' && (
        <p className={styles['trouble']} role="alert">
          {t('app.recording.refused')}
        </p>
      )}
      <div className={styles['buttons']}>
        {state === 'made' && !isOld && (
          <Button onClick={() => void sendRecording(id)}>{t('app.recording.use')}</Button>
        )}
        {src && (
          <a
            className={styles['save']}
            href={src}
            download={`${title}.${type ? SOUND_TYPES[type] : 'webm'}`}
          >
            {t('app.recording.save')}
          </a>
        )}
        {(state === 'made' || state === 'refused') && (
          <Button weight="quiet" onClick={() => void discardRecording(id)}>
            {t('app.recording.drop')}
          </Button>
        )}
      </div>
    </article>
  );
}
