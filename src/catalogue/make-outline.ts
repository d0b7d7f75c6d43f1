/*
 * Writes outline.json, what lists need of the catalogues and templates that ship:
 *
 *     node src/catalogue/make-outline.ts
 *
 * Run by hand when a pack or a template's id, version or item changes; a test says when.
 */
import { writeFileSync } from 'node:fs';
import { outlineOf } from './outline.ts';
import { shippedPacks } from './templates/shipped-templates.ts';

/** The outline as it should be, told from the packs. */
export function makeOutline() {
  return {
    catalogues: shippedPacks.map(({ catalogue }) => outlineOf(catalogue)),
    templates: shippedPacks.flatMap((pack, place) =>
      pack.templates().map(({ id, version, item }) => [place, id, version, item]),
    ),
  };
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('./outline.json', import.meta.url), `${JSON.stringify(makeOutline())}\n`);
}
