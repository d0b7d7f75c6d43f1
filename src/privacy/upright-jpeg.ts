import { type PlainJpeg, withoutMetadata } from './jpeg-metadata.ts';

/** How a picture is turned, as EXIF counts it (JEITA CP-3451, tag 0x0112): 1 stands as it is. */
type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/**
 * A photograph as a camera wrote it, without what it tells beside itself (see `withoutMetadata`) but
 * for how it is turned: cameras write that beside the picture, and without it a face lies on its
 * side. Width and height are those of the picture as it is seen. Undefined for what is no JPEG.
 */
export function uprightJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  const plain = withoutMetadata(bytes);
  if (!plain) return undefined;
  const orientation = orientationOf(bytes);
  if (orientation === 1) return plain;
  const isOnItsSide = orientation >= 5;
  const { width, height } = plain;
  return {
    bytes: withOrientation(plain.bytes, orientation),
    width: isOnItsSide ? height : width,
    height: isOnItsSide ? width : height,
  };
}

/** 1 where nothing is said, and where what is said cannot be read. */
function orientationOf(bytes: Uint8Array): Orientation {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // before the picture itself only
    if (marker < 0xe0 || marker > 0xef) break;
    const length = view.getUint16(at + 2);
    const isExif = marker === 0xe1 && EXIF.every((byte, index) => bytes[at + 4 + index] === byte);
    if (isExif) return inTiff(bytes.subarray(at + 10, at + 2 + length)) ?? 1;
    at += 2 + length;
  }
  return 1;
}

/** In the first directory of the TIFF that EXIF holds; undefined where it has none. */
function inTiff(tiff: Uint8Array): Orientation | undefined {
  if (tiff.length < 10) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, isLittle);
    return isOrientation(value) ? value : undefined;
  }
  return undefined;
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}

/** The picture with an EXIF of its own behind its start: one directory, one entry. */
function withOrientation(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  const segment = [
    ...[0xff, 0xe1, 0, 34, ...EXIF],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
  const whole = new Uint8Array(jpeg.length + segment.length);
  whole.set(jpeg.subarray(0, 2));
  whole.set(segment, 2);
  whole.set(jpeg.subarray(2), 2 + segment.length);
  return whole;
}
