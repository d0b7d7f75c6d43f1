/** A page or file as it was made, before it is packed. */
export interface DrawnPage {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Its Content-Security-Policy, where it is a page. */
  readonly policy?: string;
  /** Under which name a browser keeps it, where it is a file to keep. */
  readonly fileName?: string;
  /** Search engines must not keep it. */
  readonly isPrivate?: boolean;
  /** The last day (YYYY-MM-DD in Shanghai) for which it was made; absent where days change nothing. */
  readonly holdsThrough?: string;
  /** Whether to keep it in memory: not where anybody could make up addresses without end. */
  readonly isKept: boolean;
}

export const HTML = 'text/html; charset=utf-8';

/** The instant (milliseconds) from which a page made for days up to this one is out of date. */
export function endOf(day: string | undefined): number {
  if (day === undefined) return Number.POSITIVE_INFINITY;
  // days are Shanghai's, which has been at UTC+8 without summer time since 1991
  return Date.parse(`${day}T00:00:00+08:00`) + 86_400_000;
}
