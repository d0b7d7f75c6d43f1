import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** A page with nothing but the poster room in it, built as for production and served. */
export async function servePosterPage(): Promise<{ url: string; close(): Promise<void> }> {
  const root = join(import.meta.dirname, 'page');
  const outDir = mkdtempSync(join(tmpdir(), 'poster-page-'));
  const quiet = { root, configFile: false as const, logLevel: 'error' as const };
  await build({ ...quiet, plugins: [react()], build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...quiet, build: { outDir }, preview: { port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  return { url, close: () => server.close() };
}

/** The same, open in a real browser. */
export async function openPosterPage(
  viewport = { width: 900, height: 1200 },
): Promise<{ page: Page; close(): Promise<void> }> {
  const server = await servePosterPage();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport });
  await goToPosterPage(page, server.url);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

export async function goToPosterPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'posterPage' in window);
}
