import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { readFrame } from '../read-code.ts';
import { Button } from './button.tsx';
import styles from './code-scanner.module.css';

/** Why there is no picture from a camera. */
type CameraTrouble = 'denied' | 'none' | 'insecure' | 'broken';

/** A slow phone needs the time between two looks for drawing the picture. */
const BETWEEN_MILLISECONDS = 120;

/** Looks through the camera until it reads a code, and tells what the codes say. */
export function CodeScanner({
  onRead,
  onClose,
}: {
  onRead: (texts: readonly string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onRead);
  told.current = onRead;
  const [trouble, setTrouble] = useState<CameraTrouble>();

  useEffect(() => {
    const screen = video.current;
    if (!screen) return;
    const stop = new AbortController();
    watch(screen, stop.signal).then(
      (texts) => texts && told.current(texts),
      (reason: unknown) => setTrouble(troubleOf(reason)),
    );
    return () => stop.abort();
  }, []);

  return (
    <div className={styles['scanner']}>
      <div className={styles['screen']} hidden={trouble !== undefined}>
        <video ref={video} playsInline muted aria-label={t('app.check.camera')} />
        <span className={styles['frame']} aria-hidden="true" />
      </div>
      {trouble ? (
        <p className={styles['trouble']} role="alert">
          {t(`app.check.trouble.${trouble}`)}
        </p>
      ) : (
        <p>{t('app.check.aim')}</p>
      )}
      <Button weight="secondary" onClick={onClose}>
        {t('app.check.stop')}
      </Button>
    </div>
  );
}

/** Shows the camera's picture until a code is read; undefined where it was stopped before. */
async function watch(
  screen: HTMLVideoElement,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  if (!navigator.mediaDevices) throw new DOMException('no camera here', 'SecurityError');
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
  });
  try {
    screen.srcObject = stream;
    await screen.play();
    while (!signal.aborted) {
      const texts = await readFrame(screen);
      if (texts.length > 0 && !signal.aborted) return texts;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MILLISECONDS));
    }
    return undefined;
  } catch (reason) {
    if (signal.aborted) return undefined;
    throw reason;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    screen.srcObject = null;
  }
}

function troubleOf(reason: unknown): CameraTrouble {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'SecurityError' ? 'insecure' : 'broken';
}
