/** How dark each pixel of a square is, row by row, 0 to 255. */
export type Ink = Uint8Array;

/** Lighter is the soft edge of a line. */
const DARK = 64;
/** So much of a side must be dark to be a box's; its corners may be round. */
const SIDE = 0.6;

/** Whether two squares show the same drawing. */
export function sameInk(one: Ink, other: Ink): boolean {
  return one.length === other.length && one.every((alpha, at) => alpha === other[at]);
}

/** Whether a square shows something within a frame: all four sides of what is dark are lines. */
export function isBox(ink: Ink): boolean {
  const size = Math.sqrt(ink.length);
  const isDark = (x: number, y: number) => (ink[y * size + x] ?? 0) >= DARK;
  let [left, right, top, bottom] = [size, -1, size, -1];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!isDark(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right - left < size / 4 || bottom - top < size / 4) return false;
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const isLine = (dark: readonly boolean[]) => dark.filter(Boolean).length >= SIDE * dark.length;
  return (
    isLine(columns.map((x) => isDark(x, top))) &&
    isLine(columns.map((x) => isDark(x, bottom))) &&
    isLine(rows.map((y) => isDark(left, y))) &&
    isLine(rows.map((y) => isDark(right, y)))
  );
}
