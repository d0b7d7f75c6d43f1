import { useCallback, useEffect, useState } from 'react';
import { DAY_BYTES, type StorageReading } from '../../device/index.ts';
import { whenCalm } from '../calm.ts';
import { database } from '../database.ts';
import { hasRoomFor } from '../has-room-for.ts';

/** What the browser tells of its storage; undefined until it has, and where it does not. */
export function useStorage(): {
  readonly reading: StorageReading | undefined;
  /** Asks the browser to keep what is here for good; some browsers ask the person. */
  readonly askToPersist: () => Promise<void>;
} {
  const [reading, setReading] = useState<StorageReading>();
  const [hasRoomForADay, setRoom] = useState<boolean>();
  useEffect(() => {
    readStorage().then(setReading).catch(reportError);
    whenCalm()
      .then(() => hasRoomFor(DAY_BYTES))
      .then(setRoom)
      .catch(reportError);
  }, []);
  const askToPersist = useCallback(async () => {
    await navigator.storage.persist();
    await database.keep('persistenceAskedAt', new Date().toISOString());
    setReading(await readStorage());
  }, []);
  return { reading: reading && { ...reading, hasRoomForADay }, askToPersist };
}

/** Undefined where the browser does not tell (an address without https). */
async function readStorage(): Promise<StorageReading | undefined> {
  if (!navigator.storage?.estimate) return undefined;
  const [estimate, isPersisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return {
    usage: estimate.usage ?? 0,
    quota: estimate.quota ?? 0,
    isPersisted,
    isInstalled: window.matchMedia('(display-mode: standalone)').matches,
    isWebKit: isWebKit(navigator),
  };
}

/** An iPad calls itself a Mac, but has a screen to touch; Chrome and Edge call themselves Safari too. */
function isWebKit({ userAgent, maxTouchPoints }: Navigator): boolean {
  if (/iPhone|iPad|iPod/.test(userAgent)) return true;
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return true;
  return /Safari/.test(userAgent) && !/Chrom|Android/.test(userAgent);
}
