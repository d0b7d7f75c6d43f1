import { useEffect, useRef } from 'react';
import { RECORDING_LIMITS, writeSeconds } from '../../notice/index.ts';
import { type Read, useRecorder } from '../hooks/use-recorder.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './recording-desk.module.css';

/** Where a notice is read aloud: start, rest, go on, finish; and whether the phone hears anything. */
export function RecordingDesk({ read, isAgain }: { read: Read; isAgain: boolean }) {
  const { t } = useTranslation();
  const { state, seconds, level, trouble, start, pause, resume, stop } = useRecorder(read);
  const before = useRef(state);
  useEffect(() => {
    // what was made stands above the words
    if (before.current === 'ending' && state === 'idle') window.scrollTo({ top: 0 });
    before.current = state;
  }, [state]);
  const isUnderWay = state === 'recording' || state === 'paused';
  return (
    <section className={styles['desk']} aria-label={t('app.recording.title')}>
      {isUnderWay && (
        <p className={styles['clock']}>
          <span className={state === 'recording' ? styles['on'] : styles['rests']}>
            {t(state === 'recording' ? 'app.recording.recording' : 'app.recording.paused')}
          </span>
          <span className={styles['time']} role="timer">
            {writeSeconds(seconds)}
          </span>
          <span className={styles['most']}>
            {t('app.recording.most', { length: writeSeconds(RECORDING_LIMITS.seconds) })}
          </span>
          {state === 'recording' && (
            <meter
              className={styles['level']}
              max={1}
              value={level}
              aria-label={t('app.recording.level')}
            />
          )}
        </p>
      )}
      {trouble && (
        <p className={styles['trouble']} role="alert">
          {t(`app.recording.trouble.${trouble}`)}
        </p>
      )}
      <div className={styles['buttons']}>
        {!isUnderWay && (
          <Button
            weight={isAgain ? 'secondary' : 'primary'}
            disabled={state !== 'idle'}
            onClick={() => void start()}
          >
            <Icon name="microphone" />
            {isAgain ? t('app.recording.again') : t('app.recording.start')}
          </Button>
        )}
        {state === 'recording' && (
          <Button weight="secondary" onClick={pause}>
            {t('app.recording.pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button weight="secondary" onClick={resume}>
            {t('app.recording.resume')}
          </Button>
        )}
        {isUnderWay && <Button onClick={stop}>{t('app.recording.stop')}</Button>}
      </div>
    </section>
  );
}
