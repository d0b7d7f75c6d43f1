/**
 * Prints every sample to PDF and pictures, to be looked at:
 * node test/poster/render.ts <folder> [sample …]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PosterProps } from '../../src/poster/index.ts';
import { openPosterPage } from './poster-page.ts';
import * as samples from './sample-documents.ts';

const { published } = samples;
const posters: Record<string, Omit<PosterProps, 'words' | 'onLayout'>> = {
  'households-1': { document: samples.households(1), standing: published },
  'households-12': { document: samples.households(12), standing: published },
  'households-30': { document: samples.households(30), standing: published },
  'households-60': { document: samples.households(60), standing: published },
  'households-500': { document: samples.households(500), standing: published },
  'five-columns-60': { document: samples.fiveColumns(60), standing: published },
  'microloans-18': { document: samples.microloans(18), standing: published },
  announcement: { document: samples.announcement(9), standing: published },
  'long-names': { document: samples.longNames(), standing: published },
  hostile: { document: samples.hostile(), standing: published },
  draft: { document: samples.households(12, { signedOn: '' }), standing: { kind: 'draft' } },
  submitted: { document: samples.households(60), standing: { kind: 'submitted' } },
  withdrawn: { document: samples.announcement(9), standing: { kind: 'withdrawn' } },
  'large-30': { document: samples.households(30), standing: published, type: 'large' },
  'a3-60': { document: samples.fiveColumns(60), standing: published, paper: 'A3' },
};

const [folder = 'poster-samples', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { page, close } = await openPosterPage();
for (const [name, props] of Object.entries(posters)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const time = await page.evaluate((props) => window.posterPage.show(props), props);
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  await page.mouse.down();
  const sheets = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1];
  execFileSync('pdftoppm', ['-png', '-r', '75', pdf, join(folder, name)]);
  console.log(`${name}: ${sheets} sheets, shown in ${time.toFixed(0)} ms`);
}
await close();
