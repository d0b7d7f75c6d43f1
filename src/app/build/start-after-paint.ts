import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** As Vite writes a program into the page. */
const PROGRAM = /\s*<script type="module"[^>]*\ssrc="([^"]+)"[^>]*><\/script>/g;

/**
 * Lets the page be seen before the program runs: what stands in it is drawn while the program's files
 * come, and only then is the last of them, which begins the app, started. A page that is not seen
 * starts at once, and one whose browser draws no frame after a second.
 */
export function startAfterPaint(): Plugin {
  return {
    name: 'start-after-paint',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // once the page is written
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        const starter = starterOf(String(page.source));
        this.emitFile({ type: 'asset', ...starter });
        page.source = startedBy(String(page.source), starter.fileName);
      },
    },
  };
}

/** The small program that starts the one that the page names last. */
function starterOf(page: string): { readonly fileName: string; readonly source: string } {
  const program = [...page.matchAll(PROGRAM)].at(-1)?.[1];
  if (program === undefined) throw new Error('the page names no program');
  const source = [
    `const start=()=>void import(${JSON.stringify(program)});`,
    'if(document.hidden)start();',
    'else{requestAnimationFrame(()=>setTimeout(start));setTimeout(start,1000)}',
  ].join('');
  const digest = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/start-${digest}.js`, source };
}

/** The page with its programs fetched ahead and only the starter run. */
export function startedBy(page: string, starter: string): string {
  let written = `\n    <script type="module" crossorigin src="/${starter}"></script>`;
  return page.replace(PROGRAM, (_script, program) => {
    const before = written;
    written = '';
    return `${before}\n    <link rel="modulepreload" crossorigin href="${program}">`;
  });
}
