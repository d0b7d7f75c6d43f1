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

/** `contentJson` writes a content, which several rows may share. */
export function writeVersionRecord(
  record: VersionRecord,
  contentJson: (content: NoticeContent) => string = JSON.stringify,
): string {
  return writeWithContent(record, contentJson);
}

/** JSON of a value with its content first, written by `contentJson`. */
export function writeWithContent(
  { content, ...rest }: { readonly content: NoticeContent },
  contentJson: (content: NoticeContent) => string,
): string {
  return `{"content":${contentJson(content)},${JSON.stringify(rest).slice(1)}`;
}

/** The record of a row that this program wrote. */
export function readVersionRecord(text: string): VersionRecord {
  return JSON.parse(text) as VersionRecord;
}
