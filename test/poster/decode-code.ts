import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { smooth } from '../../src/app/smooth-picture.ts';
import type { GreyImage } from './grey-image.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

/** Two readers that share no line of code: what one forgives the other may not. */
export type DecoderName = 'ZXing' | 'jsQR';
export const DECODERS: readonly DecoderName[] = ['ZXing', 'jsQR'];

/** What a scanner reads from a picture's QR codes; jsQR reads no more than one. */
export async function decodeCodes(
  picture: GreyImage,
  decoder: DecoderName = 'ZXing',
): Promise<string[]> {
  const { width, height } = picture;
  const data = colours(picture);
  if (decoder === 'jsQR') {
    const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    return found ? [found.data] : [];
  }
  const found = await readBarcodes(
    { data, width, height, colorSpace: 'srgb' },
    { formats: ['QRCode'], tryHarder: true },
  );
  return found.map((one) => one.text);
}

/** The picture as the app's reader looks at it when it has read nothing: its grain smoothed. */
export function smoothed({ width, height, pixels }: GreyImage): GreyImage {
  const data = colours({ width, height, pixels });
  smooth({ width, height, data }, data);
  return { width, height, pixels: pixels.map((_, index) => data[index * 4] ?? 0) };
}

function colours({ width, height, pixels }: GreyImage): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(width * height * 4);
  pixels.forEach((grey, index) => {
    data.fill(grey, index * 4, index * 4 + 3);
    data[index * 4 + 3] = 255;
  });
  return data;
}
