/** How wide a column wants to be and how narrow it may get; all in one unit. */
export interface ColumnDemand {
  /** Width below which the column would look broken, and the one it may have where all are short. */
  readonly least: number;
  readonly hardest: number;
  /** Width at which its usual cells do not wrap. */
  readonly usual: number;
  /** Width at which nothing in it wraps. */
  readonly most: number;
  /** The column's share of width that nobody needs. */
  readonly share: number;
  /** Width of a character, and of the space beside the text: a line holds whole characters. */
  readonly em: number;
  readonly padding: number;
}

/**
 * Widths that together make exactly `room`. Room that is left when nothing wraps is shared out;
 * where only a few long cells must wrap, the widest column gives way; where the usual cells must,
 * widths are such that they take about the same number of lines in every column, since the highest
 * cell makes the row; and where even the least does not fit, all shrink, so that a table never
 * leaves its sheet.
 */
export function columnWidths(demands: readonly ColumnDemand[], room: number): number[] {
  const most = demands.map((one) => one.most);
  const usual = demands.map((one) => one.usual);
  if (sum(most) <= room) {
    const shares = sum(demands.map((one) => one.share)) || 1;
    const spare = room - sum(most);
    return demands.map((one) => one.most + (spare * one.share) / shares);
  }
  if (sum(usual) <= room) return between(usual, most, room);
  for (const start of ['least', 'hardest'] as const) {
    const widths = demands.map((one) => one[start]);
    if (sum(widths) <= room) return evenLines(demands, widths, room);
  }
  const hardest = demands.map((one) => one.hardest);
  return hardest.map((width) => (width * room) / sum(hardest));
}

/** Lines that a column's usual cells take at a width. */
export function linesOf({ usual, em, padding }: ColumnDemand, width: number): number {
  if (usual <= width + 1e-6) return 1;
  const characters = Math.max(1, Math.floor((width - padding) / em + 1e-6));
  return Math.max(1, Math.ceil((usual - padding) / em / characters - 1e-6));
}

/** Widens the column with the most lines, a line at a time, while there is room. */
function evenLines(
  demands: readonly ColumnDemand[],
  start: readonly number[],
  room: number,
): number[] {
  const widths = [...start];
  let spare = room - sum(widths);
  for (;;) {
    const lines = demands.map((one, at) => linesOf(one, widths[at] ?? 0));
    const highest = Math.max(...lines);
    const at = lines.indexOf(highest);
    const demand = demands[at];
    if (!demand || highest <= 1) break;
    const characters = Math.ceil((demand.usual - demand.padding) / demand.em / (highest - 1));
    const wider = demand.padding + characters * demand.em;
    const step = Math.max(demand.em / 4, wider - (widths[at] ?? 0));
    if (step > spare) break;
    widths[at] = (widths[at] ?? 0) + step;
    spare -= step;
  }
  return between(
    widths,
    demands.map((one, at) => Math.max(one.usual, widths[at] ?? 0)),
    room,
  );
}

/** Widths from `low` to `high`, with one cap for all, that make `room`. */
function between(low: readonly number[], high: readonly number[], room: number): number[] {
  const under = (cap: number) =>
    low.map((width, at) => Math.max(width, Math.min(high[at] ?? 0, cap)));
  let fits = 0;
  let tooMuch = Math.max(...high);
  for (let step = 0; step < 40; step++) {
    const cap = (fits + tooMuch) / 2;
    if (sum(under(cap)) > room) tooMuch = cap;
    else fits = cap;
  }
  const widths = under(fits);
  const rest = (room - sum(widths)) / widths.length;
  return widths.map((width) => width + rest);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
