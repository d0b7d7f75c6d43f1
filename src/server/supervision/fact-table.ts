import { sql } from 'kysely';
import { type Notice, type NoticeFacts, yearsOf } from '../../notice/index.ts';
import { type Database, inRowsOf } from '../database/index.ts';
import { plainMarkOf, type VillageState } from '../sync/history.ts';
import { factsOf } from './facts-of.ts';

/** A notice's facts with the place in its village's history that they are from. */
export interface PlacedFacts {
  readonly sequence: number;
  readonly facts: NoticeFacts;
}

const NOTHING: VillageState = { sequence: 0, number: 0, hash: '' };

/**
 * What supervision knows of notices, kept in a table of its own: a notice is read for it once after
 * each change, by whoever asks first, and never where nobody asks.
 */
export class FactTable {
  readonly #db: Database;
  /** The mark up to which the table is known to hold a village's facts: a backup may come in between. */
  readonly #reached = new Map<string, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Brings the facts of these villages up to the states that were read of them. */
  async bringUpTo(
    villages: readonly string[],
    states: ReadonlyMap<string, VillageState>,
  ): Promise<void> {
    const markOf = (code: string) => plainMarkOf(states.get(code) ?? NOTHING);
    const behind = villages.filter((code) => this.#reached.get(code) !== markOf(code));
    for (const some of inRowsOf(1, behind)) {
      const stale = await this.#stale(some);
      const facts: PlacedFacts[] = [];
      for (const { sequence, notice } of stale) {
        // parsed when it came in
        const one = await factsOf(this.#db, JSON.parse(notice) as Notice);
        if (one) facts.push({ sequence, facts: one });
      }
      await this.#write(facts);
      for (const code of some) this.#reached.set(code, markOf(code));
    }
  }

  /** All facts of these villages that belong to a year, or all where none is named. */
  async ofYear(villages: readonly string[], year?: number): Promise<PlacedFacts[]> {
    const found: PlacedFacts[] = [];
    for (const some of inRowsOf(1, villages)) {
      const all = this.#db
        .selectFrom('notice_fact')
        .select(['sequence', 'facts'])
        .where('village', 'in', some)
        .orderBy('village')
        .orderBy('code');
      const rows = await (year === undefined
        ? all
        : all.where((row) => row.or([row('year', '=', year), row('second_year', '=', year)]))
      ).execute();
      found.push(...rows.map(placed));
    }
    return found;
  }

  /** What changed in a village after a cursor, of whatever year: it may have left the asked one. */
  async after(village: string, cursor: number): Promise<PlacedFacts[]> {
    const rows = await this.#db
      .selectFrom('notice_fact')
      .select(['sequence', 'facts'])
      .where('village', '=', village)
      .where('sequence', '>', cursor)
      .execute();
    return rows.map(placed);
  }

  #stale(villages: readonly string[]): Promise<{ sequence: number; notice: string }[]> {
    return this.#db
      .selectFrom('notice')
      .leftJoin('notice_fact', (join) =>
        join
          .onRef('notice_fact.village', '=', 'notice.village')
          .onRef('notice_fact.code', '=', 'notice.code'),
      )
      .select(['notice.sequence', 'notice.notice'])
      .where('notice.village', 'in', [...villages])
      .where((row) =>
        row.or([
          row('notice_fact.code', 'is', null),
          row('notice_fact.sequence', '<', row.ref('notice.sequence')),
        ]),
      )
      .execute();
  }

  async #write(facts: readonly PlacedFacts[]): Promise<void> {
    const columns = ['sequence', 'year', 'second_year', 'facts'] as const;
    for (const rows of inRowsOf(6, facts.map(rowOf))) {
      await this.#db
        .insertInto('notice_fact')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['village', 'code'])
            .doUpdateSet(
              Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)])),
            )
            // another server may have read a newer notice meanwhile
            .where('notice_fact.sequence', '<', sql.ref<number>('excluded.sequence')),
        )
        .execute();
    }
  }
}

function rowOf({ sequence, facts }: PlacedFacts) {
  const [year = 0, second_year = 0] = yearsOf(facts);
  const { village, code } = facts;
  return { village, code, sequence, year, second_year, facts: JSON.stringify(facts) };
}

/** From a row that this program wrote. */
function placed({ sequence, facts }: { sequence: number; facts: string }): PlacedFacts {
  return { sequence, facts: JSON.parse(facts) as NoticeFacts };
}
