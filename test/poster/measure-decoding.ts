/**
 * How often a scanner reads the codes of a printed poster in pictures such as old phones take in
 * front of a board, and what error correction is worth: node test/poster/measure-decoding.ts
 */
import { create } from 'qrcode';
import { qrAddress } from '../../src/notice/index.ts';
import { decodeCodes } from './decode-code.ts';
import { type GreyImage, rasterise } from './grey-image.ts';
import { type Aim, type Circumstances, photograph } from './photograph.ts';
import { openPosterPage } from './poster-page.ts';
import { households, published } from './sample-documents.ts';

const SHEET_DPI = 300;
const address = qrAddress(published.publicUrl, published.address);

/** 108 pictures: every mixture of distance, turn, side view, focus, grain and ink. */
const circumstances: Circumstances[] = [150, 100, 70].flatMap((dpi) =>
  [7, 31].flatMap((rotationDegrees) =>
    [0.1, 0.25, 0.4].flatMap((perspective) =>
      [0, 1, 2].flatMap((blur) =>
        [
          { noise: 12, contrast: 0.8 },
          { noise: 30, contrast: 0.35 },
        ].map((light) => ({ dpi, rotationDegrees, perspective, blur, ...light })),
      ),
    ),
  ),
);

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

async function report(name: string, picture: GreyImage, aim: Aim): Promise<void> {
  let read = 0;
  for (const [index, how] of circumstances.entries()) {
    const shot = photograph(picture, SHEET_DPI, aim, how, numbersFrom(index + 1));
    if ((await decodeCodes(shot)).includes(address)) read++;
  }
  const rate = Math.round((read / circumstances.length) * 100);
  console.log(`${name}: ${read} of ${circumstances.length} read (${rate} %)`);
}

/** A symbol alone on white paper, `side` mm wide. */
function symbol(level: 'L' | 'M' | 'Q' | 'H', side: number): { picture: GreyImage; name: string } {
  const { modules, version } = create(address, { errorCorrectionLevel: level });
  const paper = Math.round(((side * 2) / 25.4) * SHEET_DPI);
  const pixels = new Uint8Array(paper * paper).fill(255);
  for (let y = 0; y < paper; y++) {
    for (let x = 0; x < paper; x++) {
      const column = Math.floor(((x / paper) * 2 - 0.5) * modules.size);
      const row = Math.floor(((y / paper) * 2 - 0.5) * modules.size);
      const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      if (inside && modules.get(row, column)) pixels[y * paper + x] = 0;
    }
  }
  return {
    picture: { width: paper, height: paper, pixels },
    name: `${side} mm, ${version}-${level}`,
  };
}

const { page, close } = await openPosterPage();
await page.evaluate((props) => window.posterPage.show(props), {
  document: households(200),
  standing: published,
});
const aims = await page.evaluate(() =>
  [...window.document.querySelectorAll('.sheet')].map((sheet) => {
    const paper = sheet.getBoundingClientRect();
    const code = sheet.querySelector('.sheet-symbol')?.getBoundingClientRect() ?? paper;
    const mm = 210 / paper.width;
    return {
      x: (code.left + code.width / 2 - paper.left) * mm,
      y: (code.top + code.height / 2 - paper.top) * mm,
      reach: 90,
    };
  }),
);
const sheets = rasterise(await page.pdf({ preferCSSPageSize: true }), SHEET_DPI);
await close();
for (const [index, sheet] of sheets.entries()) {
  const aim = aims[index];
  if (aim) await report(`sheet ${index + 1} of ${sheets.length}`, sheet, aim);
}
for (const side of [35, 40, 45]) {
  for (const level of ['L', 'M', 'Q', 'H'] as const) {
    const { picture, name } = symbol(level, side);
    await report(name, picture, { x: side, y: side, reach: 90 });
  }
}
