import type { NoticeCode, VillageCode } from './codes.ts';
import type { Author, Conflict } from './conflicts.ts';
import type { NoticeContent } from './content.ts';
import type { Notice } from './notice.ts';

/** What somebody typed, with what stands in conflict in it. */
export interface Typed {
  readonly content: NoticeContent;
  readonly conflicts: readonly Conflict[];
}

/** A notice that begins with this content; no version of it was accepted yet (version 0). */
export function begunNotice(
  { content, conflicts }: Typed,
  {
    village,
    code,
    by,
  }: { readonly village: VillageCode; readonly code: NoticeCode; readonly by: Author },
): Notice {
  return {
    village,
    code,
    version: 0,
    content,
    conflicts: [...conflicts],
    stage: 'draft',
    standing: 'unpublished',
    revisions: [],
    remarks: [],
    drafters: [by.person],
    saved: by,
    createdAt: by.at,
  };
}

/**
 * The notice with what was typed into it, its version as it was. An edit to something published opens
 * an amendment: what was typed is never turned away.
 */
export function withTyping(notice: Notice, { content, conflicts }: Typed, by: Author): Notice {
  const { drafters, stage } = notice;
  return {
    ...notice,
    content,
    conflicts: [...conflicts],
    stage: stage === 'settled' ? 'draft' : stage,
    drafters: drafters.includes(by.person) ? drafters : [...drafters, by.person],
    saved: by,
  };
}
