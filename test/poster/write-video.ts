import { writeFileSync } from 'node:fs';
import type { GreyImage } from './grey-image.ts';

/**
 * Writes what a camera would see that slowly nears a sheet, as YUV4MPEG2 (4:2:0), the form that a
 * browser takes as a pretended camera. The sheet's upper right quarter, where its code is, fills
 * the picture.
 */
export function writeVideo(
  file: string,
  sheet: GreyImage,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`, 'latin1');
  const colourless = Buffer.alloc((width / 2) * (height / 2) * 2, 128);
  const frames = [1.6, 1.4, 1.2, 1.1].flatMap((step) => {
    const grey = Buffer.alloc(width * height, 200);
    const [left, top] = [sheet.width - width * step, sheet.height * 0.04];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [column, row] = [Math.round(left + x * step), Math.round(top + y * step)];
        const inside = column >= 0 && column < sheet.width && row >= 0 && row < sheet.height;
        if (inside) grey[y * width + x] = sheet.pixels[row * sheet.width + column] ?? 255;
      }
    }
    return [Buffer.from('FRAME\n', 'latin1'), grey, colourless];
  });
  writeFileSync(file, Buffer.concat([head, ...frames]));
}
