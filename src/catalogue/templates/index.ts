/**
 * The templates of the catalogue packs. The room promises that every template it lists satisfies
 * the schema (a test parses them all) and that a published notice's template, by id and version,
 * stays findable for ever.
 */
import exitAnnouncement from './exit.announcement.json' with { type: 'json' };
import exitProposed from './exit.proposed-publicity.json' with { type: 'json' };
import identificationAnnouncement from './identification.announcement.json' with { type: 'json' };
import identificationFirst from './identification.first-publicity.json' with { type: 'json' };
import identificationSecond from './identification.second-publicity.json' with { type: 'json' };
import microloans from './microloans.annual.json' with { type: 'json' };
import type { Template } from './template-schema.ts';

export type { BodyBlock, Column, Field, Table, Template, ValueType } from './template-schema.ts';
export { TemplateSchema } from './template-schema.ts';

/** All templates, in the order of the catalogue; the JSON is checked against the schema by a test. */
export const templates: readonly Template[] = [
  identificationFirst,
  identificationSecond,
  identificationAnnouncement,
  exitProposed,
  exitAnnouncement,
  microloans,
] as Template[];

/** The template of this id and version; undefined for one this program has never shipped. */
export function templateOf(id: string, version: number): Template | undefined {
  return templates.find((template) => template.id === id && template.version === version);
}

/** The newest templates for a catalogue item, in the order in which a village needs them. */
export function templatesForItem(catalogue: string, item: string): readonly Template[] {
  return templates.filter((one) => one.catalogue === catalogue && one.item === item);
}
