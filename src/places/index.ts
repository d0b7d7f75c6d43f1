/**
 * Places: a district with its towns and villages, keyed by the official division codes (6, 9 and 12
 * digits). The room promises to name every village of a loaded district, its town and the body that
 * signs for it; it knows nothing of people or notices.
 */
import yimei from './230717.json' with { type: 'json' };

/** The body that signs a village's notices: a villagers' or a residents' committee. */
export type VillageBody = 'villageCommittee' | 'residentsCommittee' | 'other';

export interface DistrictPlaces {
  /** Where the division data comes from, for people. */
  readonly source: string;
  readonly province: string;
  readonly city: string;
  readonly district: { readonly code: string; readonly name: string };
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    readonly body: VillageBody;
  }[];
}

/** A village with everything a notice says about where it stands. */
export interface Place {
  readonly village: { readonly code: string; readonly name: string; readonly committee: string };
  readonly town: { readonly code: string; readonly name: string; readonly government: string };
  readonly district: { readonly code: string; readonly name: string };
}

/** The district of the seed catalogue, with its real towns and villages. */
export const yimeiPlaces: DistrictPlaces = yimei as DistrictPlaces;

/** The village with its town and district; undefined where the code is not one of the district's. */
export function placeOf(places: DistrictPlaces, villageCode: string): Place | undefined {
  const village = places.villages.find((one) => one.code === villageCode);
  const town = places.towns.find((one) => one.code === villageCode.slice(0, 9));
  if (!village || !town) return undefined;
  return {
    village: { code: village.code, name: village.name, committee: committeeOf(village) },
    town: { ...town, government: governmentOf(town.name) },
    district: places.district,
  };
}

/** The full name with which the body signs, as on its seal: 东升村村民委员会. */
function committeeOf(village: { name: string; body: VillageBody }): string {
  if (village.body === 'residentsCommittee') return `${village.name}居民委员会`;
  if (village.body === 'villageCommittee') return `${village.name}村民委员会`;
  return village.name;
}

/** A town or township has a people's government, a sub-district an office. */
function governmentOf(townName: string): string {
  return townName.endsWith('街道') ? `${townName}办事处` : `${townName}人民政府`;
}
