import type { NoticeAction } from './action.ts';
import { checkCodeOf, contentDigest } from './canonical.ts';
import type { NoticeCode, VillageCode } from './codes.ts';
import {
  type Author,
  areSameConflicts,
  type ConflictPlace,
  conflictsAfterEdit,
  isSamePlace,
  unionOfConflicts,
  valueAt,
} from './conflicts.ts';
import { LIMITS, type NoticeContent, withCell, withField, withoutRow } from './content.ts';
import type { NoticeDocument } from './document.ts';
import { type Merged, mergeContent } from './merge.ts';
import type { Notice, Remark } from './notice.ts';
import { type Posting, type PostingRefusal, withPosting, withTakeDown } from './posting.ts';
import { begunNotice, type Typed, withTyping } from './typing.ts';

/** Why an action cannot take effect; the words stand in the locales under `refusal`. */
export type RefusalCode =
  | 'no-such-notice'
  | 'nothing-to-submit'
  | 'not-with-reviewer'
  | 'nothing-to-publish'
  | 'has-conflicts'
  | 'settled-meanwhile'
  | 'changed-meanwhile'
  | 'published-meanwhile'
  | 'own-draft'
  | 'not-published'
  | 'another-template'
  | 'too-many-rows'
  | PostingRefusal;

export type Outcome =
  | {
      readonly ok: true;
      readonly notice: Notice;
      /** Whether this made a new version: of the content, or of what stands in conflict. */
      readonly isNewVersion: boolean;
      /** Set when this published a revision. */
      readonly published?: { readonly revision: number; readonly document: NoticeDocument };
    }
  | { readonly ok: false; readonly refusal: RefusalCode };

export interface ActionContext {
  readonly village: VillageCode;
  readonly code: NoticeCode;
  readonly by: Author;
  /** The village's setting: one person may draft and publish. */
  readonly onePersonMayPublish: boolean;
  /** The content of an older version, for merging; undefined where it is not known. */
  readonly contentAt: (version: number) => NoticeContent | undefined;
  /**
   * Who made an older version, so that a conflict names whoever typed the value and not whoever
   * saved last; without it the last one is named.
   */
  readonly authorAt?: (version: number) => Author | undefined;
}

/**
 * Applies an action to a notice (undefined: one that does not exist yet). Pure: the device uses it
 * to show at once what the server will decide, the server to decide. Whether the person may do it at
 * all, and whether the content is fit to publish, is judged elsewhere.
 */
export function applyAction(
  notice: Notice | undefined,
  action: NoticeAction,
  context: ActionContext,
): Outcome {
  if (action.kind === 'save') return save(notice, action, context);
  if (!notice) return refused('no-such-notice');
  switch (action.kind) {
    case 'settle':
      return settle(notice, action, context);
    case 'submit':
      if (notice.stage === 'settled') return refused('nothing-to-submit');
      return accepted({ ...notice, stage: 'submitted' });
    case 'return':
      if (notice.stage !== 'submitted') return refused('not-with-reviewer');
      return accepted({
        ...withRemark(notice, 'returned', action.reason, context),
        stage: 'draft',
      });
    case 'publish':
      return publish(notice, action, context);
    case 'withdraw':
      // what is over may have to go too, and of two who withdraw at once both reasons are kept
      if (notice.standing === 'unpublished') return refused('not-published');
      return accepted({
        ...withRemark(notice, 'withdrawn', action.reason, context),
        standing: 'withdrawn',
      });
    case 'close':
      if (notice.standing === 'closed') return accepted(notice);
      if (notice.standing !== 'published') return refused('not-published');
      return accepted({ ...notice, standing: 'closed' });
    case 'comment':
      return accepted(withComment(notice, action, context));
    case 'post':
      return posted(notice, withPosting(notice, action, context.by));
    case 'takeDown':
      return posted(notice, withTakeDown(notice, action, context.by));
  }
}

/** What hung has hung, whatever became of the notice meanwhile. */
function posted(notice: Notice, postings: readonly Posting[] | PostingRefusal): Outcome {
  if (typeof postings === 'string') return refused(postings);
  return accepted({ ...notice, postings: [...postings] });
}

type ActionOf<Kind extends NoticeAction['kind']> = Extract<NoticeAction, { kind: Kind }>;

function save(
  notice: Notice | undefined,
  action: ActionOf<'save'>,
  context: ActionContext,
): Outcome {
  if (!notice) return accepted({ ...begunNotice(action, context), version: 1 }, true);
  if (notice.content.template !== action.content.template) return refused('another-template');

  const { content, conflicts } = merge(notice, action, context);
  if (hasTooManyRows(content)) return refused('too-many-rows');
  const isSame =
    contentDigest(content) === contentDigest(notice.content) &&
    areSameConflicts(conflicts, notice.conflicts);
  return isSame
    ? accepted(notice)
    : accepted(nextVersion(notice, { content, conflicts }, context), true);
}

function merge(notice: Notice, action: ActionOf<'save'>, context: ActionContext): Merged {
  const { content, conflicts, baseVersion } = action;
  const base = baseOf(notice, action, context);
  if (base === notice.content) {
    const open = conflictsAfterEdit(notice.conflicts, base, content, context.by);
    return { content, conflicts: unionOfConflicts(open, conflicts) };
  }
  const authorOf = (place: ConflictPlace) => authorOfPlace(notice, place, baseVersion, context);
  return mergeContent(
    // an unknown base (an older backup was restored) merges as if nothing had been there
    base ?? { ...content, fields: {}, tables: {} },
    { content: notice.content, by: notice.saved, conflicts: notice.conflicts, authorOf },
    { content, by: context.by, conflicts },
  );
}

function baseOf(
  notice: Notice,
  { baseVersion, baseDigest }: ActionOf<'save'>,
  context: ActionContext,
): NoticeContent | undefined {
  const base = baseVersion === notice.version ? notice.content : context.contentAt(baseVersion);
  const isAnother = base && baseDigest !== undefined && contentDigest(base) !== baseDigest;
  return isAnother ? undefined : base;
}

/** The author of the first version after `since` that has the value which the place has now. */
function authorOfPlace(
  notice: Notice,
  place: ConflictPlace,
  since: number,
  context: ActionContext,
): Author {
  const value = valueAt(notice.content, place);
  let author = notice.saved;
  for (let version = notice.version - 1; version > since; version--) {
    const content = context.contentAt(version);
    if (!content || valueAt(content, place) !== value) break;
    author = context.authorAt?.(version) ?? author;
  }
  return author;
}

function hasTooManyRows({ tables }: NoticeContent): boolean {
  return Object.values(tables).some((rows) => rows.length > LIMITS.rowsPerTable);
}

/** A settlement needs its conflict: a second, different choice does not undo the first unseen. */
function settle(notice: Notice, action: ActionOf<'settle'>, context: ActionContext): Outcome {
  const { place, value } = action;
  const conflicts = notice.conflicts.filter((one) => !isSamePlace(one.place, place));
  const content = contentWith(notice.content, place, value);
  if (conflicts.length === notice.conflicts.length) {
    const isSame = contentDigest(content) === contentDigest(notice.content);
    return isSame ? accepted(notice) : refused('settled-meanwhile');
  }
  const open = conflictsAfterEdit(conflicts, notice.content, content, context.by);
  return accepted(nextVersion(notice, { content, conflicts: open }, context), true);
}

function contentWith(
  content: NoticeContent,
  place: ConflictPlace,
  value: string | null,
): NoticeContent {
  switch (place.kind) {
    case 'field':
      return withField(content, place.field, value ?? '');
    case 'cell':
      return withCell(content, place.table, place.row, place.column, value ?? '');
    case 'row':
      return value === null ? withoutRow(content, place.table, place.row) : content;
  }
}

function publish(notice: Notice, action: ActionOf<'publish'>, context: ActionContext): Outcome {
  if (action.revision !== notice.revisions.length + 1) return refused('published-meanwhile');
  if (notice.stage === 'settled') return refused('nothing-to-publish');
  if (notice.conflicts.length > 0) return refused('has-conflicts');
  if (action.contentDigest !== contentDigest(notice.content)) return refused('changed-meanwhile');
  const isOwn = notice.drafters.every((person) => person === context.by.person);
  if (isOwn && !context.onePersonMayPublish) return refused('own-draft');

  const { revision, document } = action;
  const checkCode = checkCodeOf({
    village: notice.village,
    notice: notice.code,
    revision,
    document,
  });
  return {
    ok: true,
    isNewVersion: false,
    published: { revision, document },
    notice: {
      ...notice,
      stage: 'settled',
      standing: 'published',
      revisions: [
        ...notice.revisions,
        { revision, version: notice.version, checkCode, by: context.by },
      ],
      drafters: [],
    },
  };
}

/** The notice with what was typed or chosen, as the person's next version. */
function nextVersion(notice: Notice, typed: Typed, { by }: ActionContext): Notice {
  return { ...withTyping(notice, typed, by), version: notice.version + 1 };
}

function withComment(
  notice: Notice,
  { text, place }: ActionOf<'comment'>,
  { by }: ActionContext,
): Notice {
  const about = place && valueAt(notice.content, place);
  const remark: Remark = {
    kind: 'comment',
    reason: text,
    by,
    afterRevision: notice.revisions.length,
    ...(place ? { place } : {}),
    ...(typeof about === 'string' ? { about } : {}),
  };
  return { ...notice, remarks: [...notice.remarks, remark] };
}

function withRemark(
  notice: Notice,
  kind: Remark['kind'],
  reason: string,
  { by }: ActionContext,
): Notice {
  const remark: Remark = { kind, reason, by, afterRevision: notice.revisions.length };
  return { ...notice, remarks: [...notice.remarks, remark] };
}

function accepted(notice: Notice, isNewVersion = false): Outcome {
  return { ok: true, notice, isNewVersion };
}

function refused(refusal: RefusalCode): Outcome {
  return { ok: false, refusal };
}
