/**
 * Writes one of every public page into a folder, with pictures at 320, 360 and 1280 px, light and (at
 * 360 px) dark, says which scroll sideways, what axe-core finds in both, and, where html-validate can
 * be installed for the run, what is wrong with the HTML:
 *   node test/public-pages/look.ts <folder> [name …]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { onDemand } from '../bench/on-demand.ts';

const [folder = 'public-pages-samples', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const samples = new URL('./samples.ts', import.meta.url).pathname;
const { module } = await runnerImport<typeof import('./samples.ts')>(samples);
const pages = Object.entries(module.samplePages()).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The HTML Standard's rules, but for the end tags and spellings that it leaves free and we use. */
const FREE = {
  'no-implicit-close': 'off',
  'doctype-style': 'off',
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'no-raw-characters': 'off',
  'no-trailing-whitespace': 'off',
  // a notice's title is as long as it is
  'long-title': 'off',
};

const validator = await htmlValidator();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
for (const [name, html] of pages) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const notes = validator ? await validator.faultsIn(html) : [];
  for (const width of [320, 360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(pathToFileURL(file).href);
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    if (scrolled > width) notes.push(`sideways at ${width}: ${scrolled}`);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    if (width === 360) {
      await page.evaluate(axe);
      notes.push(...(await violations(page)));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: join(folder, `${name}-dark.png`), fullPage: true });
      notes.push(...(await violations(page)).map((note) => `dark: ${note}`));
    }
    await page.close();
  }
  console.log(`${name}: ${html.length} characters, ${gzipSync(html).length} bytes packed`);
  for (const note of notes) console.log(`  ${note}`);
}
await browser.close();
validator?.remove();

interface Validation {
  readonly results: readonly {
    readonly messages: readonly { ruleId: string; message: string; line: number; column: number }[];
  }[];
}

interface HtmlValidate {
  readonly StaticConfigLoader: new (config: object) => object;
  readonly HtmlValidate: new (
    loader: object,
  ) => { readonly validateString: (html: string) => Promise<Validation> };
}

async function htmlValidator() {
  const packages = onDemand('html-validate@10.17.0');
  if (!packages) return undefined;
  const { HtmlValidate, StaticConfigLoader } = await packages.load<HtmlValidate>('html-validate');
  const presets = ['html-validate:standard', 'html-validate:a11y'];
  const checker = new HtmlValidate(new StaticConfigLoader({ extends: presets, rules: FREE }));
  return {
    faultsIn: async (html: string): Promise<string[]> => {
      const { results } = await checker.validateString(html);
      return results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
        ),
      );
    },
    remove: packages.remove,
  };
}

async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate<AxeResult>('axe.run()');
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html: part }) => part.slice(0, 90)).join(' | ')}`,
  );
}

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}
