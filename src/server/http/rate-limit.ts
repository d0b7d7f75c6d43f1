/** So many at once, and so many each minute in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Callers remembered before the quiet ones are forgotten. */
const REMEMBERED = 20_000;

/**
 * Counts what each caller does, as a bucket of tokens that fills up with time. One process counts
 * for itself: with several, a caller gets as many times the rate at most.
 */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** `now` in milliseconds. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** How many callers are remembered now. */
  get remembered(): number {
    return this.#buckets.size;
  }

  /** Takes a token for this caller; false where there is none left. */
  admits(caller: string): boolean {
    const now = this.#now();
    const bucket = this.#buckets.get(caller) ?? { tokens: this.#rate.burst, filledAt: now };
    const filled = ((now - bucket.filledAt) / 60_000) * this.#rate.perMinute;
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + Math.max(0, filled));
    bucket.filledAt = now;
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > REMEMBERED) this.#forgetFull();
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  /** Gives a token back, for what turned out to be no attempt worth counting. */
  giveBack(caller: string): void {
    const bucket = this.#buckets.get(caller);
    if (bucket) bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + 1);
  }

  #forgetFull(): void {
    const now = this.#now();
    const untilFull = (this.#rate.burst / this.#rate.perMinute) * 60_000;
    for (const [caller, bucket] of this.#buckets) {
      if (now - bucket.filledAt > untilFull) this.#buckets.delete(caller);
    }
    // so many at once is an attack: the oldest make room
    for (const caller of this.#buckets.keys()) {
      if (this.#buckets.size <= REMEMBERED / 2) break;
      this.#buckets.delete(caller);
    }
  }
}
