/*
 * Prints how often two independent decoders, and the app's own way of reading, read the code of a
 * sheet in pictures such as phones take before a board: each size, version and level of error
 * correction in 108 pictures with everything wrong at once, then one thing wrong at a time, then the
 * sheets of a printed poster. Runs in parts, so that none takes long:
 * node test/bench/codes.ts [35] [40] [45] [50] [single] [sheets]
 */
import { create } from 'qrcode';
import { qrAddress } from '../../src/notice/index.ts';
import { qrCodeOf } from '../../src/poster/qr-code.ts';
import { DISTORTIONS, MIXTURES } from '../poster/distortions.ts';
import { type GreyImage, rasterise } from '../poster/grey-image.ts';
import type { Aim, Circumstances } from '../poster/photograph.ts';
import { openPosterPage } from '../poster/poster-page.ts';
import { households, published } from '../poster/sample-documents.ts';
import type { Reading } from './codes/read-pictures.ts';
import { Readers } from './codes/readers.ts';

const SHEET_DPI = 300;
const SIDES = [35, 40, 45, 50];
const VERSIONS = [3, 4];
const LEVELS = ['L', 'M', 'Q', 'H'] as const;
type Level = (typeof LEVELS)[number];
/** Pictures taken of each with one thing wrong, with other grain and a little more turn. */
const TAKES = 4;
const address = qrAddress(published.publicUrl, published.address);

interface Subject {
  readonly name: string;
  readonly text: string;
  readonly picture: GreyImage;
  readonly aim: Aim;
}

/** A symbol alone on white paper, `side` mm wide, with as much of the address as it holds. */
function symbol(version: number, level: Level, side: number): Subject {
  let text = address;
  const holds = () => create(text, { errorCorrectionLevel: level }).version <= version;
  while (!holds()) text = text.slice(0, -1);
  const { modules } = create(text, { errorCorrectionLevel: level, version });
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
    name: `${side} mm ${version}-${level}, ${(side / modules.size).toFixed(2)} mm a module`,
    text,
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
      const code = sheet.querySelector('.sheet-symbol')?.getBoundingClientRect();
      if (!code) throw new Error('every sheet has a code');
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
  const { version, level } = qrCodeOf(address);
  return sheets.flatMap((picture, index): Subject[] => {
    const aim = aims[index];
    const name = `sheet ${index + 1} of ${sheets.length}, ${version}-${level}`;
    return aim ? [{ name, text: address, picture, aim }] : [];
  });
}

const readers = new Readers();

async function readingOf(
  { picture, aim, text }: Subject,
  pictures: readonly Circumstances[],
): Promise<Reading> {
  return readers.read({ picture, dpi: SHEET_DPI, aim, text, pictures });
}

const WIDTHS = { name: 34, rate: 9 };

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(WIDTHS.name) + cells.map((cell) => `${cell}`.padStart(WIDTHS.rate)).join('');
}

function rates({ zxing, jsqr, app, jsqrSmoothed }: Reading, pictures: number): string[] {
  return [zxing, app, jsqr, jsqrSmoothed].map(
    (count) => `${Math.round((count / pictures) * 100)} %`,
  );
}

const HEADINGS = ['ZXing', 'smoothed', 'jsQR', 'smoothed'];

async function printMixed(subjects: readonly Subject[]): Promise<void> {
  const readings = await Promise.all(subjects.map((subject) => readingOf(subject, MIXTURES)));
  readings.forEach((reading, index) => {
    console.log(row(subjects[index]?.name ?? '', rates(reading, MIXTURES.length)));
  });
}

/** With the symbol that the poster prints for this address, in its sizes. */
async function printSingle(): Promise<void> {
  const { version, level } = qrCodeOf(address);
  const subjects = SIDES.map((side) => symbol(version, level, side));
  console.log(
    `\none thing wrong, ${TAKES} pictures of each, ${version}-${level}: ZXing/jsQR/the app`,
  );
  console.log(
    row(
      '',
      SIDES.map((side) => `${side} mm`),
    ),
  );
  const rows = DISTORTIONS.map(async ({ kind, degree, how }) => {
    const takes = Array.from({ length: TAKES }, (_, take) => ({
      ...how,
      rotationDegrees: how.rotationDegrees + take * 1.7,
    }));
    const readings = await Promise.all(subjects.map((subject) => readingOf(subject, takes)));
    const cells = readings.map(({ zxing, jsqr, app }) => `${zxing}/${jsqr}/${app}`);
    return row(`${kind} ${degree}`, cells);
  });
  for (const line of await Promise.all(rows)) console.log(line);
}

const wished = process.argv.slice(2);
const isWanted = (part: string) => wished.length === 0 || wished.includes(part);

console.log(
  `everything wrong at once, ${MIXTURES.length} pictures of each; the app reads as ZXing smoothed`,
);
console.log(row('', HEADINGS));
for (const side of SIDES.filter((one) => isWanted(String(one)))) {
  await printMixed(
    VERSIONS.flatMap((version) => LEVELS.map((level) => symbol(version, level, side))),
  );
}
if (isWanted('sheets')) await printMixed(await printedSheets());
if (isWanted('single')) await printSingle();
await readers.end();
