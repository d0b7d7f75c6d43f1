import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The source files that are loaded before a page shows: `entry` and all it imports statically. */
export function staticallyImported(entry: string): Set<string> {
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const target of valueImports(readFileSync(file, 'utf8'))) {
      if (/\.tsx?$/.test(target)) walk(join(dirname(file), target));
    }
  };
  walk(entry);
  return found;
}

/** What a file imports for use, not for its types: `from './page.tsx'` and `import './app.css'`. */
function valueImports(source: string): string[] {
  const withoutTypes = source.replace(/^(?:import|export) type [^;]+;/gm, '');
  const found = withoutTypes.matchAll(/^(?:import|export)\s(?:[^;'"]*?\sfrom\s)?\s*'(\.[^']+)'/gm);
  return [...found].map(([, target = '']) => target);
}

/**
 * The keys of words that a file speaks of, as whole keys (`app.home.title`) and as beginnings
 * (`notice.state.`) where a key ends with something only known when the program runs.
 */
export function keysIn(source: string, sections: readonly string[]): string[] {
  const key = new RegExp(`['\`]((?:${sections.join('|')})\\.[\\w.-]+?\\.?)(?:['\`]|\\$\\{)`, 'g');
  return [...source.matchAll(key)].map(([, found = '']) => found);
}
