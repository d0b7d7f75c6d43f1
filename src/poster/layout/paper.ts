/**
 * Sizes of paper and type, after GB/T 9704-2012 where it fits a notice board: a poster hangs and is
 * not bound, so its margins are equal, and it is read standing, so its type is not below 12 pt.
 * Lengths are millimetres, sizes of type are points.
 */
export type PaperSize = 'A4' | 'A3';
export type TypeSize = 'normal' | 'large';

export const MM_PER_POINT = 25.4 / 72;

export interface Paper {
  readonly size: PaperSize;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** How much larger type and codes are than on A4. */
  readonly factor: number;
}

/** A3 hangs higher and is read from farther off: a fifth larger, and still more rows a sheet. */
export const PAPERS: Readonly<Record<PaperSize, Paper>> = {
  A4: { size: 'A4', width: 210, height: 297, margin: 18, factor: 1 },
  A3: { size: 'A3', width: 297, height: 420, margin: 25, factor: 1.2 },
};

/** How large a sheet's type is set; `line` and `row` are the heights of a text line and of a row. */
export interface TypeScale {
  readonly titlePt: number;
  readonly bodyPt: number;
  readonly line: number;
  readonly tablePt: number;
  readonly row: number;
  /** Height that a further line adds to a row. */
  readonly rowLine: number;
  /** Least distance between a cell's text and the rule beside it. */
  readonly inset: number;
  /** Distance between blocks of different kind. */
  readonly gap: number;
  readonly labelPt: number;
  readonly numberPt: number;
}

function scale(
  titlePt: number,
  [bodyPt, linePt]: readonly [number, number],
  [tablePt, row]: readonly [number, number],
  [labelPt, numberPt]: readonly [number, number],
  gap: number,
): TypeScale {
  return {
    titlePt,
    bodyPt,
    line: linePt * MM_PER_POINT,
    tablePt,
    row,
    rowLine: tablePt * 1.2 * MM_PER_POINT,
    inset: tablePt * 0.09,
    gap,
    labelPt,
    numberPt,
  };
}

const A4_NORMAL: readonly TypeScale[] = [
  scale(42, [20, 34], [18, 12], [13, 24], 6.5),
  scale(38, [18, 31], [16, 10], [13, 22], 6),
  scale(34, [16, 28.95], [14, 8.6], [12, 20], 5),
  scale(32, [16, 28], [14, 7.4], [12, 20], 4.4),
  scale(30, [16, 26], [13, 6.4], [12, 20], 3.8),
  scale(28, [16, 24], [12, 5.5], [12, 19], 3.4),
];

/** Closer still, for a notice that would else need a second sheet for its last few lines. */
const A4_TIGHT: readonly TypeScale[] = [
  scale(26, [16, 22], [12, 5.5], [12, 18], 2.6),
  scale(26, [15, 21.5], [12, 5.5], [12, 18], 2.4),
];

const A4_LARGE: readonly TypeScale[] = [
  scale(48, [26, 42], [24, 14.5], [16, 30], 7),
  scale(44, [24, 38], [22, 12.5], [16, 28], 6.5),
  scale(40, [22, 34], [20, 10.6], [15, 26], 6),
];

/** The scales a poster may choose from, the largest type first. */
export function typeScales(paper: PaperSize, type: TypeSize): readonly TypeScale[] {
  const scales = type === 'large' ? A4_LARGE : A4_NORMAL;
  return scales.map((one) => enlarged(one, PAPERS[paper].factor));
}

/** The scales, the larger first, that are worth it only where they spare the one second sheet. */
export function tightScales(paper: PaperSize, type: TypeSize): readonly TypeScale[] {
  return type === 'large' ? [] : A4_TIGHT.map((one) => enlarged(one, PAPERS[paper].factor));
}

/** Sizes of type, the largest first, for large print's tables that are too wide for its own. */
const WIDE_TABLE_PT = [18, 16, 14] as const;

/** The scale with smaller tables, the largest first; none for type that is not large. */
export function widerTables(
  scale: TypeScale,
  paper: PaperSize,
  type: TypeSize,
): readonly TypeScale[] {
  if (type !== 'large') return [];
  return WIDE_TABLE_PT.map((pt) => {
    const share = (pt * PAPERS[paper].factor) / scale.tablePt;
    return {
      ...scale,
      tablePt: scale.tablePt * share,
      row: scale.row * share,
      rowLine: scale.rowLine * share,
      inset: scale.inset * share,
    };
  });
}

function enlarged(one: TypeScale, factor: number): TypeScale {
  return {
    titlePt: one.titlePt * factor,
    bodyPt: one.bodyPt * factor,
    line: one.line * factor,
    tablePt: one.tablePt * factor,
    row: one.row * factor,
    rowLine: one.rowLine * factor,
    inset: one.inset * factor,
    gap: one.gap * factor,
    labelPt: one.labelPt * factor,
    numberPt: one.numberPt * factor,
  };
}
