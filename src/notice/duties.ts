import {
  addDays,
  type Deadline,
  deadlineOf,
  laterOf,
  type PlainDay,
  parsePlainDay,
  partsOf,
  type Standing,
  standingOf,
  todayIn,
  type WorkingCalendar,
} from '../calendar/index.ts';
import type { TimeLimitRule } from '../catalogue/catalogue-schema.ts';
import type { NoticeCode, VillageCode } from './codes.ts';
import type { Exemption } from './exemption.ts';
import { exemptionIn } from './exemption-in.ts';
import { hangingNow } from './hanging-now.ts';
import type { Notice } from './notice.ts';
import type { Objection, ObjectionCode } from './objection.ts';
import { objectionState } from './objection-state.ts';
import type { Role } from './permissions.ts';
import { toldOn } from './told-on.ts';

/**
 * What somebody has to do now. draft: write on. mend: it came back with a reason. review: read and
 * decide. hang: put the published sheets up. replace: an older revision still hangs. takeDown: what
 * hangs has served. answer: an objection waits. publish: an item is due and nobody has begun it.
 */
export type DutyKind =
  | 'draft'
  | 'mend'
  | 'review'
  | 'hang'
  | 'replace'
  | 'takeDown'
  | 'answer'
  | 'publish';

/** The last day for a duty, and where today stands against it. */
export interface DutyTime {
  readonly lastDay: PlainDay;
  readonly standing: Standing;
  /** Counted over days whose holidays are not yet arranged. */
  readonly provisional: boolean;
}

export interface Duty {
  readonly kind: DutyKind;
  readonly village: VillageCode;
  readonly about:
    | { readonly kind: 'notice'; readonly notice: NoticeCode }
    | { readonly kind: 'item'; readonly item: string }
    | {
        readonly kind: 'objection';
        readonly notice: NoticeCode;
        readonly objection: ObjectionCode;
      };
  /** Of the notice, or the item's name; empty where an objection came before its notice. */
  readonly title: string;
  /** Absent where no rule sets a day. */
  readonly when?: DutyTime;
  /** To be done now: without a day of its own, late, or with few working days left. */
  readonly isPressing: boolean;
}

/** A notice as far as duties look at it; lists hold this much of each. */
export interface NoticeForDuties
  extends Pick<Notice, 'village' | 'code' | 'stage' | 'standing' | 'revisions' | 'postings'> {
  readonly title: string;
  /** The id of the catalogue's item; absent where the template is not known here. */
  readonly item?: string;
  readonly isReturned: boolean;
  readonly period?: { readonly from: string; readonly to: string };
  /** The day from which the item's time limit runs. */
  readonly deadlineStart?: string;
  /** By when the catalogue wants it public. */
  readonly deadline?: Deadline;
  /** The revisions that were printed on this device. */
  readonly printed?: readonly number[];
}

/** An item that the village has to disclose, with its time limit. */
export interface ItemForDuties {
  readonly id: string;
  readonly name: string;
  readonly rule: TimeLimitRule;
}

export interface DutyGround {
  readonly village: VillageCode;
  readonly notices: readonly NoticeForDuties[];
  readonly objections: readonly Objection[];
  readonly items: readonly ItemForDuties[];
  /** Of this village. */
  readonly exemptions: readonly Exemption[];
  readonly today: PlainDay;
  readonly calendar: WorkingCalendar;
  readonly role: Role;
  readonly onePersonMayPublish: boolean;
}

/** With so many working days left a dated duty is pressing. A proposal: no rule was found. */
const PRESSING_WORKING_DAYS = 5;
/** What is due once a year is called to mind from 1 December on. */
const YEARLY_PRESSING_DAYS = 31;
/** An announcement without a period is asked to be hung for so many days after its publication. */
export const ANNOUNCEMENT_DAYS = 30;

const OF_ROLE: Readonly<Record<Role, readonly DutyKind[]>> = {
  drafter: ['draft', 'mend', 'hang', 'replace', 'takeDown', 'answer', 'publish'],
  reviewer: ['review', 'answer'],
  supervisor: ['answer'],
  administrator: [],
};

/**
 * Everything this role has to do in a village, the most pressing first: late, then due, then what
 * has no day, then what comes later. Told from what is there; nobody checks in for it.
 */
export function dutiesOf(ground: DutyGround): readonly Duty[] {
  const { role, onePersonMayPublish, notices } = ground;
  const kinds = OF_ROLE[role];
  const mayReview = onePersonMayPublish && role === 'drafter';
  return [
    ...notices.flatMap((notice) => [
      ...workingCopyDuties(notice, ground),
      ...sheetDuties(notice, ground),
    ]),
    ...ground.objections.flatMap((objection) => answerDuties(objection, ground)),
    ...ground.items.flatMap((item) => itemDuties(item, ground)),
  ]
    .filter(({ kind }) => kinds.includes(kind) || (kind === 'review' && mayReview))
    .toSorted(byUrgency);
}

/** How many duties are pressing: the number on the app's icon. */
export function pressingCount(duties: readonly Duty[]): number {
  return duties.filter(({ isPressing }) => isPressing).length;
}

function workingCopyDuties(notice: NoticeForDuties, ground: DutyGround): Duty[] {
  if (notice.stage === 'settled') return [];
  // what is public already has no time limit left to keep
  const { deadline } = notice;
  const last = notice.standing === 'unpublished' && deadline?.kind === 'day' ? deadline : undefined;
  const when = last && timeOf(last.day, ground, last.provisional);
  if (notice.stage === 'submitted') return [duty(notice, 'review', when, true)];
  return [duty(notice, notice.isReturned ? 'mend' : 'draft', when, notice.isReturned)];
}

function sheetDuties(notice: NoticeForDuties, ground: DutyGround): Duty[] {
  const { standing, revisions, period } = notice;
  const { today } = ground;
  const current = revisions.at(-1);
  if (!current) return [];
  const hanging = hangingNow(notice.postings);
  const isOver = period !== undefined && period.to < today;
  if (standing !== 'published' || isOver) {
    return hanging.length > 0 ? [duty(notice, 'takeDown', undefined, true)] : [];
  }
  const isUp = hanging.some(({ sheet }) => sheet.revision === current.revision);
  const hangsOld = hanging.some(({ sheet }) => sheet.revision !== current.revision);
  if (hangsOld) return [duty(notice, 'replace', undefined, true)];
  if (isUp || wasUp(notice, current.revision)) return [];
  if (mayHangUnrecorded(notice, current.revision)) {
    return [duty(notice, 'replace', undefined, true)];
  }
  const publishedOn = todayIn(new Date(current.by.at));
  const from = parsePlainDay(period?.from ?? '');
  if (!from) {
    const isRecent = today <= addDays(publishedOn, ANNOUNCEMENT_DAYS);
    return isRecent ? [duty(notice, 'hang', undefined, true)] : [];
  }
  // the day of hanging does not count (Civil Code art. 201): the period starts the day after
  const lastDay = laterOf(publishedOn, addDays(from, -1));
  return [duty(notice, 'hang', timeOf(lastDay, ground), true)];
}

function wasUp({ postings = [] }: NoticeForDuties, revision: number): boolean {
  return postings.some(({ sheet }) => sheet.revision === revision);
}

/** An older revision was printed and nobody recorded what became of its sheets. */
function mayHangUnrecorded(notice: NoticeForDuties, current: number): boolean {
  const { printed = [] } = notice;
  return printed.some((revision) => revision < current && !wasUp(notice, revision));
}

function answerDuties(objection: Objection, ground: DutyGround): Duty[] {
  const state = objectionState(objection);
  if (state === 'answered') return [];
  const isTowns = state === 'escalated';
  if (isTowns !== (ground.role === 'supervisor')) return [];
  const { village, notice, code, answerBy } = objection;
  const title = ground.notices.find((one) => one.code === notice)?.title ?? '';
  const lastDay = parsePlainDay(answerBy);
  const when = lastDay && timeOf(lastDay, ground);
  return [
    {
      kind: 'answer',
      village,
      about: { kind: 'objection', notice, objection: code },
      title,
      ...(when ? { when } : {}),
      isPressing: true,
    },
  ];
}

function itemDuties(item: ItemForDuties, ground: DutyGround): Duty[] {
  const { today, calendar, village } = ground;
  const { rule } = item;
  if (rule.kind !== 'annual' && rule.kind !== 'quarterly') return [];
  const deadline = deadlineOf(rule, today, calendar);
  if (deadline.kind !== 'day' || isTold(item, ground)) return [];
  const said = ground.exemptions.find((one) => one.item === item.id);
  if (exemptionIn(said, partsOf(today).year)) return [];
  const when = timeOf(deadline.day, ground, deadline.provisional);
  const { standing } = when;
  const isNear = standing.kind !== 'ahead' || standing.days < YEARLY_PRESSING_DAYS;
  const about = { kind: 'item', item: item.id } as const;
  return [{ kind: 'publish', village, about, title: item.name, when, isPressing: isNear }];
}

/** Whether the item is published for this year or quarter, or somebody has begun to write it. */
function isTold({ id, rule }: ItemForDuties, { notices, today }: DutyGround): boolean {
  const { year, month } = partsOf(today);
  const firstMonth = rule.kind === 'quarterly' ? month - ((month - 1) % 3) : 1;
  const since = `${year}-${String(firstMonth).padStart(2, '0')}-01`;
  return notices.some((notice) => {
    if (notice.item !== id) return false;
    if (notice.standing === 'unpublished') return true;
    return toldOn(notice) >= since;
  });
}

function duty(
  { village, code, title }: NoticeForDuties,
  kind: DutyKind,
  when: DutyTime | undefined,
  isNow: boolean,
): Duty {
  const isPressing = isNow || (when !== undefined && isNear(when.standing));
  const about = { kind: 'notice', notice: code } as const;
  return { kind, village, about, title, ...(when ? { when } : {}), isPressing };
}

function isNear(standing: Standing): boolean {
  return standing.kind !== 'ahead' || standing.workingDays <= PRESSING_WORKING_DAYS;
}

function timeOf(
  lastDay: PlainDay,
  { today, calendar }: DutyGround,
  isProvisional = false,
): DutyTime {
  const standing = standingOf(lastDay, today, calendar);
  const provisional = isProvisional || (standing.kind !== 'lastDay' && standing.provisional);
  return { lastDay, standing, provisional };
}

function byUrgency(a: Duty, b: Duty): number {
  return rankOf(a) - rankOf(b) || dayOf(a).localeCompare(dayOf(b));
}

function rankOf({ when, isPressing }: Duty): number {
  if (when?.standing.kind === 'overdue') return 0;
  if (!isPressing) return 3;
  return when ? 1 : 2;
}

function dayOf({ when }: Duty): string {
  return when?.lastDay ?? '9999';
}
