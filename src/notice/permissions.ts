import type { NoticeAction } from './action.ts';

/** Village: drafter. Village or town: reviewer. Town or district: supervisor. District: administrator. */
export type Role = 'drafter' | 'reviewer' | 'supervisor' | 'administrator';

const MAY: Readonly<Record<NoticeAction['kind'], readonly Role[]>> = {
  save: ['drafter', 'reviewer'],
  settle: ['drafter', 'reviewer'],
  submit: ['drafter', 'reviewer'],
  return: ['reviewer'],
  publish: ['reviewer'],
  withdraw: ['reviewer'],
  close: ['reviewer'],
  comment: ['drafter', 'reviewer'],
  post: ['drafter', 'reviewer'],
  takeDown: ['drafter', 'reviewer'],
};

/** What a village allows beyond the rule. */
export interface VillageSettings {
  /** One person may draft and publish: for villages whose committee has nobody else. */
  readonly onePersonMayPublish: boolean;
}

/**
 * Whether a role may do this to a notice of a village in its charge; everything not named is
 * denied. Where a village lets one person do it all, its drafter does what a reviewer does.
 */
export function mayAct(
  role: Role,
  action: NoticeAction['kind'],
  settings: VillageSettings,
): boolean {
  if (MAY[action].includes(role)) return true;
  return settings.onePersonMayPublish && role === 'drafter';
}

/**
 * Whether a role may decide that an element or an item of the catalogue is left out: it answers for
 * what is public, so that is whoever may publish.
 */
export function mayWaive(role: Role, settings: VillageSettings): boolean {
  return mayAct(role, 'publish', settings);
}

/** Whether a role oversees villages: sees their deadlines together, of its own place only. */
export function oversees(role: Role): boolean {
  return role === 'supervisor' || role === 'administrator';
}

/**
 * The roles that can be held for a place, by the level of its code (12 digits for a village, 9 for a
 * town, 6 for a district); none for a text that is no such code.
 */
export function rolesOf(place: string): readonly Role[] {
  if (!/^\d+$/.test(place)) return [];
  switch (place.length) {
    case 12:
      return ['drafter', 'reviewer'];
    case 9:
      return ['reviewer', 'supervisor'];
    case 6:
      return ['supervisor', 'administrator'];
    default:
      return [];
  }
}

/**
 * Whether a division is in the charge of a place: its own code, or one below it in the official
 * hierarchy (6, 9 and 12 digits).
 */
export function isInCharge(place: string, division: string): boolean {
  return /^\d{6}(?:\d{3}){0,2}$/.test(place) && division.startsWith(place);
}
