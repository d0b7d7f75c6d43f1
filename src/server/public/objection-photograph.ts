import {
  OBJECTION_PHOTOGRAPH_LIMITS,
  type ObjectionPhotograph,
  type VillageCode,
} from '../../notice/index.ts';
import { uprightJpeg } from '../../privacy/index.ts';
import type { ObjectionProblem } from '../../public-pages/index.ts';
import { RateLimit } from '../http/rate-limit.ts';
import type { PhotographFiles } from '../uploads/index.ts';

/** Ten megabytes each: a family sends a few, and a village's disk has to last. */
const FROM_ONE_ADDRESS = { burst: 5, perMinute: 5 / 60 };
const TO_ONE_VILLAGE = { burst: 20, perMinute: 20 / 1_440 };
const TO_ALL = { burst: 300, perMinute: 300 / 1_440 };

type Outcome =
  | { readonly ok: true; readonly photograph: ObjectionPhotograph }
  | { readonly ok: false; readonly problem: ObjectionProblem };

/**
 * Photographs that come with objections: JPEG by their bytes and nothing else, bounded in bytes and
 * sides, without place, time or model in them, so many an hour. No page ever shows one; village, town
 * and district see it beside the objection.
 */
export class ObjectionPhotographs {
  readonly #files: PhotographFiles;
  readonly #limits: readonly {
    readonly limit: RateLimit;
    readonly by: 'address' | 'village' | 'all';
  }[];

  /** `now` in milliseconds. */
  constructor(files: PhotographFiles, now: () => number) {
    this.#files = files;
    this.#limits = [
      { limit: new RateLimit(FROM_ONE_ADDRESS, now), by: 'address' },
      { limit: new RateLimit(TO_ONE_VILLAGE, now), by: 'village' },
      { limit: new RateLimit(TO_ALL, now), by: 'all' },
    ];
  }

  /** Looks at what was sent and keeps it; says what is wrong with it otherwise. */
  async keep(village: VillageCode, address: string, sent: Uint8Array): Promise<Outcome> {
    const { bytes: most, longestSide, area } = OBJECTION_PHOTOGRAPH_LIMITS;
    if (sent.length > most) return { ok: false, problem: 'photograph-too-large' };
    const picture = uprightJpeg(sent);
    if (!picture) return { ok: false, problem: 'photograph-unknown' };
    const { bytes, width, height } = picture;
    if (Math.max(width, height) > longestSide || width * height > area) {
      return { ok: false, problem: 'photograph-too-large' };
    }
    const keys = { address, village, all: '' };
    if (!this.#limits.every(({ limit, by }) => limit.admits(keys[by]))) {
      return { ok: false, problem: 'photograph-too-many' };
    }
    const id = await this.#files.put(village, bytes);
    return { ok: true, photograph: { id, width, height, bytes: bytes.length } };
  }
}
