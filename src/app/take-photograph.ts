import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { withoutMetadata } from '../privacy/index.ts';
import { readCodes } from './read-code.ts';

/** A photograph as it will be kept and sent: small, and nothing in it but the picture. */
export interface TakenPhotograph {
  /** SHA-256 over `jpeg`, 64 hexadecimal digits. */
  readonly id: string;
  readonly jpeg: ArrayBuffer;
  readonly width: number;
  readonly height: number;
  /** What the codes in it say; none where none was readable. */
  readonly codes: readonly string[];
}

/** A photograph is at most this large, in bytes. */
const MOST_BYTES = 300_000;
/** Longest side in pixels and quality, the first tried first; a board is legible at all of them. */
const SIZES = [
  [1600, 0.82],
  [1600, 0.68],
  [1280, 0.7],
  [1024, 0.6],
  [800, 0.5],
] as const;

/**
 * Makes a photograph small on this phone and reads the codes in it. The picture is drawn anew, so
 * that place, time and model that a camera writes beside it never leave the phone. Rejects for a
 * file that is no picture.
 */
export async function takePhotograph(file: Blob): Promise<TakenPhotograph> {
  const codes = await readCodes(file).catch((): readonly string[] => []);
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    for (const [side, quality] of SIZES) {
      const jpeg = withoutMetadata(await drawn(picture, side, quality));
      if (!jpeg) throw new TypeError('this browser writes no JPEG');
      const { bytes, width, height } = jpeg;
      if (bytes.length > MOST_BYTES) continue;
      const id = bytesToHex(sha256(bytes));
      return { id, jpeg: new Uint8Array(bytes).buffer, width, height, codes };
    }
    throw new RangeError('a picture that does not get small');
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, longest: number, quality: number): Promise<Uint8Array> {
  const factor = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * factor));
  canvas.height = Math.max(1, Math.round(picture.height * factor));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  if (!blob) throw new Error('this browser writes no JPEG');
  return new Uint8Array(await blob.arrayBuffer());
}
