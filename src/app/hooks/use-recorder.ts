import { useCallback, useEffect, useRef, useState } from 'react';
import {
  beginRecording,
  holdRecording,
  isStorageFull,
  keepPiece,
  makeRecording,
} from '../../device/index.ts';
import { type NoticeCode, RECORDING_LIMITS, type VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';
import { type RecorderTrouble, SoundRecorder } from '../sound-recorder.ts';

/** What is being read, and which of its revisions. */
export interface Read {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly revision: number;
}

export type RecorderState = 'idle' | 'starting' | 'recording' | 'paused' | 'ending';

/** A notice being recorded on this page: every second of it is kept on the phone as it comes. */
export function useRecorder({ village, notice, revision }: Read) {
  const [state, setState] = useState<RecorderState>('idle');
  const [seconds, setSeconds] = useState(0);
  const [level, setLevel] = useState(0);
  const [trouble, setTrouble] = useState<RecorderTrouble | 'storage'>();
  const current = useRef<SoundRecorder>(undefined);
  const end = useRef<() => void>(undefined);

  const start = useCallback(async () => {
    setTrouble(undefined);
    setState('starting');
    let id: string | undefined;
    let number = 0;
    // one after another, in the order of the sound
    let kept = Promise.resolve();
    const begun = Promise.withResolvers<string>();
    const recorder = await SoundRecorder.start({
      onPiece: (piece, length) => {
        const own = number;
        number += 1;
        kept = kept
          .then(async () => {
            const bytes = await piece.arrayBuffer();
            const recording = await begun.promise;
            await keepPiece(
              database,
              recording,
              { number: own, bytes, seconds: length },
              new Date(),
            );
          })
          .catch((error: unknown) => {
            setTrouble(isStorageFull(error) ? 'storage' : 'broken');
            current.current?.stop();
          });
        setSeconds(length);
        if (length >= RECORDING_LIMITS.seconds - 1) current.current?.stop();
      },
      onEnd: () => {
        setState('ending');
        end.current?.();
        void kept
          .then(async () => makeRecording(database, await begun.promise))
          .catch(() => setTrouble('storage'))
          .then(() => setState('idle'));
      },
    });
    if (typeof recorder === 'string') {
      setTrouble(recorder);
      setState('idle');
      return;
    }
    current.current = recorder;
    setSeconds(0);
    const stopWatching = recorder.watchLevel(setLevel);
    const letSleep = stayAwake();
    try {
      const of = { village, notice, revision, type: recorder.type };
      const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
      id = await beginRecording(database, of, { now: () => new Date(), randomBytes });
    } catch {
      // no room for even a line: nothing is recorded that could not be kept
      setTrouble('storage');
      stopWatching();
      letSleep();
      recorder.discard();
      setState('idle');
      return;
    }
    const release = holdRecording(id);
    end.current = () => {
      stopWatching();
      letSleep();
      release();
    };
    begun.resolve(id);
    setState('recording');
  }, [village, notice, revision]);

  // whoever leaves the page has finished
  useEffect(() => () => current.current?.stop(), []);

  return {
    state,
    seconds,
    level,
    trouble,
    start,
    pause: () => {
      current.current?.pause();
      setState('paused');
    },
    resume: () => {
      current.current?.resume();
      setState('recording');
    },
    stop: () => current.current?.stop(),
  };
}

/** Keeps the screen on where the browser can; a phone that sleeps hears nothing. */
function stayAwake(): () => void {
  const asked = navigator.wakeLock?.request('screen').catch(() => undefined);
  return () => void asked?.then((lock) => lock?.release());
}
