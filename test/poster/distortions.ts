import type { Circumstances } from './photograph.ts';

/** A phone that is held as it should be, in good light, an arm's length away. */
const GOOD: Circumstances = {
  dpi: 150,
  rotationDegrees: 3,
  perspective: 0.05,
  blur: 0,
  noise: 4,
  contrast: 0.9,
};

export interface Distortion {
  /** What is wrong with the picture. */
  readonly kind: string;
  readonly degree: string;
  readonly how: Circumstances;
}

function steps<Value>(
  kind: string,
  values: readonly Value[],
  change: (value: Value) => Partial<Circumstances>,
): Distortion[] {
  return values.map((value) => ({
    kind,
    degree: String(value),
    how: { ...GOOD, ...change(value) },
  }));
}

/** One thing wrong at a time, more and more of it. */
export const DISTORTIONS: readonly Distortion[] = [
  ...steps('turned, degrees', [0, 15, 30, 45, 90, 180], (rotationDegrees) => ({ rotationDegrees })),
  ...steps('seen from the side', [0.1, 0.2, 0.3, 0.4, 0.5], (perspective) => ({ perspective })),
  ...steps('out of focus, pixels', [1, 2, 3, 4, 5], (blur) => ({ blur })),
  ...steps('grain, greys', [10, 20, 30, 45, 60], (noise) => ({ noise })),
  ...steps('contrast', [0.7, 0.5, 0.35, 0.2, 0.1], (contrast) => ({ contrast })),
  ...steps('photographed at dpi', [150, 100, 70, 50, 40], (dpi) => ({ dpi })),
];

/** Every mixture of distance, turn, side view, focus, grain and ink: 108 pictures. */
export const MIXTURES: readonly Circumstances[] = [150, 100, 70].flatMap((dpi) =>
  [7, 31].flatMap((rotationDegrees) =>
    [0.1, 0.25, 0.4].flatMap((perspective) =>
      [0, 1, 2].flatMap((blur) =>
        [
          { noise: 12, contrast: 0.8 },
          { noise: 30, contrast: 0.35 },
        ].map((light) => ({ dpi, rotationDegrees, perspective, blur, ...light })),
      ),
    ),
  ),
);

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
