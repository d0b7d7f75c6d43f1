import { type DayRange, parsePlainDay } from '../../calendar/index.ts';

/** A period that a document states, as days to count with; undefined where it is none. */
export function parsePeriod(
  period: { readonly from: string; readonly to: string } | undefined,
): DayRange | undefined {
  const from = parsePlainDay(period?.from ?? '');
  const to = parsePlainDay(period?.to ?? '');
  return from && to && { from, to };
}
