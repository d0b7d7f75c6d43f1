const SHANGHAI_MILLISECONDS = 8 * 3_600_000;

/** An instant as a native date-and-time field holds it, on the clock of Shanghai. */
export function toLocalTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MILLISECONDS).toISOString().slice(0, 16);
}

/** The ISO instant that a native date-and-time field means; undefined while it is not filled in. */
export function fromLocalTime(text: string): string | undefined {
  const instant = new Date(`${text.slice(0, 16)}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
