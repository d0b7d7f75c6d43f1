import type { SyncState } from './database.ts';

/**
 * Whether what is on the phone is safe there, decided from what the browser tells. Pure: the page
 * asks the browser and the person.
 */

/** What a browser tells of its storage, in bytes (`navigator.storage`), and how the app runs. */
export interface StorageReading {
  readonly usage: number;
  readonly quota: number;
  /** Whether it would give what a day needs (`DAY_BYTES`); undefined where that is not known. */
  readonly hasRoomForADay?: boolean | undefined;
  readonly isPersisted: boolean;
  /** On the home screen, in a window of its own. */
  readonly isInstalled: boolean;
  /** Safari, or a browser on iPhone or iPad: sites not used for seven days are cleared there. */
  readonly isWebKit: boolean;
}

export type StorageAdvice =
  /** Less is free than a day in the field needs. */
  | 'nearly-full'
  /** So little room is given to private windows, which forget everything when they close. */
  | 'private-window'
  /** All is cleared when the app is not opened for seven days; not so on the home screen. */
  | 'cleared-after-a-week'
  /** The browser may clear it when the phone gets full. */
  | 'may-be-cleared';

const MEGABYTE = 1_000_000;
/** Twenty notices with two photographs each, kept twice while they are written. */
export const DAY_BYTES = 30 * MEGABYTE;
/** Ordinary windows are given a share of the disk, far above this. */
const PRIVATE_WINDOW_BYTES = 150 * MEGABYTE;
const ASK_AGAIN_DAYS = 30;
/** Work that waited so long, or a file that is so old, calls for a backup. */
const LONG_WAIT_DAYS = 3;

/** What to tell the person about the storage, the most urgent first; empty when all is well. */
export function storageAdvice(reading: StorageReading): readonly StorageAdvice[] {
  const advice: StorageAdvice[] = [];
  const isShort = reading.hasRoomForADay === false || reading.quota - reading.usage < DAY_BYTES;
  if (isShort) advice.push('nearly-full');
  if (reading.quota < PRIVATE_WINDOW_BYTES) advice.push('private-window');
  if (reading.isWebKit && !reading.isInstalled) advice.push('cleared-after-a-week');
  else if (!reading.isPersisted) advice.push('may-be-cleared');
  return advice;
}

/**
 * Whether to ask the browser to keep the storage for good: once there is something to lose, since
 * some browsers ask the person, and not again for a month after a no. Instants are ISO.
 */
export function shouldAskToPersist(
  reading: Pick<StorageReading, 'isPersisted'>,
  hasWork: boolean,
  askedAt: string | undefined,
  now: Date,
): boolean {
  if (reading.isPersisted || !hasWork) return false;
  return askedAt === undefined || daysBetween(askedAt, now) >= ASK_AGAIN_DAYS;
}

export type BackupReason = 'device-revoked' | 'waited-long' | 'nearly-full';

/**
 * Why a backup should be offered now, unless one was made since: the server knows this device no
 * more, work has waited for days, or the storage may give out. Instants are ISO.
 */
export function backupReason(
  trouble: SyncState['trouble'],
  oldestWaitingAt: string | undefined,
  backedUpAt: string | undefined,
  now: Date,
): BackupReason | undefined {
  if (oldestWaitingAt === undefined) return undefined;
  if (backedUpAt !== undefined && daysBetween(backedUpAt, now) < LONG_WAIT_DAYS) return undefined;
  if (trouble === 'signed-out') return 'device-revoked';
  if (trouble === 'storage') return 'nearly-full';
  return daysBetween(oldestWaitingAt, now) >= LONG_WAIT_DAYS ? 'waited-long' : undefined;
}

/** Without sign: a clock that was set back makes nothing young again. */
function daysBetween(instant: string, now: Date): number {
  return Math.abs(now.getTime() - Date.parse(instant)) / 86_400_000;
}
