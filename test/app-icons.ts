/**
 * Makes the icons that phones ask for from `public/icon.svg`: `node test/app-icons.ts`. Launchers
 * cut a maskable icon to a shape of their own, so its drawing keeps within the middle
 * (https://www.w3.org/TR/appmanifest/#icon-masks); Apple's launcher shows no transparent corner.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import playwrightConfig from './e2e/playwright.config.ts';

const folder = join(import.meta.dirname, '..', 'public');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const monochrome = readFileSync(join(folder, 'icons', 'monochrome.svg'), 'utf8');
const SEAL = '#a61b14';

/** Drawings of 24 × 24 from Lucide (https://lucide.dev, ISC licence), as in the app. */
const SHORTCUTS = {
  new: 'M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4z',
  check:
    'M3 7V5a2 2 0 0 1 2-2h2M17 3h2a2 2 0 0 1 2 2v2M21 17v2a2 2 0 0 1-2 2h-2M7 21H5a2 2 0 0 1-2-2v-2M7 12h10',
  help: 'M9 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z',
};

const browser = await chromium.launch(playwrightConfig.use?.launchOptions);

async function draw(name: string, size: number, drawing: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(folder, 'icons', `${name}.png`), png);
  await page.close();
}

const onSeal = (inner: string, scale: number) =>
  `<svg viewBox="0 0 512 512"><rect width="512" height="512" fill="${SEAL}"/>` +
  `<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">${inner}</g></svg>`;

for (const size of [192, 512]) await draw(`maskable-${size}`, size, onSeal(svg, 0.84));
await draw('apple-touch-180', 180, onSeal(svg, 1));
await draw('monochrome-512', 512, monochrome);
for (const [name, path] of Object.entries(SHORTCUTS)) {
  const drawing =
    `<svg viewBox="0 0 96 96"><circle cx="48" cy="48" r="48" fill="${SEAL}"/>` +
    `<g transform="translate(22 22) scale(2.17)" fill="none" stroke="#fff" stroke-width="2" ` +
    `stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></g></svg>`;
  await draw(`shortcut-${name}`, 96, drawing);
}
await browser.close();
