import type { GreyImage } from './grey-image.ts';

/** How a phone's picture of a sheet differs from the sheet. */
export interface Circumstances {
  /** Dots an inch of the paper in the picture; the sheet itself is given at `sheetDpi`. */
  readonly dpi: number;
  readonly rotationDegrees: number;
  /** How much narrower the far side is: 0.3 is a sheet seen from well beside it. */
  readonly perspective: number;
  /** Radius of a lens out of focus, in pixels of the picture. */
  readonly blur: number;
  /** Standard deviation of a dark picture's grain, in greys. */
  readonly noise: number;
  /** 1: black on white; 0.3: faded ink in bad light. */
  readonly contrast: number;
}

/** Where the phone is aimed, and how much of the paper around it is seen; in mm. */
export interface Aim {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

const MM_PER_INCH = 25.4;

/** Takes the picture. `random` gives numbers from 0 to 1, so that a bad one can be taken again. */
export function photograph(
  sheet: GreyImage,
  sheetDpi: number,
  aim: Aim,
  how: Circumstances,
  random: () => number,
): GreyImage {
  const scale = sheetDpi / how.dpi;
  const side = Math.round((aim.reach / MM_PER_INCH) * how.dpi);
  const angle = (how.rotationDegrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [centreX, centreY] = [aim.x, aim.y].map((mm) => (mm / MM_PER_INCH) * sheetDpi) as [
    number,
    number,
  ];
  const sharp = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [dx, dy] = [x - side / 2, y - side / 2];
      const depth = 1 + (how.perspective * dx) / side;
      const sheetX = centreX + (cosine * dx + sine * dy) * depth * scale;
      const sheetY = centreY + (cosine * dy - sine * dx) * depth * scale;
      sharp[y * side + x] = sample(sheet, sheetX, sheetY, scale);
    }
  }
  const soft = blurred(sharp, side, side, how.blur);
  const pixels = new Uint8Array(soft.length);
  for (let at = 0; at < soft.length; at++) {
    const grey = 128 + ((soft[at] ?? 255) - 128) * how.contrast + how.noise * gaussian(random);
    pixels[at] = Math.max(0, Math.min(255, Math.round(grey)));
  }
  return { width: side, height: side, pixels };
}

/** The mean of the sheet around a point, over as much as one pixel of the picture sees. */
function sample({ width, height, pixels }: GreyImage, x: number, y: number, size: number): number {
  const reach = Math.max(1, Math.round(size));
  let sum = 0;
  for (let dy = 0; dy < reach; dy++) {
    for (let dx = 0; dx < reach; dx++) {
      const column = Math.floor(x + dx - reach / 2 + 0.5);
      const row = Math.floor(y + dy - reach / 2 + 0.5);
      const inside = column >= 0 && row >= 0 && column < width && row < height;
      sum += inside ? (pixels[row * width + column] ?? 255) : 190;
    }
  }
  return sum / (reach * reach);
}

function blurred(image: Float32Array, width: number, height: number, radius: number): Float32Array {
  if (radius <= 0) return image;
  return blurredAlong(
    blurredAlong(image, width, height, radius, 1, width),
    height,
    width,
    radius,
    width,
    1,
  );
}

/** One pass of a box blur along lines of `length` pixels that are `step` apart. */
function blurredAlong(
  image: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  lineStep: number,
): Float32Array {
  const result = new Float32Array(image.length);
  const reach = Math.max(1, Math.round(radius));
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let near = -reach; near <= reach; near++) {
        const place = Math.max(0, Math.min(length - 1, at + near));
        sum += image[line * lineStep + place * step] ?? 0;
      }
      result[line * lineStep + at * step] = sum / (2 * reach + 1);
    }
  }
  return result;
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
