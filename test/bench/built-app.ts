import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { createApp } from '../../src/server/app.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The server as a function, built as it ships, so that plain Node can run it. */
export async function builtApp(): Promise<{
  readonly createApp: typeof createApp;
  readonly remove: () => void;
}> {
  // inside the project, so that its packages are found
  const caches = join(ROOT, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const directory = mkdtempSync(join(caches, 'bench-'));
  await build({
    root: ROOT,
    logLevel: 'silent',
    build: { ssr: 'src/server/app.ts', outDir: directory, emptyOutDir: false },
  });
  const built = (await import(join(directory, 'app.js'))) as { createApp: typeof createApp };
  return {
    createApp: built.createApp,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
