import type { Plugin } from 'vite';

/**
 * Takes Dexie's build for browsers of today instead of the one that its package names, which is
 * written for those without classes and an eighth larger.
 */
export function modernDexie(): Plugin {
  return {
    name: 'modern-dexie',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      return id === 'dexie' ? this.resolve('dexie/dist/modern/dexie.mjs', importer) : undefined;
    },
  };
}
