import { templateOf } from '../../catalogue/templates/index.ts';
import {
  composeTitle,
  deadlineStartOf,
  type Notice,
  type NoticeFacts,
} from '../../notice/index.ts';
import { type Database, inRowsOf } from '../database/index.ts';
import { placeOfVillage } from '../places.ts';
import { cataloguesFor } from '../reference/index.ts';

/** A village with the place in its history up to which its facts hold. */
export interface SupervisedVillage {
  readonly code: string;
  readonly sequence: number;
}

interface Held {
  readonly sequence: number;
  readonly facts: readonly NoticeFacts[];
}

/** The facts of each village's notices, read anew only where something has changed. */
export class VillageFacts {
  readonly #held = new Map<string, Held>();

  async of(db: Database, villages: readonly SupervisedVillage[]): Promise<NoticeFacts[]> {
    const changed = villages.filter(
      ({ code, sequence }) => this.#held.get(code)?.sequence !== sequence,
    );
    for (const some of inRowsOf(1, changed)) await this.#read(db, some);
    return villages.flatMap(({ code }) => this.#held.get(code)?.facts ?? []);
  }

  async #read(db: Database, villages: readonly SupervisedVillage[]): Promise<void> {
    const codes = villages.map(({ code }) => code);
    const rows = await db
      .selectFrom('notice')
      .select(['village', 'notice'])
      .where('village', 'in', codes)
      .orderBy('village')
      .orderBy('code')
      .execute();
    const facts = new Map(codes.map((code): [string, NoticeFacts[]] => [code, []]));
    for (const row of rows) {
      // parsed when it came in
      const fact = await factsOf(db, JSON.parse(row.notice) as Notice);
      if (fact) facts.get(row.village)?.push(fact);
    }
    for (const { code, sequence } of villages) {
      this.#held.set(code, { sequence, facts: facts.get(code) ?? [] });
    }
  }
}

/** Undefined for a notice whose template nobody here knows: nothing can be said of its item. */
async function factsOf(db: Database, notice: Notice): Promise<NoticeFacts | undefined> {
  const { village, code, content, stage, standing, revisions, postings = [], createdAt } = notice;
  const catalogues = await cataloguesFor(db, village, [content]);
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const place = placeOfVillage(village);
  if (!template || !place) return undefined;
  const deadlineStart = deadlineStartOf(template, content);
  const publishedAt = revisions[0]?.by.at;
  const hungAt = postings.map((one) => one.hungAt).sort()[0];
  return {
    village,
    code,
    item: template.item,
    title: composeTitle(template, content, place),
    stage,
    standing,
    createdAt,
    ...(deadlineStart ? { deadlineStart } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(hungAt ? { hungAt } : {}),
  };
}
