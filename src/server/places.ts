import { type DistrictPlaces, type Place, placeOf, yimeiPlaces } from '../places/index.ts';

/** The districts whose division data this program carries. */
export const districts: readonly DistrictPlaces[] = [yimeiPlaces];

/** A village of any of these districts; undefined for a code that none of them has. */
export function placeOfVillage(village: string): Place | undefined {
  for (const district of districts) {
    const place = placeOf(district, village);
    if (place) return place;
  }
  return undefined;
}
