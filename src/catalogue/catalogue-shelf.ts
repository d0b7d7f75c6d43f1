import type { Catalogue } from './catalogue-schema.ts';
import { shippedCatalogues, yimeiPovertyAlleviation } from './shipped-packs.ts';

/**
 * The catalogues to choose from, each in its newest version: those that the district's villages
 * use first, in the order in which the district named them, then the rest. Where the district has
 * named none that is known, the seed's is in use.
 */
export interface CatalogueShelf {
  readonly inForce: readonly Catalogue[];
  readonly others: readonly Catalogue[];
}

/** `own` are all versions of the district's own catalogues, `inForce` the ids it has named. */
export function catalogueShelf(
  own: readonly Catalogue[],
  inForce: readonly string[],
): CatalogueShelf {
  const newest = new Map<string, Catalogue>();
  for (const catalogue of [...shippedCatalogues, ...own]) {
    const known = newest.get(catalogue.id);
    if (!known || catalogue.version > known.version) newest.set(catalogue.id, catalogue);
  }
  const named = inForce.map((id) => newest.get(id)).filter((one) => one !== undefined);
  const first = newest.get(yimeiPovertyAlleviation.id) ?? yimeiPovertyAlleviation;
  const used = named.length > 0 ? named : [first];
  return { inForce: used, others: [...newest.values()].filter((one) => !used.includes(one)) };
}
