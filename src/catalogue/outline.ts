import { isVillageSubject, timeLimitOf } from './catalogue-questions.ts';
import type { Catalogue, TimeLimitRule } from './catalogue-schema.ts';
import shipped from './outline.json' with { type: 'json' };

/** What lists and duties need of an item: a hundredth of what the catalogue says of it. */
export interface ItemOutline {
  readonly id: string;
  /** The item's name as printed, its second level. */
  readonly name: string;
  /** Whether a village is one of the bodies that disclose it. */
  readonly isVillages: boolean;
  /** Its time limit, 同上 followed up to what it means. */
  readonly rule: TimeLimitRule;
}

export interface CatalogueOutline {
  readonly id: string;
  readonly version: number;
  readonly items: readonly ItemOutline[];
}

/** The catalogues that ship, the oldest words first, without loading them. */
export const shippedOutlines: readonly CatalogueOutline[] =
  // a JSON module's type says `string` where the schema says which strings; a test compares it
  (shipped as { readonly catalogues: readonly CatalogueOutline[] }).catalogues;

/** Of each template that ships: the place of its catalogue in the list above, its id, version, item. */
export type TemplateOutline = readonly [
  catalogue: number,
  id: string,
  version: number,
  item: string,
];

const shippedTemplates = shipped.templates as unknown as readonly TemplateOutline[];

export function outlineOf(catalogue: Catalogue): CatalogueOutline {
  return {
    id: catalogue.id,
    version: catalogue.version,
    items: catalogue.items.map((item) => ({
      id: item.id,
      name: item.level2,
      isVillages: isVillageSubject(item),
      rule: timeLimitOf(catalogue, item).rule,
    })),
  };
}

/**
 * The item that a notice of this template and version discloses, as `itemOfTemplate` tells it from
 * the template itself; undefined for one that neither ships nor was written for these catalogues.
 */
export function itemOutlineOf(
  template: string,
  version: number,
  catalogues: readonly Catalogue[] = [],
): ItemOutline | undefined {
  const [place, , , item] = shippedTemplate(template, version) ?? [];
  if (place !== undefined) return itemIn(shippedOutlines[place], item);
  for (const catalogue of catalogues) {
    const prefix = idPrefixOf(catalogue);
    if (!template.startsWith(prefix)) continue;
    const own = template.slice(prefix.length);
    const id = own.startsWith(GENERIC)
      ? genericItem(own, version)
      : shippedTemplate(own, version)?.[3];
    const found = catalogue.items.some((one) => one.id === id);
    if (found) return itemIn(outlineOf(catalogue), id);
  }
  return undefined;
}

/** Stands before the ids of templates that are written for this catalogue and version. */
export function idPrefixOf({ id, version }: Pick<Catalogue, 'id' | 'version'>): string {
  return `${id}.${version}.`;
}

/** What the id of an item's generic template begins with. */
export const GENERIC = 'generic.';

/** Grows when the generic wording changes; a notice names the version it was written with. */
export const GENERIC_VERSION = 1;

function genericItem(id: string, version: number): string | undefined {
  return version === GENERIC_VERSION ? id.slice(GENERIC.length) : undefined;
}

function shippedTemplate(id: string, version: number): TemplateOutline | undefined {
  return shippedTemplates.find(([, one, its]) => one === id && its === version);
}

function itemIn(
  outline: CatalogueOutline | undefined,
  id: string | undefined,
): ItemOutline | undefined {
  return outline?.items.find((item) => item.id === id);
}
