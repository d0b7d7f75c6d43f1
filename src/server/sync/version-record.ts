import type { Author, Conflict, NoticeContent } from '../../notice/index.ts';

/**
 * One version as it is kept for ever: the content, every value that stood in conflict then (so no
 * typed value is lost when people decide for another), who and from which device.
 */
export interface VersionRecord {
  readonly content: NoticeContent;
  readonly conflicts: readonly Conflict[];
  readonly by: Author;
  readonly device: string;
  readonly mutation: string;
  readonly acceptedAt: string;
}

export function writeVersionRecord(record: VersionRecord): string {
  return JSON.stringify(record);
}

/** The record of a row that this program wrote. */
export function readVersionRecord(text: string): VersionRecord {
  return JSON.parse(text) as VersionRecord;
}
