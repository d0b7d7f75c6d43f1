import type { CatalogueItem } from './catalogue-schema.ts';

/** Items under the names that `nameOf` gives them, each group where its first item stands. */
export function groupItems(
  items: readonly CatalogueItem[],
  nameOf: (item: CatalogueItem) => string,
): [name: string, items: CatalogueItem[]][] {
  const groups = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}
