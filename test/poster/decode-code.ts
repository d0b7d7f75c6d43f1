import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyImage } from './grey-image.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

/** What a scanner reads from a picture's QR codes. */
export async function decodeCodes({ width, height, pixels }: GreyImage): Promise<string[]> {
  const data = new Uint8ClampedArray(width * height * 4);
  pixels.forEach((grey, index) => {
    data.fill(grey, index * 4, index * 4 + 3);
    data[index * 4 + 3] = 255;
  });
  const found = await readBarcodes(
    { data, width, height, colorSpace: 'srgb' },
    { formats: ['QRCode'], tryHarder: true },
  );
  return found.map((one) => one.text);
}
