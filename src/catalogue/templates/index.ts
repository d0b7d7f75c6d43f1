/**
 * The templates of the catalogue packs, and those made for a district's own catalogue. The room
 * promises that every template satisfies the schema (a test parses them all) and that a published
 * notice's template, by id and version, stays findable for ever, given the catalogue where it is
 * not one that ships.
 */

import { elementName, itemById } from '../catalogue-questions.ts';
import type { Catalogue, CatalogueItem } from '../catalogue-schema.ts';
import { comparable } from '../import/cell-text.ts';
import { GENERIC, idPrefixOf } from '../outline.ts';
import { shippedCatalogues, yimeiPovertyAlleviation } from '../shipped-packs.ts';
import { genericTemplate } from './generic-template.ts';
import { shippedPacks } from './shipped-templates.ts';
import type { Template } from './template-schema.ts';

export { genericTemplate } from './generic-template.ts';
export type {
  BodyBlock,
  Column,
  Cover,
  Field,
  Table,
  Template,
  ValueType,
} from './template-schema.ts';
export { TemplateSchema } from './template-schema.ts';

/** The templates of the seed's catalogue, in its order. */
export const templates: readonly Template[] = templatesOfPack(yimeiPovertyAlleviation.id);

/** The templates of a catalogue that ships, in its order; none for any other. */
export function templatesOfPack(catalogue: string): readonly Template[] {
  return shippedPacks.find((pack) => pack.catalogue.id === catalogue)?.templates() ?? [];
}

/**
 * The template of this id and version: one that ships, or one written for one of these catalogues;
 * undefined for one that neither this program nor the catalogues know.
 */
export function templateOf(
  id: string,
  version: number,
  catalogues: readonly Catalogue[] = [],
): Template | undefined {
  const shipped = shippedTemplateOf(id, version);
  if (shipped) return shipped;
  for (const catalogue of catalogues) {
    const prefix = idPrefixOf(catalogue);
    const found = id.startsWith(prefix)
      ? templateWithin(catalogue, id.slice(prefix.length), version)
      : undefined;
    if (found) return found;
  }
  return undefined;
}

function templateWithin(catalogue: Catalogue, id: string, version: number): Template | undefined {
  if (id.startsWith(GENERIC)) {
    const item = itemById(catalogue, id.slice(GENERIC.length));
    const generic = item && genericTemplate(item, catalogue);
    return generic?.version === version ? generic : undefined;
  }
  const shipped = shippedTemplateOf(id, version);
  const item = shipped && itemById(catalogue, shipped.item);
  return shipped && item ? writtenFor(catalogue, item, shipped) : undefined;
}

function shippedTemplateOf(id: string, version: number): Template | undefined {
  for (const pack of shippedPacks) {
    const found = pack.templates().find((one) => one.id === id && one.version === version);
    if (found) return found;
  }
  return undefined;
}

/**
 * The newest templates for a catalogue's item, in the order in which a village needs them. A
 * catalogue that does not ship gets those of a shipped one whose item asks for the same elements,
 * and a generic one where there is none; never nothing.
 */
export function templatesForItem(catalogue: Catalogue, item: CatalogueItem): readonly Template[] {
  if (shippedCatalogues.some((one) => isSameCatalogue(one, catalogue))) {
    return forItem(catalogue, item);
  }
  const like = [...shippedCatalogues]
    .sort((left, right) => likeness(right, catalogue) - likeness(left, catalogue))
    .find((shipped) => asksTheSame(itemById(shipped, item.id), item));
  const own = like ? forItem(like, item).map((one) => writtenFor(catalogue, item, one)) : [];
  return own.length > 0 ? own : [genericTemplate(item, catalogue)];
}

/** The item that a template discloses, with its catalogue; undefined where the catalogue is unknown. */
export function itemOfTemplate(
  template: Template,
  catalogues: readonly Catalogue[] = [],
): { readonly catalogue: Catalogue; readonly item: CatalogueItem } | undefined {
  const catalogue = [...shippedCatalogues, ...catalogues].find(
    ({ id, version }) => id === template.catalogue && version === template.catalogueVersion,
  );
  const item = catalogue && itemById(catalogue, template.item);
  return catalogue && item ? { catalogue, item } : undefined;
}

function forItem(catalogue: Catalogue, item: CatalogueItem): readonly Template[] {
  const own = templatesOfPack(catalogue.id).filter((one) => one.item === item.id);
  return own.filter(
    (one) => !own.some((other) => other.id === one.id && other.version > one.version),
  );
}

function isSameCatalogue(left: Catalogue, right: Catalogue): boolean {
  return left.id === right.id && left.version === right.version;
}

/** How near a shipped catalogue stands to another: its own earlier version, the same field, neither. */
function likeness(shipped: Catalogue, other: Catalogue): number {
  if (shipped.id === other.id) return 2;
  return shipped.field === other.field ? 1 : 0;
}

function asksTheSame(shipped: CatalogueItem | undefined, item: CatalogueItem): boolean {
  if (shipped?.elements.length !== item.elements.length) return false;
  return shipped.elements.every((element, index) => {
    const other = item.elements[index];
    return other && comparable(elementName(element)) === comparable(elementName(other));
  });
}

/**
 * A shipped template as another catalogue's own: the same questions and words. Where that catalogue
 * rests the item on other papers, a new notice cites those.
 */
function writtenFor(catalogue: Catalogue, item: CatalogueItem, template: Template): Template {
  const bases = item.bases.join('');
  const citesOthers = bases !== '' && bases !== itemOfTemplate(template)?.item.bases.join('');
  return {
    ...template,
    id: idPrefixOf(catalogue) + template.id,
    catalogue: catalogue.id,
    catalogueVersion: catalogue.version,
    fields: template.fields.map((field) =>
      citesOthers && field.citesBasis ? { ...field, initial: bases } : field,
    ),
  };
}
