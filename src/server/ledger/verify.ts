import type {
  Exemption,
  Notice,
  NoticeCode,
  NoticeDocument,
  Objection,
  VillageCode,
} from '../../notice/index.ts';
import {
  checkCodeOf,
  contentDigest,
  exemptionDigest,
  objectionDigest,
} from '../../notice/index.ts';
import type { Database } from '../database/index.ts';
import { readVersionRecord } from '../sync/version-record.ts';
import { entryHash, type LedgerEntry, type LedgerEvent, sha256Of } from './entry.ts';

/** The first thing in a place's ledger that does not hold. */
export interface LedgerFault {
  readonly place: string;
  /** Of the entry at fault; for a cut-off end, of the first one missing. */
  readonly number: number;
  readonly code:
    | 'missing' // a number is left out, or the chain ends before its head
    | 'altered' // the entry does not give the hash that stands beside it
    | 'unchained' // it does not follow from the entry before
    | 'head-differs' // the chain goes on past the head that the place names
    | 'content-altered' // the version it speaks of is not what was accepted, or not what is shown now
    | 'words-altered' // the revision it speaks of is not what was published, or it knows of none
    | 'objection-altered' // the objection or step it speaks of is not what was said
    | 'exemption-altered'; // what was said of an item that does not apply is not what stands there
}

const PAGE = 500;

/**
 * Walks a place's ledger from its first entry, as it is at one moment, whoever writes meanwhile;
 * undefined when everything holds.
 */
export function verifyLedger(db: Database, place: string): Promise<LedgerFault | undefined> {
  // SQLite has no levels and reads as of its first look in any case
  const asOfNow = db.transaction().setIsolationLevel('repeatable read');
  return asOfNow.execute((reading) => verifyAt(reading, place));
}

async function verifyAt(db: Database, place: string): Promise<LedgerFault | undefined> {
  const head = await db
    .selectFrom('place')
    .select(['ledger_number', 'ledger_hash'])
    .where('code', '=', place)
    .executeTakeFirst();
  if (!head) return { place, number: 0, code: 'missing' };

  let number = 0;
  let hash = '';
  const said: Said = new Map();
  const notices: SaidOfNotices = new Map();
  for (;;) {
    const page = await db
      .selectFrom('ledger')
      .selectAll()
      .where('place', '=', place)
      .where('number', '>', number)
      .orderBy('number')
      .limit(PAGE)
      .execute();
    for (const row of page) {
      number += 1;
      if (row.number !== number) return { place, number, code: 'missing' };
      if (row.previous_hash !== hash) return { place, number, code: 'unchained' };
      if (entryHash(hash, row.entry) !== row.hash) return { place, number, code: 'altered' };
      hash = row.hash;
      const entry = JSON.parse(row.entry) as LedgerEntry; // its hash vouches for its shape
      const code = await entryFault(db, entry, place, number);
      if (code) return { place, number, code };
      const { event } = entry;
      if (event.kind === 'objection' || event.kind === 'exemption') hear(said, event, number);
      if (event.kind === 'action') hearOfNotice(notices, event, number);
    }
    if (page.length < PAGE) break;
  }
  if (number < head.ledger_number) return { place, number: number + 1, code: 'missing' };
  if (number > head.ledger_number || hash !== head.ledger_hash) {
    return { place, number, code: 'head-differs' };
  }
  return (await noticesFault(db, notices, { place, number })) ?? stepsFault(db, said, place);
}

/** Holds what an entry says against the contents and words that are stored. */
async function entryFault(
  db: Database,
  entry: LedgerEntry,
  place: string,
  number: number,
): Promise<LedgerFault['code'] | undefined> {
  if (entry.place !== place || entry.number !== number) return 'altered';
  const { event } = entry;
  if (event.kind !== 'action') return undefined;

  const stored = await db
    .selectFrom('version')
    .select('record')
    .where('village', '=', place)
    .where('notice', '=', event.notice)
    .where('version', '=', event.version)
    .executeTakeFirst();
  const content = stored && readVersionRecord(stored.record).content;
  if (!content || contentDigest(content) !== event.contentDigest) return 'content-altered';

  if (event.revision === undefined) return undefined;
  const { revision } = event;
  const published = await db
    .selectFrom('revision')
    .select('document')
    .where('village', '=', place)
    .where('notice', '=', event.notice)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (!published) return 'words-altered';
  const checkCode = checkCodeOf({
    // the entry's own hash vouches for these
    village: place as VillageCode,
    notice: event.notice as NoticeCode,
    revision,
    document: JSON.parse(published.document) as NoticeDocument,
  });
  return checkCode === event.checkCode ? undefined : 'words-altered';
}

/** The last that the ledger says of each notice, by its code. */
type SaidOfNotices = Map<
  string,
  { event: ActionEvent; number: number; readonly revisions: Set<number> }
>;
type ActionEvent = Extract<LedgerEvent, { kind: 'action' }>;

function hearOfNotice(said: SaidOfNotices, event: ActionEvent, number: number): void {
  const known = said.get(event.notice) ?? { event, number, revisions: new Set<number>() };
  if (event.revision !== undefined) known.revisions.add(event.revision);
  said.set(event.notice, { ...known, event, number });
}

/**
 * Holds what phones and villagers are shown now against the last that the ledger says of each notice;
 * what it never spoke of is named with its end.
 */
async function noticesFault(
  db: Database,
  said: SaidOfNotices,
  end: Pick<LedgerFault, 'place' | 'number'>,
): Promise<LedgerFault | undefined> {
  const { place } = end;
  const missing = new Set(said.keys());
  for await (const { code, notice } of noticesOf(db, place)) {
    const known = said.get(code);
    if (!known) return { ...end, code: 'content-altered' };
    missing.delete(code);
    const { content, version, revisions } = JSON.parse(notice) as Notice;
    const isHeld =
      version === known.event.version &&
      contentDigest(content, sha256Of) === known.event.contentDigest &&
      revisions.length === known.revisions.size;
    if (!isHeld) return { place, number: known.number, code: 'content-altered' };
  }
  const [gone] = missing;
  if (gone !== undefined) {
    return { place, number: said.get(gone)?.number ?? end.number, code: 'content-altered' };
  }
  const published = await db
    .selectFrom('revision')
    .select(['notice', 'revision'])
    .where('village', '=', place)
    .execute();
  const isSaid = ({ notice, revision }: (typeof published)[number]) =>
    said.get(notice)?.revisions.has(revision);
  return published.every(isSaid) ? undefined : { ...end, code: 'words-altered' };
}

/** All notices of a village, some at a time. */
async function* noticesOf(db: Database, village: string) {
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('notice')
      .select(['code', 'notice'])
      .where('village', '=', village)
      .where('code', '>', after)
      .orderBy('code')
      .limit(PAGE)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.code;
  }
}

/** What the ledger says of the parts of one objection or item, by what and which it is. */
type Said = Map<string, { readonly event: StepsEvent; number: number; readonly digests: string[] }>;
type StepsEvent = Extract<LedgerEvent, { kind: 'objection' | 'exemption' }>;

/** Keeps the last word on each part: one that was lost and brought back moves those behind it. */
function hear(said: Said, event: StepsEvent, number: number): void {
  const key = `${event.kind} ${event.kind === 'objection' ? event.objection : event.item}`;
  const known = said.get(key) ?? { event, number, digests: [] };
  known.number = number;
  known.digests[event.part] = event.digest;
  said.set(key, known);
}

/** Holds the objections and items against every word that the ledger says of them. */
async function stepsFault(
  db: Database,
  said: Said,
  place: string,
): Promise<LedgerFault | undefined> {
  for (const { event, number, digests } of said.values()) {
    const stored =
      event.kind === 'objection'
        ? await digestsOfObjection(db, place, event.objection)
        : await digestsOfExemption(db, place, event.item);
    const isHeld = digests.every((digest, part) => stored[part] === digest);
    if (!isHeld) return { place, number, code: `${event.kind}-altered` };
  }
  return undefined;
}

async function digestsOfObjection(db: Database, village: string, code: string): Promise<string[]> {
  const row = await db
    .selectFrom('objection')
    .select('objection')
    .where('village', '=', village)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) return [];
  const objection = JSON.parse(row.objection) as Objection;
  return [...objection.steps, undefined].map(
    (_one, part) => objectionDigest(objection, part) ?? '',
  );
}

/** Steps are counted from 1. */
async function digestsOfExemption(db: Database, village: string, item: string): Promise<string[]> {
  const row = await db
    .selectFrom('exemption')
    .select('exemption')
    .where('village', '=', village)
    .where('item', '=', item)
    .executeTakeFirst();
  if (!row) return [];
  const { steps } = JSON.parse(row.exemption) as Exemption;
  return ['', ...steps.map(exemptionDigest)];
}
