import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { smooth } from './smooth-picture.ts';

/**
 * Reads the codes on sheets with this phone alone: with the browser's own reader where there is
 * one, else with ZXing, which is fetched from our own origin when first needed and then kept by the
 * service worker. Nothing leaves the phone.
 */

/** The Shape Detection API (https://wicg.github.io/shape-detection-api/), which TypeScript lacks. */
interface BarcodeDetector {
  detect(image: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<string[]>;
}
declare global {
  var BarcodeDetector: BarcodeDetectorClass | undefined;
}

/** Longest sides, in pixels, at which a picture is looked at: a frame must be quick. */
const FRAME_PIXELS = 960;
/** A sheet that fills its photograph is read at the first; one on a crowded board needs the second. */
const PHOTOGRAPH_PIXELS = [1600, 4000] as const;

/** What the codes in a photograph say, none twice; rejects for a file that is no picture. */
export async function readCodes(photograph: Blob): Promise<readonly string[]> {
  const picture = await createImageBitmap(photograph);
  try {
    const detector = await ownDetector();
    const own = detector ? await textsBy(detector, picture) : [];
    if (own.length > 0) return own;
    const longest = Math.max(picture.width, picture.height);
    for (const side of PHOTOGRAPH_PIXELS) {
      const pixels = pixelsOf(picture, picture, side);
      const read = await readByZxing(pixels);
      if (read.length > 0) return read;
      const smoothed = await readSmoothed(pixels);
      if (smoothed.length > 0 || longest <= side) return smoothed;
    }
    return [];
  } finally {
    picture.close();
  }
}

/** What the codes before the camera say now; quick enough to be asked several times a second. */
export async function readFrame(video: HTMLVideoElement): Promise<readonly string[]> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return [];
  const detector = await ownDetector();
  if (detector) return textsBy(detector, video);
  const pixels = pixelsOf(video, { width, height }, FRAME_PIXELS);
  // every other frame, so that none takes twice as long
  isSmoothsTurn = !isSmoothsTurn;
  return isSmoothsTurn ? readSmoothed(pixels) : readByZxing(pixels);
}

let isSmoothsTurn = true;

/**
 * Fetches the reader now, so that it is there without signal later; does nothing on a phone that
 * has its own or is asked to spare data. Quiet about failing: it is tried again when needed.
 */
export async function keepReader(): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }; // not in all
  if (connection?.saveData || !navigator.onLine || (await ownDetector())) return;
  await fetch(wasmUrl).then(
    (answer) => answer.arrayBuffer(),
    () => undefined,
  );
}

let detecting: Promise<BarcodeDetector | undefined> | undefined;

function ownDetector(): Promise<BarcodeDetector | undefined> {
  detecting ??= findDetector();
  return detecting;
}

async function findDetector(): Promise<BarcodeDetector | undefined> {
  const own = globalThis.BarcodeDetector;
  if (!own) return undefined;
  // some phones have the class and nothing behind it
  const formats = await own.getSupportedFormats().catch((): string[] => []);
  return formats.includes('qr_code') ? new own({ formats: ['qr_code'] }) : undefined;
}

async function textsBy(detector: BarcodeDetector, image: ImageBitmapSource): Promise<string[]> {
  try {
    return unique((await detector.detect(image)).map((one) => one.rawValue));
  } catch {
    // a reader whose service is missing says so only when asked: from now on without it
    detecting = Promise.resolve(undefined);
    return [];
  }
}

type Zxing = Pick<typeof import('zxing-wasm/reader'), 'readBarcodes'>;
let loading: Promise<Zxing> | undefined;

function zxing(): Promise<Zxing> {
  loading ??= loadZxing();
  return loading;
}

async function loadZxing(): Promise<Zxing> {
  try {
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
    await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
    return { readBarcodes };
  } catch (reason) {
    // without signal now; with it the next try may succeed
    loading = undefined;
    throw reason;
  }
}

async function readByZxing(pixels: ImageData): Promise<string[]> {
  const { readBarcodes } = await zxing();
  const found = await readBarcodes(pixels, {
    formats: ['QRCode'],
    tryHarder: true,
    tryInvert: false,
  });
  return unique(found.map((one) => one.text));
}

function readSmoothed(pixels: ImageData): Promise<string[]> {
  smooth(pixels, pixels.data);
  return readByZxing(pixels);
}

/** The picture's pixels, made smaller where its longer side passes `longest`. */
function pixelsOf(
  picture: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
  longest: number,
): ImageData {
  const factor = Math.min(1, longest / Math.max(size.width, size.height));
  const [width, height] = [size.width, size.height].map((side) =>
    Math.max(1, Math.round(side * factor)),
  ) as [number, number];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no canvas');
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
