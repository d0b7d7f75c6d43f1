import type { PlainDay } from '../../calendar/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import {
  deadlineStartOf,
  listsPersons,
  type Notice,
  type NoticeCode,
  type NoticeDocument,
  type VillageCode,
} from '../../notice/index.ts';
import type { BoardNotice } from '../../public-pages/index.ts';
import { type Database, inRowsOf } from '../database/index.ts';
import { cataloguesFor } from '../reference/index.ts';

/** A published notice as boards, feeds and lists of duties need it. */
export interface BoardRecord extends BoardNotice {
  readonly itemId: string;
  /** From which day its item's time limit runs, where the notice says so. */
  readonly startsOn?: PlainDay;
  readonly hasPersons: boolean;
}

interface Known {
  readonly sequence: number;
  /** Undefined while nothing of it was published. */
  readonly record: BoardRecord | undefined;
}

/** Villages whose boards are remembered before the oldest is forgotten. */
const VILLAGES = 2_000;

/**
 * Reads villages' boards. What was read once is remembered by each notice's sequence, so that a
 * board costs what changed on it and not what it holds.
 */
export class BoardReader {
  readonly #db: Database;
  readonly #villages = new Map<VillageCode, Map<NoticeCode, Known>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every notice of the village that was published, in no order. */
  async read(village: VillageCode): Promise<BoardRecord[]> {
    const known = this.#villages.get(village) ?? new Map<NoticeCode, Known>();
    this.#villages.delete(village);
    this.#villages.set(village, known);
    for (const oldest of this.#villages.keys()) {
      if (this.#villages.size <= VILLAGES) break;
      this.#villages.delete(oldest);
    }
    const rows = await this.#db
      .selectFrom('notice')
      .select(['code', 'sequence'])
      .where('village', '=', village)
      .execute();
    const changed = rows.filter((row) => {
      return known.get(row.code as NoticeCode)?.sequence !== row.sequence; // written from a code
    });
    for (const some of inRowsOf(80, changed)) {
      const codes = some.map((row) => row.code);
      for (const [code, one] of await readRecords(this.#db, village, codes)) known.set(code, one);
    }
    return [...known.values()].flatMap(({ record }) => record ?? []);
  }
}

async function readRecords(
  db: Database,
  village: VillageCode,
  codes: readonly string[],
): Promise<Map<NoticeCode, Known>> {
  const notices = await db
    .selectFrom('notice')
    .select(['sequence', 'notice'])
    .where('village', '=', village)
    .where('code', 'in', codes)
    .execute();
  const revisions = await db
    .selectFrom('revision')
    .select(['notice', 'document', 'published_at'])
    .where('village', '=', village)
    .where('notice', 'in', codes)
    .orderBy('notice')
    .orderBy('revision')
    .execute();
  // the last revision of each stays
  const latest = new Map(revisions.map((row) => [row.notice, row]));
  const parsed = notices.map((row) => ({
    sequence: row.sequence,
    notice: JSON.parse(row.notice) as Notice,
  }));
  const contents = parsed.map(({ notice }) => notice.content);
  const catalogues = await cataloguesFor(db, village, contents);
  return new Map(
    parsed.map(({ sequence, notice }) => {
      const revision = latest.get(notice.code);
      const record = revision && recordOf(notice, revision, catalogues);
      return [notice.code, { sequence, record }];
    }),
  );
}

function recordOf(
  notice: Notice,
  revision: { readonly document: string; readonly published_at: string },
  catalogues: readonly Catalogue[],
): BoardRecord | undefined {
  if (notice.standing === 'unpublished') return undefined;
  // parsed by its schema when it was published
  const { title, kind, period, blocks } = JSON.parse(revision.document) as NoticeDocument;
  const { content } = notice;
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const item = template && itemOfTemplate(template, catalogues)?.item;
  const startsOn = template && deadlineStartOf(template, content);
  return {
    code: notice.code,
    title,
    kind,
    ...(period ? { period } : {}),
    publishedAt: revision.published_at,
    standing: notice.standing,
    item: item?.level2 ?? '',
    itemId: item?.id ?? '',
    ...(startsOn ? { startsOn } : {}),
    hasPersons: blocks.some((block) => block.kind === 'table' && listsPersons(block)),
  };
}
