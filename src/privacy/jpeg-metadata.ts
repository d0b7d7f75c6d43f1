/** A JPEG picture and nothing beside it; sides in pixels. */
export interface PlainJpeg {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A marker and the bytes it covers, itself included. */
interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** JFIF's own header, and Adobe's, without which some pictures decode in wrong colours. */
const KEPT_APPLICATION_DATA = [0xe0, 0xee];

/**
 * The picture without what it tells beside itself: EXIF with place and time, thumbnails, names,
 * comments, and whatever a phone appends behind the picture's end. Undefined for bytes that are not
 * one whole JPEG (ITU-T T.81, annex B). Of a picture that has none of these the bytes stay the same.
 */
export function withoutMetadata(bytes: Uint8Array): PlainJpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Segment[] = [{ marker: START, from: 0, to: 2 }];
  let size: Pick<PlainJpeg, 'width' | 'height'> | undefined;
  let hasScan = false;
  let at = 2;
  for (;;) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    const { marker } = segment;
    if (isFrame(marker)) size = sizeIn(bytes, segment) ?? size;
    hasScan ||= marker === SCAN;
    if (isPicture(marker)) kept.push(segment);
    at = segment.to;
    if (marker === END) break;
  }
  if (!size || !hasScan) return undefined;
  return { bytes: joined(bytes, kept), ...size };
}

/** Tells a picture from what is said about it. */
function isPicture(marker: number): boolean {
  const isApplicationData = marker >= 0xe0 && marker <= 0xef;
  if (isApplicationData) return KEPT_APPLICATION_DATA.includes(marker);
  return marker !== COMMENT;
}

function segmentAt(bytes: Uint8Array, at: number): Segment | undefined {
  if (bytes[at] !== 0xff) return undefined;
  let from = at;
  // any number of fill bytes may stand before a marker
  while (bytes[from + 1] === 0xff) from += 1;
  const marker = bytes[from + 1];
  if (marker === undefined || marker === 0 || marker === START || isRestart(marker)) {
    return undefined;
  }
  if (marker === END) return { marker, from, to: from + 2 };
  const length = ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0);
  const to = from + 2 + length;
  if (length < 2 || to > bytes.length) return undefined;
  return { marker, from, to: marker === SCAN ? endOfScan(bytes, to) : to };
}

/** Where the entropy-coded data ends: at the first marker that is no part of it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at += 1;
  }
  return at;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Start of frame of any process; the three markers between them mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sizeIn(
  bytes: Uint8Array,
  { from }: Segment,
): Pick<PlainJpeg, 'width' | 'height'> | undefined {
  const word = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const [height, width] = [word(from + 5), word(from + 7)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function joined(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array {
  const length = segments.reduce((sum, { from, to }) => sum + to - from, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const { from, to } of segments) {
    whole.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return whole;
}
