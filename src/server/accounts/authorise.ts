import {
  isInCharge,
  mayAct,
  mayHandleObjection,
  type NoticeAction,
  type ObjectionAction,
  type Role,
} from '../../notice/index.ts';
import type { PlaceSettings } from './place-settings.ts';

/** Who asks: the person behind an enrolled device, with their role and the place it holds for. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly device: string;
}

/**
 * All that anybody may do is decided in this file, by role and place; what is not named here is
 * denied. A role holds only at its level: codes have 12 digits for a village, 9 for a town, 6 for a
 * district.
 */
const LEVELS: Readonly<Record<Role, readonly number[]>> = {
  drafter: [12],
  reviewer: [12, 9],
  supervisor: [9, 6],
  administrator: [6],
};

/** Whether such a role can be held for such a place at all. */
export function isRoleFor(role: Role, place: string): boolean {
  return /^\d+$/.test(place) && LEVELS[role].includes(place.length);
}

/** Whether this person may read a village's notices, drafts included. */
export function mayRead(actor: Actor, village: string): boolean {
  return isRoleFor(actor.role, actor.place) && isInCharge(actor.place, village);
}

/** Whether this person may do this to a notice of this village. */
export function mayChange(
  actor: Actor,
  village: string,
  action: NoticeAction['kind'],
  settings: PlaceSettings,
): boolean {
  return mayRead(actor, village) && mayAct(actor.role, action, settings);
}

/** Whether this person may do this about an objection to a notice of this village. */
export function mayHandle(
  actor: Actor,
  village: string,
  action: ObjectionAction['kind'],
  settings: PlaceSettings,
): boolean {
  return mayRead(actor, village) && mayHandleObjection(actor.role, action, settings);
}

/** Whether this person oversees villages: sees their deadlines together, for their own place only. */
export function maySupervise(actor: Actor): boolean {
  const oversees = actor.role === 'supervisor' || actor.role === 'administrator';
  return oversees && isRoleFor(actor.role, actor.place);
}

/** Whether this person may add and remove people and devices of a place: in their district only. */
export function mayAdminister(actor: Actor, place: string): boolean {
  return actor.role === 'administrator' && mayRead(actor, place);
}
