import { placeOf, yimeiPlaces } from '../places/index.ts';
import type { Session } from '../protocol/index.ts';

/** A district, town or village by its official code (6, 9, 12 digits). */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** The district's name, where its division data are known. */
export function districtName(session: Session): string | undefined {
  const first = session.villages[0];
  return first && placeOf(yimeiPlaces, first.code)?.district.name;
}

/** The towns that have a village in a person's charge, in the order of their codes. */
export function townsInCharge(session: Session): NamedPlace[] {
  const towns = new Map(session.villages.map(({ code, town }) => [townOf(code), town]));
  return [...towns].map(([code, name]) => ({ code, name }));
}

export function villagesOf(session: Session, town: string): NamedPlace[] {
  return session.villages.filter(({ code }) => townOf(code) === town);
}

/** The code of the town that a town's or village's code begins with. */
export function townOf(place: string): string {
  return place.slice(0, 9);
}
