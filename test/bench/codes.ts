/*
 * Prints how often two independent decoders read the code of a sheet in pictures such as phones take
 * before a board: one thing wrong at a time, then all mixed; for the sizes and two levels of error
 * correction, and for the sheets of a printed poster. ZXing is asked a second time with the grain
 * smoothed, as the app does. Run: node test/bench/codes.ts
 */
import { create } from 'qrcode';
import { qrAddress } from '../../src/notice/index.ts';
import { decodeCodes, smoothed } from '../poster/decode-code.ts';
import { DISTORTIONS, MIXTURES, numbersFrom } from '../poster/distortions.ts';
import { type GreyImage, rasterise } from '../poster/grey-image.ts';
import { type Aim, type Circumstances, photograph } from '../poster/photograph.ts';
import { openPosterPage } from '../poster/poster-page.ts';
import { households, published } from '../poster/sample-documents.ts';

const SHEET_DPI = 300;
/** Pictures taken of each, with other grain and a little more turn. */
const TAKES = 4;
const address = qrAddress(published.publicUrl, published.address);

interface Subject {
  readonly name: string;
  readonly picture: GreyImage;
  readonly aim: Aim;
}

/** A symbol alone on white paper, `side` mm wide. */
function symbol(level: 'M' | 'Q', side: number): Subject {
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
    name: `${side} mm ${version}-${level}`,
    picture: { width: paper, height: paper, pixels },
    aim: { x: side, y: side, reach: 90 },
  };
}

/** The sheets of a printed poster, aimed at where each has its code. */
async function printedSheets(): Promise<Subject[]> {
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
  return sheets.flatMap((picture, index): Subject[] => {
    const aim = aims[index];
    return aim ? [{ name: `sheet ${index + 1}`, picture, aim }] : [];
  });
}

/** Per cent of pictures read by ZXing, by ZXing after smoothing too, by jsQR, and by any. */
async function rates(
  { picture, aim }: Subject,
  pictures: readonly Circumstances[],
): Promise<string> {
  const read = { zxing: 0, smoothed: 0, jsqr: 0, any: 0 };
  for (const [index, how] of pictures.entries()) {
    const shot = photograph(picture, SHEET_DPI, aim, how, numbersFrom(index + 1));
    const zxing = (await decodeCodes(shot, 'ZXing')).includes(address);
    const second = zxing || (await decodeCodes(smoothed(shot), 'ZXing')).includes(address);
    const jsqr = (await decodeCodes(shot, 'jsQR')).includes(address);
    read.zxing += Number(zxing);
    read.smoothed += Number(second);
    read.jsqr += Number(jsqr);
    read.any += Number(second || jsqr);
  }
  return Object.values(read)
    .map((count) => `${Math.round((count / pictures.length) * 100)}`.padStart(4))
    .join('');
}

const takes = (how: Circumstances): Circumstances[] =>
  Array.from({ length: TAKES }, (_, take) => ({
    ...how,
    rotationDegrees: how.rotationDegrees + take * 1.7,
  }));

const symbols = [50, 40, 35].flatMap((side) => [symbol('Q', side), symbol('M', side)]);
const sheets = await printedSheets();

console.log('per cent read: ZXing, ZXing with smoothing, jsQR, any of them\n');
console.log(`${''.padEnd(30)}${symbols.map(({ name }) => name.padStart(18)).join('')}`);
for (const { kind, degree, how } of DISTORTIONS) {
  const cells: string[] = [];
  for (const subject of symbols) cells.push((await rates(subject, takes(how))).padStart(18));
  console.log(`${`${kind} ${degree}`.padEnd(30)}${cells.join('')}`);
}
console.log(`\nall mixed, ${MIXTURES.length} pictures`);
for (const subject of [...symbols, ...sheets])
  console.log(`${subject.name.padEnd(30)}${await rates(subject, MIXTURES)}`);
