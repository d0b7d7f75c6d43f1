import { type ExpressionBuilder, sql } from 'kysely';
import type { Notice, NoticeCode, NoticeContent, VillageCode } from '../../notice/index.ts';
import type { Mutation, MutationResult } from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import { inRowsOf, lockPlace, type Store, type Writing } from '../database/index.ts';
import type { Tables } from '../database/schema.ts';
import { chain, insertEntries } from '../ledger/index.ts';
import { cataloguesFor } from '../reference/index.ts';
import { type BatchEffects, decideBatch } from './decide-batch.ts';
import {
  readVersionRecord,
  type VersionRecord,
  writeVersionRecord,
  writeWithContent,
} from './version-record.ts';

export interface AppliedBatch {
  /** One for each mutation, in order. */
  readonly results: readonly MutationResult[];
  /** The notices that the batch changed, as they stand now, each at its place in the sequence. */
  readonly notices: ChangedNotices;
}

/** By their codes. */
export type ChangedNotices = ReadonlyMap<
  string,
  { readonly notice: Notice; readonly sequence: number }
>;

/**
 * Applies one village's mutations in one transaction under the village's lock: either all of their
 * effects and answers are on disk when this returns, or none.
 */
export async function applyBatch(
  store: Store,
  village: VillageCode,
  mutations: readonly Mutation[],
  actor: Actor,
  now: string,
): Promise<AppliedBatch> {
  const noneAllowed = { results: mutations.map(notAllowed), notices: new Map() };
  // who has no business here gets no lock, and learns nothing of what exists
  if (!mayRead(actor, village)) return noneAllowed;

  return store.db.transaction().execute(async (transaction) => {
    const place = await lockPlace(store, transaction, village);
    if (!place) return noneAllowed;

    const notices = await noticesOf(transaction, village, mutations);
    const versions = await versionsOf(transaction, village, mutations, notices);
    const effects = decideBatch(
      {
        village,
        settings: readPlaceSettings(place.settings),
        sequence: place.sequence,
        notices,
        answered: await answersTo(transaction, village, mutations),
        versionAt: (notice, version) => versions.get(versionKey(notice, version)),
        catalogues: await cataloguesFor(transaction, village, contentsOf(mutations, notices)),
      },
      mutations,
      actor,
      now,
    );
    await writeEffects(transaction, village, effects, actor, now);

    const head = { number: place.ledger_number, hash: place.ledger_hash };
    const entries = chain(village, head, effects.events, now);
    await insertEntries(transaction, village, entries);
    const end = entries.at(-1);
    if (end) {
      await transaction
        .updateTable('place')
        .set({
          sequence: effects.sequence,
          ledger_number: end.number,
          ledger_hash: end.hash,
        })
        .where('code', '=', village)
        .execute();
    }
    return { results: effects.results, notices: effects.notices };
  });
}

/** Every content that the batch's mutations bring or meet. */
function contentsOf(
  mutations: readonly Mutation[],
  notices: ReadonlyMap<NoticeCode, Notice>,
): NoticeContent[] {
  const brought = mutations.flatMap(({ action }) =>
    action.kind === 'save' ? [action.content] : [],
  );
  return [...brought, ...[...notices.values()].map(({ content }) => content)];
}

function notAllowed({ id }: Mutation): MutationResult {
  return { id, outcome: 'refused', code: 'not-allowed' };
}

async function noticesOf(
  transaction: Writing,
  village: VillageCode,
  mutations: readonly Mutation[],
): Promise<Map<NoticeCode, Notice>> {
  const codes = [...new Set(mutations.map((mutation) => mutation.notice))];
  const notices = new Map<NoticeCode, Notice>();
  for (const some of inRowsOf(1, codes)) {
    const rows = await transaction
      .selectFrom('notice')
      .select('notice')
      .where('village', '=', village)
      .where('code', 'in', some)
      .execute();
    for (const row of rows) {
      const notice = JSON.parse(row.notice) as Notice;
      notices.set(notice.code, notice);
    }
  }
  return notices;
}

async function answersTo(
  transaction: Writing,
  village: VillageCode,
  mutations: readonly Mutation[],
): Promise<Map<string, MutationResult>> {
  const answers = new Map<string, MutationResult>();
  const ids = mutations.map((mutation) => mutation.id);
  for (const some of inRowsOf(1, ids)) {
    const rows = await transaction
      .selectFrom('mutation')
      .select(['id', 'result'])
      .where('village', '=', village)
      .where('id', 'in', some)
      .execute();
    for (const row of rows) answers.set(row.id, JSON.parse(row.result) as MutationResult);
  }
  return answers;
}

/** The versions from those that the batch's saves started from: what a merge looks at. */
async function versionsOf(
  transaction: Writing,
  village: VillageCode,
  mutations: readonly Mutation[],
  notices: ReadonlyMap<NoticeCode, Notice>,
): Promise<Map<string, VersionRecord>> {
  const oldest = new Map<NoticeCode, number>();
  for (const { notice, action } of mutations) {
    if (action.kind !== 'save') continue;
    const head = notices.get(notice)?.version ?? 0;
    if (action.baseVersion < 1 || action.baseVersion >= head) continue;
    oldest.set(notice, Math.min(action.baseVersion, oldest.get(notice) ?? head));
  }
  const versions = new Map<string, VersionRecord>();
  for (const some of inRowsOf(2, [...oldest])) {
    const rows = await transaction
      .selectFrom('version')
      .selectAll()
      .where('village', '=', village)
      .where((row: ExpressionBuilder<Tables, 'version'>) =>
        row.or(
          some.map(([notice, version]) =>
            row.and([row('notice', '=', notice), row('version', '>=', version)]),
          ),
        ),
      )
      .execute();
    for (const row of rows) {
      versions.set(versionKey(row.notice, row.version), readVersionRecord(row.record));
    }
  }
  return versions;
}

function versionKey(notice: string, version: number): string {
  return `${notice}/${version}`;
}

async function writeEffects(
  transaction: Writing,
  village: VillageCode,
  effects: BatchEffects,
  actor: Actor,
  now: string,
): Promise<void> {
  // a new content stands in its notice and in its version, and is written once
  const written = new Map<NoticeContent, string>();
  const contentJson = (content: NoticeContent): string => {
    const text = written.get(content) ?? JSON.stringify(content);
    written.set(content, text);
    return text;
  };
  for (const rows of inRowsOf(4, [...effects.notices.entries()])) {
    await transaction
      .insertInto('notice')
      .values(
        rows.map(([code, { notice, sequence }]) => ({
          village,
          code,
          sequence,
          notice: writeWithContent(notice, contentJson),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['village', 'code']).doUpdateSet({
          sequence: sql.ref('excluded.sequence'),
          notice: sql.ref('excluded.notice'),
        }),
      )
      .execute();
  }
  for (const rows of inRowsOf(4, effects.versions)) {
    await transaction
      .insertInto('version')
      .values(
        rows.map(({ notice, version, record }) => ({
          village,
          notice,
          version,
          record: writeVersionRecord(record, contentJson),
        })),
      )
      .execute();
  }
  for (const rows of inRowsOf(8, effects.revisions)) {
    await transaction
      .insertInto('revision')
      .values(
        rows.map(({ notice, revision, version, document, checkCode }) => ({
          village,
          notice,
          revision,
          version,
          document: JSON.stringify(document),
          check_code: checkCode,
          published_at: now,
          published_by: actor.name,
        })),
      )
      .execute();
  }
  for (const rows of inRowsOf(4, effects.answers)) {
    await transaction
      .insertInto('mutation')
      .values(
        rows.map((result) => ({
          village,
          id: result.id,
          device: actor.device,
          result: JSON.stringify(result),
        })),
      )
      .execute();
  }
}
