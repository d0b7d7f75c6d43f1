/** How wide a column wants to be and how narrow it may get; all in one unit. */
export interface ColumnDemand {
  /** Width below which the column would look broken. */
  readonly least: number;
  /** Width at which its usual cells do not wrap. */
  readonly usual: number;
  /** Width at which nothing in it wraps. */
  readonly most: number;
  /** The column's share of width that nobody needs. */
  readonly share: number;
}

/**
 * Widths that together make exactly `room`. Room that is left when nothing wraps is shared out;
 * where it is short, the widest column gives way first: from what its longest cell wants to what
 * its usual ones do, then to its least; and where even that does not fit, all shrink alike, so that
 * a table never leaves its sheet.
 */
export function columnWidths(demands: readonly ColumnDemand[], room: number): number[] {
  const most = demands.map((one) => one.most);
  const usual = demands.map((one) => one.usual);
  const least = demands.map((one) => one.least);
  if (sum(most) <= room) {
    const shares = sum(demands.map((one) => one.share)) || 1;
    const spare = room - sum(most);
    return demands.map((one) => one.most + (spare * one.share) / shares);
  }
  if (sum(usual) <= room) return between(usual, most, room);
  if (sum(least) <= room) return between(least, usual, room);
  return least.map((width) => (width * room) / sum(least));
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
