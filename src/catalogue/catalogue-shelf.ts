/** As much of a catalogue as its place on the shelf needs: itself, or its outline. */
type Shelved = { readonly id: string; readonly version: number };

/**
 * The catalogues to choose from, each in its newest version: those that the district's villages
 * use first, in the order in which the district named them, then the rest. Where the district has
 * named none that is known, the seed's is in use.
 */
export interface CatalogueShelf<Kind extends Shelved> {
  readonly inForce: readonly Kind[];
  readonly others: readonly Kind[];
}

/**
 * `shipped` are those that ship, the seed's first, `own` all versions of the district's own,
 * `inForce` the ids it has named.
 */
export function catalogueShelf<Kind extends Shelved>(
  shipped: readonly Kind[],
  own: readonly Kind[],
  inForce: readonly string[],
): CatalogueShelf<Kind> {
  const newest = new Map<string, Kind>();
  for (const catalogue of [...shipped, ...own]) {
    const known = newest.get(catalogue.id);
    if (!known || catalogue.version > known.version) newest.set(catalogue.id, catalogue);
  }
  const named = inForce.map((id) => newest.get(id)).filter((one) => one !== undefined);
  const used = named.length > 0 ? named : [...newest.values()].slice(0, 1);
  return { inForce: used, others: [...newest.values()].filter((one) => !used.includes(one)) };
}

/** Those that a person chooses from: what the district named, or all while it has named none. */
export function choicesOn<Kind extends Shelved>(
  { inForce, others }: CatalogueShelf<Kind>,
  named: readonly string[],
): readonly Kind[] {
  return named.length > 0 ? inForce : [...inForce, ...others];
}
