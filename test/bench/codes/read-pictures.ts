import { parentPort } from 'node:worker_threads';
import { decodeCodes, smoothed } from '../../poster/decode-code.ts';
import { numbersFrom } from '../../poster/distortions.ts';
import type { GreyImage } from '../../poster/grey-image.ts';
import { type Aim, type Circumstances, photograph } from '../../poster/photograph.ts';

/** A code on paper, and how pictures of it are taken. */
export interface Task {
  readonly picture: GreyImage;
  readonly dpi: number;
  readonly aim: Aim;
  /** What the code says. */
  readonly text: string;
  readonly pictures: readonly Circumstances[];
}

/** How many of the pictures each reader read. */
export interface Reading {
  readonly zxing: number;
  readonly jsqr: number;
  /** The app's way on a phone without a reader of its own: ZXing, then ZXing with the grain smoothed. */
  readonly app: number;
  /** jsQR in the same way. */
  readonly jsqrSmoothed: number;
}

async function read({ picture, dpi, aim, text, pictures }: Task): Promise<Reading> {
  const reading = { zxing: 0, jsqr: 0, app: 0, jsqrSmoothed: 0 };
  for (const [index, how] of pictures.entries()) {
    const shot = photograph(picture, dpi, aim, how, numbersFrom(index + 1));
    const smooth = smoothed(shot);
    const reads = async (...asked: Parameters<typeof decodeCodes>) =>
      (await decodeCodes(...asked)).includes(text);
    const zxing = await reads(shot, 'ZXing');
    const jsqr = await reads(shot, 'jsQR');
    reading.zxing += Number(zxing);
    reading.jsqr += Number(jsqr);
    reading.app += Number(zxing || (await reads(smooth, 'ZXing')));
    reading.jsqrSmoothed += Number(jsqr || (await reads(smooth, 'jsQR')));
  }
  return reading;
}

parentPort?.on('message', (task: Task) => {
  void read(task).then((reading) => parentPort?.postMessage(reading));
});
