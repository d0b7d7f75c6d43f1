/**
 * How often a scanner reads the code of a printed sheet under what a phone meets in front of a
 * board: node test/poster/measure-decoding.ts
 */
import { qrAddress } from '../../src/notice/index.ts';
import { decodeCodes } from './decode-code.ts';
import { rasterise } from './grey-image.ts';
import { type Circumstances, IDEAL, photograph } from './photograph.ts';
import { openPosterPage } from './poster-page.ts';
import { households, published } from './sample-documents.ts';

const SHEET_DPI = 300;

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const circumstances: { name: string; how: Circumstances }[] = [
  ...[150, 100, 75, 50].map((dpi) => ({ name: `${dpi} dpi`, how: { ...IDEAL, dpi } })),
  ...[8, 23, 45, 180].map((rotationDegrees) => ({
    name: `turned by ${rotationDegrees}°`,
    how: { ...IDEAL, rotationDegrees },
  })),
  ...[0.2, 0.4, 0.6].map((perspective) => ({
    name: `from the side ${perspective}`,
    how: { ...IDEAL, perspective },
  })),
  ...[1, 2, 3, 4].map((blur) => ({ name: `out of focus ${blur} px`, how: { ...IDEAL, blur } })),
  ...[20, 40, 60, 80].map((noise) => ({ name: `grain ${noise}`, how: { ...IDEAL, noise } })),
  ...[0.5, 0.25, 0.12].map((contrast) => ({
    name: `contrast ${contrast}`,
    how: { ...IDEAL, contrast },
  })),
  {
    name: 'a bad day',
    how: { dpi: 100, rotationDegrees: 12, perspective: 0.25, blur: 1, noise: 20, contrast: 0.5 },
  },
  {
    name: 'a very bad day',
    how: { dpi: 75, rotationDegrees: 17, perspective: 0.35, blur: 1, noise: 30, contrast: 0.4 },
  },
];

const { page, close } = await openPosterPage();
await page.evaluate((props) => window.posterPage.show(props), {
  document: households(60),
  standing: published,
});
const sheets = rasterise(await page.pdf({ preferCSSPageSize: true }), SHEET_DPI);
await close();

const address = qrAddress(published.publicUrl, published.address);
let read = 0;
let taken = 0;
for (const { name, how } of circumstances) {
  const results: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const picture = photograph(sheet, SHEET_DPI, how, numbersFrom(index + 1));
    const isRead = (await decodeCodes(picture)).includes(address);
    results.push(isRead ? 'read' : 'NOT READ');
    taken++;
    if (isRead) read++;
  }
  console.log(`${name}: ${results.map((one, index) => `sheet ${index + 1} ${one}`).join(', ')}`);
}
console.log(`${read} of ${taken} pictures read (${Math.round((read / taken) * 100)} %)`);
