import * as v from 'valibot';
import {
  ExemptionSchema,
  IdSchema,
  type NoticeAction,
  NoticeActionSchema,
  NoticeCodeSchema,
  NoticeContentSchema,
  type NoticeDocument,
  NoticeDocumentSchema,
  NoticeSchema,
  ObjectionSchema,
  PhotographIdSchema,
  TypedRowSchema,
  VillageCodeSchema,
} from '../notice/index.ts';
import { ExemptionMutationSchema, ObjectionMutationSchema } from '../protocol/index.ts';

/**
 * What a backup holds. A format that was released stays readable for ever; a new one has a number of
 * its own, so that an older program says that it is too old for it.
 */

const ACTION_KINDS = [
  'save',
  'settle',
  'submit',
  'return',
  'publish',
  'withdraw',
  'close',
  'comment',
  'post',
  'takeDown',
] as const satisfies readonly NoticeAction['kind'][];
const Instant = v.pipe(v.string(), v.maxLength(40));
const Id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{8,64}$/));
const ByName = <Value extends v.GenericSchema>(value: Value) => v.record(v.string(), value);

/*
 * What was typed is as long as it is. That a text is too long for a notice, the server says; it must
 * not make the whole backup unreadable, with everything else in it.
 */
const RowsSchema = v.pipe(
  v.array(TypedRowSchema),
  v.check((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'a row stands twice'),
);
const content = v.strictObject({
  ...NoticeContentSchema.entries,
  fields: v.record(IdSchema, v.string()),
  tables: v.record(IdSchema, RowsSchema),
});
const TypedNoticeSchema = v.strictObject({ ...NoticeSchema.entries, content });
const [SaveSchema] = NoticeActionSchema.options;
const ActionSchema = v.union([
  NoticeActionSchema,
  v.strictObject({ ...SaveSchema.entries, content }),
  v.custom<NoticeAction>((value) => v.is(NoticeActionSchema, shortened(value))),
]);
const DocumentSchema = v.custom<NoticeDocument>((value) =>
  v.is(NoticeDocumentSchema, shortened(value)),
);

/** The same with no text longer than any may be, which digests and codes are not either. */
function shortened(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_name, one) => (typeof one === 'string' ? one.slice(0, 64) : one)) ??
      'null',
  );
}

const EntrySchema = v.strictObject({
  id: Id,
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  action: ActionSchema,
  at: Instant,
});

const BackedUpNoticeSchema = v.strictObject({
  head: TypedNoticeSchema,
  base: v.exactOptional(NoticeSchema),
  document: v.exactOptional(DocumentSchema),
  baseDocument: v.exactOptional(DocumentSchema),
  refusal: v.exactOptional(v.strictObject({ code: v.string(), action: v.picklist(ACTION_KINDS) })),
});
export type BackedUpNotice = v.InferOutput<typeof BackedUpNoticeSchema>;

const FIRST = {
  kind: v.literal('village-noticeboard-backup'),
  madeAt: Instant,
  /** Whose phone it was, for people to know it by. */
  person: v.strictObject({ id: v.string(), name: v.string() }),
  notices: v.array(BackedUpNoticeSchema),
  /** What waited, in the order in which it was done. */
  outbox: v.array(v.strictObject({ ...EntrySchema.entries, attempted: v.boolean() })),
  refused: v.array(v.strictObject({ ...EntrySchema.entries, code: v.string() })),
  remembered: ByName(ByName(v.string())),
  households: v.array(
    v.strictObject({
      village: VillageCodeSchema,
      id: v.pipe(v.string(), v.maxLength(64)),
      cells: ByName(v.string()),
    }),
  ),
};

/** What the second format added; the first knew of notices and households alone. */
const SECOND = {
  /** Objections with something that waits here: a step, or an answer that is being written. */
  objections: v.array(
    v.strictObject({
      head: ObjectionSchema,
      base: v.exactOptional(ObjectionSchema),
      draft: v.exactOptional(v.string()),
      refusal: v.exactOptional(v.string()),
    }),
  ),
  objectionOutbox: v.array(v.strictObject({ ...ObjectionMutationSchema.entries, at: Instant })),
  exemptions: v.array(
    v.strictObject({
      head: ExemptionSchema,
      base: v.exactOptional(ExemptionSchema),
      refusal: v.exactOptional(v.string()),
    }),
  ),
  exemptionOutbox: v.array(v.strictObject({ ...ExemptionMutationSchema.entries, at: Instant })),
  printed: v.array(
    v.strictObject({
      village: VillageCodeSchema,
      notice: NoticeCodeSchema,
      revision: v.number(),
      at: Instant,
      way: v.picklist(['printer', 'pdf', 'images']),
      sheets: v.number(),
      paper: v.picklist(['A4', 'A3']),
    }),
  ),
  /** The words that a reviewer had read when they returned a notice. */
  reviewed: v.array(
    v.strictObject({
      village: VillageCodeSchema,
      code: NoticeCodeSchema,
      document: DocumentSchema,
      at: Instant,
    }),
  ),
  allowedNumbers: ByName(v.array(v.string())),
  headings: ByName(v.nullable(v.string())),
};

const FirstFormatSchema = v.strictObject({ ...FIRST, format: v.literal(1) });
export const BackupSchema = v.strictObject({ ...FIRST, ...SECOND, format: v.literal(2) });
/** Everything but photographs and recordings. */
export type Backup = v.InferOutput<typeof BackupSchema>;
export const NEWEST_FORMAT = 2;

const OF_NOTICE = { village: VillageCodeSchema, notice: NoticeCodeSchema };
const PHOTOGRAPH = {
  kind: v.literal('photograph'),
  ...OF_NOTICE,
  id: PhotographIdSchema,
  takenAt: Instant,
};
const RECORDING = {
  kind: v.literal('recording'),
  ...OF_NOTICE,
  id: Id,
  revision: v.number(),
  type: v.string(),
  startedAt: Instant,
  seconds: v.number(),
  state: v.picklist(['made', 'waiting']),
};

/** What is known of a photograph or recording beside its bytes. */
export const AttachmentLabelSchema = v.variant('kind', [
  v.strictObject(PHOTOGRAPH),
  v.strictObject(RECORDING),
]);
export type AttachmentLabel = v.InferOutput<typeof AttachmentLabelSchema>;
/** A photograph or recording that the server does not have. */
export type Attachment = AttachmentLabel & { readonly bytes: ArrayBuffer };

const bytes = v.pipe(v.string(), v.maxLength(16_000_000), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** The same in a file, each on a line of its own. */
export const PackedAttachmentSchema = v.variant('kind', [
  v.strictObject({ ...PHOTOGRAPH, bytes }),
  v.strictObject({ ...RECORDING, bytes }),
]);

/** A backup of any format as today's; undefined where it is none. */
export function readBackup(value: unknown): Backup | undefined {
  const newest = v.safeParse(BackupSchema, value);
  if (newest.success) return newest.output;
  const first = v.safeParse(FirstFormatSchema, value);
  if (!first.success) return undefined;
  return {
    ...first.output,
    format: NEWEST_FORMAT,
    objections: [],
    objectionOutbox: [],
    exemptions: [],
    exemptionOutbox: [],
    printed: [],
    reviewed: [],
    allowedNumbers: {},
    headings: {},
  };
}
