import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedCatalogues } from '../../src/catalogue/shipped-packs.ts';
import {
  genericTemplate,
  type Template,
  templatesOfPack,
} from '../../src/catalogue/templates/index.ts';
import { LANGUAGES } from '../../src/locales/index.ts';

/**
 * What the app shows of a template to who writes a notice; the wording of the sheet and the examples
 * of what is typed on it stay as they are printed.
 */
function wordsOf(template: Template): (string | undefined)[] {
  const parts = [...template.fields, ...template.tables.flatMap(({ columns }) => columns)];
  return [
    ...[template.name, template.purpose],
    ...template.sections.map(({ label }) => label),
    ...parts.flatMap(({ label, help, unit }) => [label, help, unit]),
    ...template.tables.flatMap(({ label, rowName }) => [label, rowName]),
    ...template.covers.map(({ name }) => name),
  ];
}

/** Of a template made from an item alone, what does not come from the item. */
function withoutItem(template: Template): Template {
  const fields = template.fields.filter(({ id }) => !/^(element\d+|matter)$/.test(id));
  return { ...template, name: '', purpose: '', covers: [], fields };
}

const templates = shippedCatalogues.flatMap((catalogue) => [
  ...templatesOfPack(catalogue.id),
  ...catalogue.items.map((item) => withoutItem(genericTemplate(item, catalogue))),
]);
const wanted = new Set(templates.flatMap(wordsOf).filter((text) => text !== undefined));
wanted.delete('');

test.each(LANGUAGES.filter((language) => language !== 'zh-CN'))(
  '模板问的每句话，%s都说得出来，也不多说',
  (language) => {
    const file = join(import.meta.dirname, `../../src/locales/templates/${language}.json`);
    const said = new Map(Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
    expect(wanted.size).toBeGreaterThan(300);
    expect([...wanted].filter((text) => !said.get(text))).toEqual([]);
    expect([...said.keys()].filter((text) => !wanted.has(text))).toEqual([]);
  },
);
