/**
 * All templates as posters on contact sheets, filled with invented data, to be looked at:
 * node test/app/template-gallery.ts [folder]
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Catalogue, shippedCatalogues } from '../../src/catalogue/index.ts';
import {
  genericTemplate,
  type Template,
  templatesOfPack,
} from '../../src/catalogue/templates/index.ts';
import { composeDocument } from '../../src/notice/index.ts';
import { aContent, aPlace, type ContentBuilder } from '../builders/index.ts';
import { openPosterPage } from '../poster/poster-page.ts';
import { published } from '../poster/sample-documents.ts';

/** So many posters stand side by side on a contact sheet. */
const COLUMNS = 6;
const DOTS_PER_INCH = 60;

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'template-gallery-'));
mkdirSync(folder, { recursive: true });
const { page, close } = await openPosterPage();
for (const catalogue of shippedCatalogues) {
  const templates = [...templatesOfPack(catalogue.id), ...genericOf(catalogue)];
  const figures: string[] = [];
  for (const template of templates) figures.push(...(await figuresOf(page, template)));
  await writeContactSheet(page, catalogue, figures);
}
await close();
console.log(folder);

/** One generic template stands for all: they differ in nothing but their questions. */
function genericOf(catalogue: Catalogue): Template[] {
  const [item] = catalogue.items;
  return item ? [genericTemplate(item, catalogue)] : [];
}

/** Every list that can be asked is asked, with three invented rows. */
function filled(template: Template): ContentBuilder {
  const deciding = new Set(template.tables.flatMap(({ askedWhen }) => askedWhen?.field ?? []));
  return [...deciding]
    .reduce((content, field) => content.withField(field, 'yes'), aContent(template))
    .withEveryList(3);
}

/** The sheets of one template's poster as the pictures that the app makes of them. */
async function figuresOf(poster: Page, template: Template): Promise<string[]> {
  const document = composeDocument(template, filled(template).build(), aPlace());
  const pictures = await poster.evaluate(({ props, dpi }) => window.posterPage.images(props, dpi), {
    props: { document, standing: published },
    dpi: DOTS_PER_INCH,
  });
  return pictures.map((picture, index) => {
    const caption = index === 0 ? template.name : `${template.name}（${index + 1}）`;
    return `<figure><img src="data:image/png;base64,${picture}"><figcaption>${caption}</figcaption></figure>`;
  });
}

async function writeContactSheet(
  poster: Page,
  catalogue: Catalogue,
  figures: readonly string[],
): Promise<void> {
  const sheet = await poster.context().browser()?.newPage();
  if (!sheet) throw new Error('the browser is gone');
  await sheet.setViewportSize({ width: 420 * COLUMNS, height: 1_000 });
  await sheet.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 16px; background: #ddd; font: 20px sans-serif; }
    main { display: grid; grid-template-columns: repeat(${COLUMNS}, 1fr); gap: 16px; }
    figure { margin: 0; } img { width: 100%; } figcaption { text-align: center; }
  </style><h1>${catalogue.title}</h1><main>${figures.join('')}</main>`);
  await sheet.screenshot({ path: join(folder, `${catalogue.id}.png`), fullPage: true });
  await sheet.close();
}
