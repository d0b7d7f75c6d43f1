import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** A real browser with the poster room in it, built as for production. */
export interface PosterPage {
  readonly page: Page;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openPosterPage(viewport = { width: 900, height: 1200 }): Promise<PosterPage> {
  const root = join(import.meta.dirname, 'page');
  const outDir = mkdtempSync(join(tmpdir(), 'poster-page-'));
  const quiet = { root, configFile: false as const, logLevel: 'error' as const };
  await build({ ...quiet, plugins: [react()], build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...quiet, build: { outDir }, preview: { port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.waitForFunction(() => 'posterPage' in window);
  return {
    page,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
