import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { splitWords } from './src/app/build/split-words.ts';
import { manifest } from './src/app/manifest.ts';

const serverPort = Number(process.env['PORT'] ?? 8080);

export default defineConfig(({ isSsrBuild }) => ({
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node24', minify: false, copyPublicDir: false }
    : {
        outDir: 'dist/app',
        target: ['chrome111', 'safari16.4'],
        modulePreload: { polyfill: false },
      },
  resolve: {
    // what is still written for the library finds the app's own words
    alias: { 'react-i18next': `${import.meta.dirname}/src/app/hooks/use-translation.ts` },
  },
  plugins: isSsrBuild
    ? [react()]
    : [
        react(),
        splitWords({ root: import.meta.dirname, entry: 'src/app/main.tsx' }),
        VitePWA({
          // the worker asks before it takes over: a form is never reloaded under a person's hands
          registerType: 'prompt',
          strategies: 'injectManifest',
          srcDir: 'src/app',
          filename: 'service-worker.ts',
          injectRegister: false,
          manifest,
          injectManifest: {
            globPatterns: ['**/*.{js,css,html,svg,webmanifest,png}'],
            globIgnores: ['pictures/**', 'icons/**'],
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
