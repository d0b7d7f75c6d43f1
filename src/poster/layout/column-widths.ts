/** How wide a column wants to be and how narrow it may get; all in one unit. */
export interface ColumnDemand {
  /** Width at which nothing in the column wraps. */
  readonly wanted: number;
  /** Width below which the column would look broken. */
  readonly least: number;
  /** The column's share of width that nobody needs. */
  readonly share: number;
}

/**
 * Widths that together make exactly `room`. With room to spare each column gets its share of it;
 * without, the widest give way first, down to their least; and where even that does not fit, all
 * shrink alike, so that a table never leaves its sheet.
 */
export function columnWidths(demands: readonly ColumnDemand[], room: number): number[] {
  const wanted = sum(demands.map((one) => one.wanted));
  if (wanted <= room) {
    const shares = sum(demands.map((one) => one.share)) || 1;
    return demands.map((one) => one.wanted + ((room - wanted) * one.share) / shares);
  }
  const least = sum(demands.map((one) => one.least));
  if (least >= room) return demands.map((one) => (one.least * room) / least);
  const widthsUnder = (cap: number) =>
    demands.map((one) => Math.max(one.least, Math.min(one.wanted, cap)));
  let low = 0;
  let high = Math.max(...demands.map((one) => one.wanted));
  for (let step = 0; step < 50; step++) {
    const cap = (low + high) / 2;
    if (sum(widthsUnder(cap)) > room) high = cap;
    else low = cap;
  }
  const widths = widthsUnder(low);
  const rest = room - sum(widths);
  return widths.map((width) => width + rest / widths.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
