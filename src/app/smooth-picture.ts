/** A picture's pixels, four bytes each: red, green, blue and opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * The picture in greys, every pixel the mean of the nine around it. A phone's picture of a board in
 * the shade is grainy, and a code reader takes grain for modules: of 108 bad pictures of a 40 mm code
 * ZXing reads 58 % as they are and 85 % so (`test/bench/codes.ts`). Writes into `into`, of the same
 * size, which may be the picture itself.
 */
export function smooth({ width, height, data }: Pixels, into: Uint8ClampedArray): void {
  const sums = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const left = x === 0 ? 0 : x - 1;
      const right = x === width - 1 ? x : x + 1;
      sums[row + x] = greyAt(data, row + left) + greyAt(data, row + x) + greyAt(data, row + right);
    }
  }
  for (let y = 0; y < height; y++) {
    const above = (y === 0 ? 0 : y - 1) * width;
    const here = y * width;
    const below = (y === height - 1 ? y : y + 1) * width;
    for (let x = 0; x < width; x++) {
      const sum = (sums[above + x] ?? 0) + (sums[here + x] ?? 0) + (sums[below + x] ?? 0);
      into.fill(sum / 9, (here + x) * 4, (here + x) * 4 + 3);
    }
  }
}

/** Green tells how light a pixel is well enough, and is the least grainy of the three. */
function greyAt(data: Uint8ClampedArray, pixel: number): number {
  return data[pixel * 4 + 1] ?? 0;
}
