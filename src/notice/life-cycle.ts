import * as v from 'valibot';
import { checkCodeOf, contentDigest } from './canonical.ts';
import type { NoticeCode, VillageCode } from './codes.ts';
import { LIMITS, type NoticeContent, NoticeContentSchema, withoutRow } from './content.ts';
import { type NoticeDocument, NoticeDocumentSchema } from './document.ts';
import {
  type Author,
  type Conflict,
  ConflictPlaceSchema,
  ConflictSchema,
  isSamePlace,
  mergeContent,
  unionOfConflicts,
} from './merge.ts';
import type { Notice } from './notice.ts';

const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.reasonLength));

/** What a person does to a notice; the body of a mutation. */
export const NoticeActionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('save'),
    /** The version the edit started from; 0 for a notice the server has not heard of. */
    baseVersion: v.pipe(v.number(), v.integer(), v.minValue(0)),
    content: NoticeContentSchema,
    /** Conflicts that the device found itself, when it pulled onto unsent edits. */
    conflicts: v.array(ConflictSchema),
  }),
  v.strictObject({
    kind: v.literal('settle'),
    place: ConflictPlaceSchema,
    /** The value that stands from now on; null deletes the row. */
    value: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.fieldLength))),
  }),
  v.strictObject({ kind: v.literal('submit') }),
  v.strictObject({ kind: v.literal('return'), reason: Reason }),
  v.strictObject({
    kind: v.literal('publish'),
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** Of the content that the publisher read; another content is never published unread. */
    contentDigest: v.string(),
    document: NoticeDocumentSchema,
  }),
  v.strictObject({ kind: v.literal('withdraw'), reason: Reason }),
  v.strictObject({ kind: v.literal('close') }),
]);
export type NoticeAction = v.InferOutput<typeof NoticeActionSchema>;

/** Why an action cannot take effect; the words stand in the locales under `refusal`. */
export type RefusalCode =
  | 'no-such-notice'
  | 'nothing-to-submit'
  | 'not-with-reviewer'
  | 'nothing-to-publish'
  | 'has-conflicts'
  | 'changed-meanwhile'
  | 'published-meanwhile'
  | 'own-draft'
  | 'not-published'
  | 'another-template';

export type Outcome =
  | {
      readonly ok: true;
      readonly notice: Notice;
      /** The content as it was before, when this made a new version. */
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
      return accepted(settle(notice, action, context), true);
    case 'submit':
      if (notice.stage === 'settled') return refused('nothing-to-submit');
      return accepted({ ...notice, stage: 'submitted' });
    case 'return':
      if (notice.stage !== 'submitted') return refused('not-with-reviewer');
      return accepted({
        ...notice,
        stage: 'draft',
        remarks: [...notice.remarks, { kind: 'returned', reason: action.reason, by: context.by }],
      });
    case 'publish':
      return publish(notice, action, context);
    case 'withdraw':
      if (notice.standing !== 'published') return refused('not-published');
      return accepted({
        ...notice,
        standing: 'withdrawn',
        remarks: [...notice.remarks, { kind: 'withdrawn', reason: action.reason, by: context.by }],
      });
    case 'close':
      if (notice.standing !== 'published') return refused('not-published');
      return accepted({ ...notice, standing: 'closed' });
  }
}

type ActionOf<Kind extends NoticeAction['kind']> = Extract<NoticeAction, { kind: Kind }>;

function save(
  notice: Notice | undefined,
  action: ActionOf<'save'>,
  context: ActionContext,
): Outcome {
  if (!notice) return accepted(newNotice(action, context), true);
  if (notice.content.template !== action.content.template) return refused('another-template');

  const merged = merge(notice, action, context);
  const conflicts = unionOfConflicts(
    unionOfConflicts(notice.conflicts, merged.conflicts),
    action.conflicts,
  );
  const isNewVersion =
    conflicts.length !== notice.conflicts.length ||
    contentDigest(merged.content) !== contentDigest(notice.content);
  if (!isNewVersion) return { ok: true, notice, isNewVersion };

  // an edit to something published opens an amendment: what was typed is never turned away
  const stage = notice.stage === 'settled' ? 'draft' : notice.stage;
  const saved: Notice = {
    ...notice,
    version: notice.version + 1,
    content: merged.content,
    conflicts: [...conflicts],
    stage,
    drafters: withMember(notice.drafters, context.by.person),
    saved: context.by,
  };
  return { ok: true, notice: saved, isNewVersion };
}

function merge(
  notice: Notice,
  action: ActionOf<'save'>,
  context: ActionContext,
): { content: NoticeContent; conflicts: readonly Conflict[] } {
  if (action.baseVersion === notice.version) return { content: action.content, conflicts: [] };
  // an unknown base (an older backup was restored) merges as if nothing had been there
  const base = context.contentAt(action.baseVersion) ?? {
    ...notice.content,
    fields: {},
    tables: {},
  };
  return mergeContent(
    base,
    { content: notice.content, by: notice.saved },
    { content: action.content, by: context.by },
  );
}

function newNotice(action: ActionOf<'save'>, context: ActionContext): Notice {
  return {
    village: context.village,
    code: context.code,
    version: 1,
    content: action.content,
    conflicts: action.conflicts,
    stage: 'draft',
    standing: 'unpublished',
    revisions: [],
    remarks: [],
    drafters: [context.by.person],
    saved: context.by,
    createdAt: context.by.at,
  };
}

function settle(notice: Notice, action: ActionOf<'settle'>, context: ActionContext): Notice {
  const { place, value } = action;
  return {
    ...notice,
    version: notice.version + 1,
    content: contentWith(notice.content, place, value),
    conflicts: notice.conflicts.filter((one) => !isSamePlace(one.place, place)),
    stage: notice.stage === 'settled' ? 'draft' : notice.stage,
    drafters: withMember(notice.drafters, context.by.person),
    saved: context.by,
  };
}

function contentWith(
  content: NoticeContent,
  place: ActionOf<'settle'>['place'],
  value: string | null,
): NoticeContent {
  if (place.kind === 'field') {
    return { ...content, fields: { ...content.fields, [place.field]: value ?? '' } };
  }
  if (place.kind === 'row') {
    return value === null ? withoutRow(content, place.table, place.row) : content;
  }
  const rows = content.tables[place.table] ?? [];
  const changed = rows.map((row) =>
    row.id === place.row ? { ...row, cells: { ...row.cells, [place.column]: value ?? '' } } : row,
  );
  return { ...content, tables: { ...content.tables, [place.table]: changed } };
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

function withMember(people: readonly string[], person: string): string[] {
  return people.includes(person) ? [...people] : [...people, person];
}

function accepted(notice: Notice, isNewVersion = false): Outcome {
  return { ok: true, notice, isNewVersion };
}

function refused(refusal: RefusalCode): Outcome {
  return { ok: false, refusal };
}
