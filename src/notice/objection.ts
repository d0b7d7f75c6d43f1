import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import {
  addWorkingDays,
  isPlainDay,
  type PlainDay,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { containsForbidden } from '../privacy/index.ts';
import { canonicalJson } from './canonical.ts';
import { drawNoticeCode, readNoticeCode } from './codes.ts';
import { type Author, AuthorSchema } from './conflicts.ts';
import { NoticeCodeSchema, VillageCodeSchema } from './notice.ts';
import { objectionState } from './objection-state.ts';
import type { Role, VillageSettings } from './permissions.ts';
import { PhotographIdSchema } from './posting.ts';

/**
 * What a villager says about a notice, and what was done about it: an objection is what came in and
 * a list of steps that only grows, so that nothing said or answered is ever taken back unseen.
 */

/** Names an objection and is its receipt number: whoever has it reads the answer. */
export type ObjectionCode = string & { readonly brand: 'ObjectionCode' };

export const OBJECTION_LIMITS = { text: 2_000, name: 60, telephone: 30 } as const;

/** Of the one photograph that somebody may add: bytes as they come, sides and area in pixels. */
export const OBJECTION_PHOTOGRAPH_LIMITS = {
  bytes: 10_000_000,
  longestSide: 12_000,
  area: 64_000_000,
} as const;

/** Working days for an answer where the village's setting says nothing. A proposal: no rule was found. */
export const ANSWER_WORKING_DAYS = 5;

/** Draws a code of 50 random bits, from 7 random bytes. */
export function drawObjectionCode(randomBytes: (length: number) => Uint8Array): ObjectionCode {
  return drawNoticeCode(randomBytes) as string as ObjectionCode;
}

/** The receipt number in a text, as people type it; undefined where it is none. */
export function readObjectionCode(text: string): ObjectionCode | undefined {
  return readNoticeCode(text) as string | undefined as ObjectionCode | undefined;
}

/** A receipt number as people read and copy it, in two groups: H3K9M-7QX2R. */
export function writeObjectionCode(code: ObjectionCode): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

export const ObjectionCodeSchema = v.pipe(
  v.string(),
  v.check((text) => readObjectionCode(text) === text),
  v.transform((text) => text as ObjectionCode),
);

const Text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(OBJECTION_LIMITS.text));
const RevisionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Beside 'online', how it came to the cadre who wrote it down. */
const ByMouth = v.picklist(['telephone', 'inPerson', 'writing']);

export const ObjectionStepSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('answer'),
    text: Text,
    /** The revision that was published because of the objection. */
    ledTo: v.optional(RevisionNumber),
    by: AuthorSchema,
  }),
  v.strictObject({ kind: v.literal('escalate'), reason: Text, by: AuthorSchema }),
  /** From now on everybody reads it, in these words, with its answers. */
  v.strictObject({ kind: v.literal('show'), text: Text, by: AuthorSchema }),
  v.strictObject({ kind: v.literal('hide'), reason: Text, by: AuthorSchema }),
]);
export type ObjectionStep = v.InferOutput<typeof ObjectionStepSchema>;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A photograph that came with an objection: a JPEG under its digest; sides in pixels as it is seen. */
export const ObjectionPhotographSchema = v.strictObject({
  id: PhotographIdSchema,
  width: Count,
  height: Count,
  bytes: Count,
});
export type ObjectionPhotograph = v.InferOutput<typeof ObjectionPhotographSchema>;

export const ObjectionSchema = v.strictObject({
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  code: ObjectionCodeSchema,
  channel: v.union([v.literal('online'), ByMouth]),
  /** As it was written, identity and card numbers masked before they were stored. */
  text: Text,
  /** Of whoever objects, empty where they did not say; for village, town and district only. */
  name: v.pipe(v.string(), v.maxLength(OBJECTION_LIMITS.name)),
  telephone: v.pipe(v.string(), v.maxLength(OBJECTION_LIMITS.telephone)),
  /** For village, town and district only, whatever else of the objection is shown. */
  photograph: v.optional(ObjectionPhotographSchema),
  /** An ISO instant by the server's clock. */
  receivedAt: v.pipe(v.string(), v.maxLength(40)),
  /** The last day for the answer. */
  answerBy: v.pipe(v.string(), v.check(isPlainDay)),
  /** The revision that stood when it came. */
  revision: RevisionNumber,
  /** Who wrote down what was said by mouth. */
  recordedBy: v.optional(AuthorSchema),
  steps: v.array(ObjectionStepSchema),
});
export type Objection = v.InferOutput<typeof ObjectionSchema>;

/** What somebody does about an objection; the body of a mutation. There is none that deletes. */
export const ObjectionActionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('record'),
    channel: ByMouth,
    text: Text,
    name: ObjectionSchema.entries.name,
    telephone: ObjectionSchema.entries.telephone,
  }),
  v.strictObject({
    kind: v.literal('answer'),
    text: Text,
    ledTo: v.optional(RevisionNumber),
  }),
  v.strictObject({ kind: v.literal('escalate'), reason: Text }),
  v.strictObject({ kind: v.literal('show'), text: Text }),
  v.strictObject({ kind: v.literal('hide'), reason: Text }),
]);
export type ObjectionAction = v.InferOutput<typeof ObjectionActionSchema>;

const MAY: Readonly<Record<ObjectionAction['kind'], readonly Role[]>> = {
  record: ['drafter', 'reviewer', 'supervisor'],
  answer: ['drafter', 'reviewer', 'supervisor'],
  escalate: ['drafter', 'reviewer', 'supervisor'],
  show: ['reviewer', 'supervisor'],
  hide: ['reviewer', 'supervisor'],
};

/** Whether a role may do this to an objection of a village in its charge; what is not named is denied. */
export function mayHandleObjection(
  role: Role,
  action: ObjectionAction['kind'],
  settings: VillageSettings,
): boolean {
  if (MAY[action].includes(role)) return true;
  return settings.onePersonMayPublish && role === 'drafter';
}

/** Whether the last day for the answer has passed without one. Days are YYYY-MM-DD in Shanghai. */
export function isAnswerOverdue(objection: Objection, today: string): boolean {
  return objectionState(objection) !== 'answered' && objection.answerBy < today;
}

/** By when an answer is due: so many working days after the day it came, which does not count. */
export function answerDay(
  receivedOn: PlainDay,
  workingDays: number,
  calendar: WorkingCalendar,
): PlainDay {
  return addWorkingDays(receivedOn, workingDays, calendar).day;
}

/** An objection as everybody reads it; `text` is absent where only its answer is shown. */
export interface ShownObjection {
  readonly text?: string;
  readonly answers: readonly Extract<ObjectionStep, { kind: 'answer' }>[];
}

/**
 * What everybody reads of an objection; undefined where it is kept private. Shown is what somebody
 * chose to show, in the words they chose, and the answer of each objection that changed the notice.
 * Who objected is never shown.
 */
export function shownObjection(objection: Pick<Objection, 'steps'>): ShownObjection | undefined {
  const { steps } = objection;
  const choice = steps.findLast(({ kind }) => kind === 'show' || kind === 'hide');
  const text = choice?.kind === 'show' ? choice.text : undefined;
  if (text === undefined && !hasChangedNotice(objection)) return undefined;
  return {
    ...(text === undefined ? {} : { text }),
    answers: steps.filter((step) => step.kind === 'answer'),
  };
}

function hasChangedNotice({ steps }: Pick<Objection, 'steps'>): boolean {
  return steps.some((step) => step.kind === 'answer' && step.ledTo !== undefined);
}

export type ObjectionRefusal =
  | 'no-such-objection'
  | 'recorded-before'
  | 'not-published'
  | 'no-such-revision'
  | 'with-the-town'
  | 'escalated-before'
  | 'not-answered'
  | 'names-objector'
  | 'personal-data'
  | 'must-be-shown';

export interface ObjectionContext {
  readonly village: Objection['village'];
  readonly notice: Objection['notice'];
  readonly code: ObjectionCode;
  readonly by: Author;
  /** Whether the person acts for the town or district. */
  readonly isAbove: boolean;
  /** How many revisions of the notice were published. */
  readonly revisions: number;
  readonly receivedAt: string;
  readonly answerBy: string;
}

/**
 * Applies an action to an objection (undefined: one that is not known). Pure: device and server
 * decide the same. Whether the person's role allows it is judged elsewhere.
 */
export function applyObjectionAction(
  objection: Objection | undefined,
  action: ObjectionAction,
  context: ObjectionContext,
):
  | { readonly ok: true; readonly objection: Objection }
  | { readonly ok: false; readonly refusal: ObjectionRefusal } {
  const refusal = whyNot(objection, action, context);
  if (refusal) return { ok: false, refusal };
  if (action.kind === 'record') return { ok: true, objection: recorded(action, context) };
  if (!objection) return { ok: false, refusal: 'no-such-objection' };
  const step = { ...action, by: context.by };
  return { ok: true, objection: { ...objection, steps: [...objection.steps, step] } };
}

function whyNot(
  objection: Objection | undefined,
  action: ObjectionAction,
  context: ObjectionContext,
): ObjectionRefusal | undefined {
  if (action.kind === 'record') {
    if (objection) return 'recorded-before';
    if (context.revisions === 0) return 'not-published';
    return [action.text, action.name].some(forbids) ? 'personal-data' : undefined;
  }
  if (!objection) return 'no-such-objection';
  switch (action.kind) {
    case 'answer':
      if (objectionState(objection) === 'escalated' && !context.isAbove) return 'with-the-town';
      if ((action.ledTo ?? 0) > context.revisions) return 'no-such-revision';
      return textRefusal(objection, action.text);
    case 'escalate':
      if (objectionState(objection) === 'escalated') return 'escalated-before';
      return forbids(action.reason) ? 'personal-data' : undefined;
    case 'show':
      if (objectionState(objection) === 'received') return 'not-answered';
      return textRefusal(objection, action.text);
    case 'hide':
      if (hasChangedNotice(objection)) return 'must-be-shown';
      // what everybody could read is not hidden again by those whom it concerns
      if (shownObjection(objection) && !context.isAbove) return 'with-the-town';
      return forbids(action.reason) ? 'personal-data' : undefined;
  }
}

/** What everybody may come to read names nobody who objected and holds no forbidden number. */
function textRefusal({ name, telephone }: Objection, text: string): ObjectionRefusal | undefined {
  const digits = telephone.replace(/\D/g, '');
  const isNamed = name.trim().length > 1 && text.includes(name.trim());
  const isCalled = digits.length > 6 && text.replace(/[\s-]/g, '').includes(digits);
  if (isNamed || isCalled) return 'names-objector';
  return forbids(text) ? 'personal-data' : undefined;
}

function forbids(text: string): boolean {
  return containsForbidden(text);
}

function recorded(
  { channel, text, name, telephone }: Extract<ObjectionAction, { kind: 'record' }>,
  context: ObjectionContext,
): Objection {
  const { village, notice, code, receivedAt, answerBy, revisions: revision, by } = context;
  const words = { channel, text, name, telephone };
  const when = { receivedAt, answerBy, revision };
  return { village, notice, code, ...words, ...when, recordedBy: by, steps: [] };
}

/**
 * The digest of one part of an objection, for the ledger: 0 is what came in, without name and
 * telephone, so that these can be erased when they have served; n is the nth step. Undefined for a
 * part that does not exist.
 */
export function objectionDigest(objection: Objection, part: number): string | undefined {
  const { name: _name, telephone: _telephone, steps, ...received } = objection;
  const value = part === 0 ? received : steps[part - 1];
  return value && bytesToHex(sha256(utf8ToBytes(canonicalJson(value)))).slice(0, 32);
}
