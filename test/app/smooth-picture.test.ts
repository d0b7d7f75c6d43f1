import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { smooth } from '../../src/app/smooth-picture.ts';
import { decodeCodes, smoothed } from '../poster/decode-code.ts';
import { numbersFrom } from '../poster/distortions.ts';
import type { GreyImage } from '../poster/grey-image.ts';
import { photograph } from '../poster/photograph.ts';

const ADDRESS = 'HTTPS://GONGSHI.EXAMPLE.CN/V/6PVWZ458/7K3M9QX2RT/3-9F2C41AB';
const DPI = 300;
const SIDE_MM = 40;

/** A code of 40 mm in the middle of white paper twice as wide. */
function paperWithCode(): GreyImage {
  const { modules } = create(ADDRESS, { errorCorrectionLevel: 'M' });
  const width = Math.round(((SIDE_MM * 2) / 25.4) * DPI);
  const pixels = new Uint8Array(width * width).fill(255);
  const moduleAt = (pixel: number) => Math.floor(((pixel / width) * 2 - 0.5) * modules.size);
  const isIn = (module: number) => module >= 0 && module < modules.size;
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const [row, column] = [moduleAt(y), moduleAt(x)];
      if (isIn(row) && isIn(column) && modules.get(row, column)) pixels[y * width + x] = 0;
    }
  }
  return { width, height: width, pixels };
}

test('暗处拍的照片颗粒重，磨平以后才读得出码', async () => {
  const paper = paperWithCode();
  const read = { raw: 0, smoothed: 0 };
  for (let take = 1; take <= 6; take++) {
    const shot = photograph(
      paper,
      DPI,
      { x: SIDE_MM, y: SIDE_MM, reach: 90 },
      { dpi: 100, rotationDegrees: 7, perspective: 0.1, blur: 0, noise: 30, contrast: 0.35 },
      numbersFrom(take),
    );
    if ((await decodeCodes(shot)).includes(ADDRESS)) read.raw += 1;
    if ((await decodeCodes(smoothed(shot))).includes(ADDRESS)) read.smoothed += 1;
  }
  expect(read.raw).toBeLessThanOrEqual(2);
  expect(read.smoothed).toBeGreaterThanOrEqual(5);
});

test('每一点取周围九点的平均，边上的点算自己', () => {
  const data = new Uint8ClampedArray(3 * 3 * 4).fill(0);
  data[4 * 4 + 1] = 90;
  smooth({ width: 3, height: 3, data }, data);
  expect([...data].filter((_, index) => index % 4 === 1)).toEqual(Array(9).fill(10));
});
