import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { planChunks } from './src/app/build/chunks.ts';
import { compileHints } from './src/app/build/compile-hints.ts';
import { modernDexie } from './src/app/build/modern-dexie.ts';
import { splitWords } from './src/app/build/split-words.ts';
import { startAfterPaint } from './src/app/build/start-after-paint.ts';
import { manifest } from './src/app/manifest.ts';

const serverPort = Number(process.env['PORT'] ?? 8080);

const root = import.meta.dirname;
const entry = 'src/app/main.tsx';

/** What turns the sources of pages into a program. */
const pagePlugins = () => [react(), modernDexie(), splitWords({ root, entry })];

async function chunkGroup() {
  const work = 'src/app/after-first-screen.ts';
  const apart = {
    // changes seldom: not fetched again with every release
    templates: /\/catalogue\/(templates|packs)\/.*\.json$/,
    codes: /\/node_modules\/(qrcode|dijkstrajs)\/|\/poster\/qr-code\.ts$/,
  };
  const names = await planChunks({ root, entry, work, apart }, pagePlugins());
  return { debugName: 'rooms', name: (id: string) => names.get(id) ?? null };
}

export default defineConfig(async ({ isSsrBuild, command }) => ({
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node24', minify: false, copyPublicDir: false }
    : {
        outDir: 'dist/app',
        target: ['chrome111', 'safari16.4'],
        modulePreload: { polyfill: false },
        // the budgets are told from it
        manifest: true,
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension' as const,
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: command === 'build' ? [await chunkGroup()] : [],
            },
          },
        },
      },
  plugins: isSsrBuild
    ? [react()]
    : [
        ...pagePlugins(),
        compileHints(['first', 'libraries']),
        startAfterPaint(),
        VitePWA({
          // the worker asks before it takes over: a form is never reloaded under a person's hands
          registerType: 'prompt',
          strategies: 'injectManifest',
          srcDir: 'src/app',
          filename: 'service-worker.ts',
          injectRegister: false,
          manifest,
          includeManifestIcons: false,
          injectManifest: {
            globPatterns: ['**/*.{js,css,html,svg}', 'assets/words-*.json', 'icon-192.png'],
            buildPlugins: { vite: [modernDexie()] },
            // what only helps with signal is fetched when needed
            globIgnores: ['pictures/**', 'icons/**', 'assets/tus-*'],
          },
        }),
      ],
  server: {
    proxy: {
      '/api': `http://127.0.0.1:${serverPort}`,
      '/v/': `http://127.0.0.1:${serverPort}`,
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
  },
}));
