import { sql } from 'kysely';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import type { Place } from '../../places/index.ts';
import { type Store, timesLocked } from '../database/index.ts';
import { placeOfVillage } from '../places.ts';
import { type PublicVillage, readVillage } from './read-notices.ts';

/** A village that is served, with its place and what its pages say of it. */
export interface Village {
  readonly place: Place;
  readonly facts: PublicVillage;
}

interface Seen extends Village {
  /** Milliseconds. */
  readonly at: number;
  readonly locks: number;
}

const hasPhotographs = sql<number>`case when notice like '%"photographs":[{%' then 1 else 0 end`.as(
  'photographs',
);

/**
 * For so long (milliseconds) what another process may have changed is not looked for. The embedded
 * database belongs to one process; asking now and then is caution.
 */
const FRESH = { postgres: 1_000, sqlite: 60_000 } as const;
const REMEMBERED = 20_000;

/**
 * Knows the state of villages without asking the database each time: what this process changes is
 * known at once, since it locks the place; what another process changes, within a second.
 */
export class VillageWatch {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The stamp of a village's state as it surely is now; undefined where one has to look. */
  known(village: string): string | undefined {
    const seen = this.#seen.get(village);
    if (!seen || this.#now() - seen.at >= FRESH[this.#store.engine]) return undefined;
    return seen.locks === timesLocked(this.#store, village) ? seen.facts.stamp : undefined;
  }

  /** A village as it is; undefined for one that this installation does not serve. */
  async look(village: VillageCode): Promise<Village | undefined> {
    const before = this.#seen.get(village);
    if (before && this.known(village) !== undefined) return before;
    const locks = timesLocked(this.#store, village);
    const at = this.#now();
    const place = before?.place ?? placeOfVillage(village);
    const facts = place && (await readVillage(this.#store.db, village));
    if (!place || !facts) return undefined;
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    const seen = { place, facts, at, locks };
    this.#seen.set(village, seen);
    return seen;
  }

  /** What a notice's pages are made from: they change when this does, or with the day. */
  async noticeStamp({ facts }: Village, village: VillageCode, notice: NoticeCode): Promise<string> {
    const { db } = this.#store;
    const row = await db
      .selectFrom('notice')
      .select(['sequence', hasPhotographs])
      .where('village', '=', village)
      .where('code', '=', notice)
      .executeTakeFirst();
    const last = await db
      .selectFrom('objection')
      .select((objection) => objection.fn.max('sequence').as('sequence'))
      .where('village', '=', village)
      .where('notice', '=', notice)
      .executeTakeFirst();
    const recordings = await db
      .selectFrom('recording')
      .select((recording) => [
        recording.fn.countAll().as('count'),
        recording.fn.max('made_at').as('last'),
        recording.fn.max('removed_at').as('removed'),
      ])
      .where('village', '=', village)
      .where('notice', '=', notice)
      .executeTakeFirst();
    const heard = [recordings?.count, recordings?.last, recordings?.removed].join();
    // a photograph that arrives changes the ledger alone
    const pictures = row?.photographs ? facts.ledgerHead : '';
    return [row?.sequence ?? 0, last?.sequence ?? 0, heard, pictures, facts.settings].join(' ');
  }
}
