/**
 * What lives on the phone: the notices with everything typed into them, the outbox, and the sync
 * that carries both ways. The room promises that an edit and its outbox entry are one durable
 * transaction, that nothing typed is lost to a sync, and that a broken-off exchange can be repeated.
 */

export type { PeopleAnswer, PeopleTrouble } from './ask.ts';
export {
  askForBackgroundSync,
  BACKGROUND_SYNC_TAG,
  syncInBackground,
} from './background-sync.ts';
export { makeBackup } from './backup.ts';
export * from './backup-file.ts';
export type { Backup } from './backup-format.ts';
export * from './database.ts';
export { DraftHistory } from './draft-history.ts';
export * from './enrolment.ts';
export { declareExemption } from './exemptions.ts';
export { followVillage, letGoOfOthers, villagesHeld } from './followed.ts';
export { gatherRoster } from './gather-roster.ts';
export * from './held-reference.ts';
export { NoticeStore, type StoreSurroundings } from './notice-store.ts';
export { handleObjection, keepObjectionDraft } from './objections.ts';
export * from './people.ts';
export { sendPhotographs } from './photograph-sender.ts';
export * from './printing.ts';
export { openProgressChannel, type ProgressChannel } from './progress-channel.ts';
export * from './recordings.ts';
export * from './reference.ts';
export { type Restored, restoreBackup } from './restore.ts';
export { type Drafting, saveStep, saveTyped } from './save-typed.ts';
export * from './storage.ts';
export * from './sum-of-work.ts';
export { completeSummaries, wholeSummaries } from './summary.ts';
export { markForgottenSummaries } from './summary-marks.ts';
export {
  refreshSupervision,
  type SupervisionTrouble,
} from './supervision.ts';
export {
  type PackedAhead,
  Synchroniser,
  type SyncOptions,
  type SyncProgress,
  type Transport,
} from './sync.ts';
export { type SyncRunner, startSyncRunner } from './sync-runner.ts';
export { takeUpAhead } from './take-up-ahead.ts';
export { httpTransport } from './transport.ts';
export { RequestRejected, SyncTrouble } from './trouble.ts';
export { aheadName, forgetAhead, keepAhead } from './typed-ahead.ts';
export { unsentFiles } from './unsent-files.ts';
export * from './upload-link.ts';
export { type WaitingWork, waitingWork } from './waiting-work.ts';
