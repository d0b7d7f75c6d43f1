import type { VillageCode } from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';

/**
 * A notice's title as its own village says it: without the names of town and village that it begins
 * with on the sheet. A title that begins otherwise, or is nothing but them, stays whole.
 */
export function shortTitle(session: Session, village: VillageCode, title: string): string {
  const place = session.villages.find(({ code }) => code === village);
  const prefix = place ? place.town + place.name : '';
  const rest = title.startsWith(prefix) ? title.slice(prefix.length).trim() : '';
  return rest === '' ? title : rest;
}
