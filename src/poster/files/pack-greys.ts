/** Pixels in 16 greys, two a byte, each row starting a new byte. */
export interface Greys {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of one row of `width` pixels. */
export function bytesPerRow(width: number): number {
  return Math.ceil(width / 2);
}

/**
 * Writes rows of RGBA pixels into `greys` from row `fromRow` on. A sheet is black on white, so the
 * upper half of one channel tells the grey.
 */
export function packRows(rgba: Uint8ClampedArray, fromRow: number, greys: Greys): void {
  const { width, bytes } = greys;
  // one pixel a number, red in its lowest byte: every browser runs on little-endian processors
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  let to = fromRow * bytesPerRow(width);
  for (let start = 0; start < pixels.length; start += width) {
    const end = start + width;
    for (let at = start; at < end; at += 2) {
      const left = pixels[at] ?? 0;
      const right = at + 1 < end ? (pixels[at + 1] ?? 0) : 255;
      bytes[to++] = (left & 0xf0) | ((right & 0xf0) >> 4);
    }
  }
}

export interface Packed {
  readonly data: Blob;
  readonly filter: 'FlateDecode' | 'none';
}

/** Packs bytes in zlib format (RFC 1950), as PDF reads it; as they are where a browser cannot. */
export async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Packed> {
  const whole = new Blob([bytes]);
  if (!('CompressionStream' in globalThis)) return { data: whole, filter: 'none' };
  const stream = whole.stream().pipeThrough(new CompressionStream('deflate'));
  return { data: await new Response(stream).blob(), filter: 'FlateDecode' };
}
