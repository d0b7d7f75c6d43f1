/**
 * Writes one of every public page into a folder, with pictures at 320, 360 and 1280 px, light and (at
 * 360 px) dark, says which scroll sideways, what axe-core finds in both, and what is wrong with
 * the HTML:
 *   node test/public-pages/look.ts <folder> [name …]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { htmlFaults } from './html-faults.ts';

const [folder = 'public-pages-samples', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const samples = new URL('./samples.ts', import.meta.url).pathname;
const { module } = await runnerImport<typeof import('./samples.ts')>(samples);
const pages = Object.entries(module.samplePages()).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
for (const [name, html] of pages) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const notes = await htmlFaults(html);
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

async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate<AxeResult>('axe.run()');
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html: part }) => part.slice(0, 90)).join(' | ')}`,
  );
}

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}
