import type { Page } from '@playwright/test';
import QRCode from 'qrcode';
import { withSegment } from '../../builders/jpeg.ts';

/** Where the photograph was taken, as a phone's camera writes it beside the picture. */
const PLACE = 'Exif\0\0GPS 47.72N 128.84E';

/** A photograph of a sheet with a code on it, twelve million pixels, as a camera delivers it. */
export async function photographOf(page: Page, address: string) {
  const code = await QRCode.toDataURL(address.toUpperCase(), {
    errorCorrectionLevel: 'Q',
    width: 700,
  });
  const base64 = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [3000, 4000];
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error('no canvas');
    drawing.fillStyle = '#8a9a7a';
    drawing.fillRect(0, 0, 3000, 4000);
    drawing.fillStyle = '#ffffff';
    drawing.fillRect(400, 400, 2200, 3100);
    drawing.fillStyle = '#222222';
    for (let line = 0; line < 14; line += 1) drawing.fillRect(600, 900 + line * 120, 1800, 30);
    drawing.drawImage(image, 700, 2700);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, code);
  const buffer = withSegment(Buffer.from(base64, 'base64'), 0xe1, PLACE);
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer };
}
