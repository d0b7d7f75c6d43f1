import type { VillageCode } from '../../src/notice/index.ts';
import { type Place, placeOf, yimeiPlaces } from '../../src/places/index.ts';

/** 东升镇东升村, the village of the examples. */
export const DONGSHENG = '230717100200' as VillageCode;

/** A village of Yimei with its town and district. */
export function aPlace(village: string = DONGSHENG): Place {
  const place = placeOf(yimeiPlaces, village);
  if (!place) throw new Error(`no such village: ${village}`);
  return place;
}
