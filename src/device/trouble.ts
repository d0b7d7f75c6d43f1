import type { SyncState } from './database.ts';

/** Why a sync did not come through. */
export class SyncTrouble extends Error {
  readonly trouble: NonNullable<SyncState['trouble']>;

  constructor(trouble: NonNullable<SyncState['trouble']>, options?: ErrorOptions) {
    super(`sync: ${trouble}`, options);
    this.trouble = trouble;
  }
}

/**
 * The server did not take a request as a whole, so that one of its mutations may be to blame. A
 * final refusal will be the same every time; the other kind (the server broke) may be gone later.
 */
export class RequestRejected extends SyncTrouble {
  readonly code: 'unreadable' | 'too-large';
  readonly isFinal: boolean;

  constructor(code: 'unreadable' | 'too-large', isFinal: boolean) {
    super('server');
    this.code = code;
    this.isFinal = isFinal;
  }
}
