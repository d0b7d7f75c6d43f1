import { todayIn } from '../calendar/index.ts';
import {
  type Catalogue,
  type CatalogueOutline,
  catalogueShelf,
  choicesOn,
  type ItemOutline,
  outlineOf,
  shippedOutlines,
} from '../catalogue/index.ts';
import type {
  DeviceDatabase,
  HeldReference,
  NoticeKey,
  NoticeSummary,
} from '../device/database.ts';
import { readReference } from '../device/held-reference.ts';
import type { Exemption } from '../notice/exemption.ts';
import type { Objection } from '../notice/objection.ts';
import { objectionState } from '../notice/objection-state.ts';
import type { Session } from '../protocol/session.ts';

/** What a person's duties are told from. */
export interface DutyGround {
  readonly session: Session;
  readonly reference: HeldReference;
  /** What the villages have to disclose. */
  readonly items: readonly ItemOutline[];
  /** The notices that may call for something, and the last one of each item that is due yearly. */
  readonly notices: readonly NoticeSummary[];
  /** That nobody has answered. */
  readonly objections: readonly Objection[];
  readonly exemptions: readonly Exemption[];
  /** The revisions printed here, by village and notice. */
  readonly printed: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads it by index, so that notices at rest cost nothing, however many there are. Undefined while
 * nobody is signed in. Holds from `now` on, for later days too, until something changes.
 */
export async function readDutyGround(
  database: DeviceDatabase,
  now: Date,
): Promise<DutyGround | undefined> {
  const [session, reference, choice] = await Promise.all([
    database.read('session'),
    readReference(database),
    database.read('catalogue'),
  ]);
  if (!session) return undefined;
  const { role } = session.person;
  const isDrafting = role === 'drafter' || role === 'reviewer';
  const items = itemsInUse(reference, choice ?? '');
  const villages = session.villages.map(({ code }) => code);
  const [objections, exemptions, calling, told] = await Promise.all([
    openObjections(database, session),
    isDrafting ? database.exemptions.toArray() : [],
    // who drafts nothing has no notices to hang: a district's are never read
    isDrafting ? Promise.all(villages.map((one) => noticesCalling(database, one, now))) : [],
    isDrafting ? Promise.all(villages.map((one) => lastTold(database, one, items))) : [],
  ]);
  const notices = new Map<string, NoticeSummary>();
  for (const summary of [...calling.flat(), ...told.flat()]) notices.set(keyOf(summary), summary);
  // an answer is asked for under the title of its notice
  const objectedTo = objections.map(({ village, notice }): NoticeKey => [village, notice]);
  for (const summary of await summariesOf(database, objectedTo)) {
    notices.set(keyOf(summary), summary);
  }
  return {
    session,
    reference,
    items,
    notices: [...notices.values()],
    objections,
    exemptions: exemptions.map(({ head }) => head),
    printed: await printedRevisions(database, calling.flat()),
  };
}

export function keyOf({ village, code }: Pick<NoticeSummary, 'village' | 'code'>): string {
  return `${village}/${code}`;
}

/** The items that a village discloses by the catalogue that the person works by. */
function itemsInUse(
  { catalogues, inForce }: HeldReference,
  choice: string,
): readonly ItemOutline[] {
  const shelf = catalogueShelf<Catalogue | CatalogueOutline>(shippedOutlines, catalogues, inForce);
  const choices = choicesOn(shelf, inForce);
  const chosen = choices.find(({ id }) => id === choice) ?? choices[0];
  if (!chosen) return [];
  const outline = 'title' in chosen ? outlineOf(chosen) : chosen;
  return outline.items.filter(({ isVillages }) => isVillages);
}

function noticesCalling(
  database: DeviceDatabase,
  village: string,
  now: Date,
): Promise<NoticeSummary[]> {
  return database.summaries
    .where('[village+lastCall]')
    .between([village, todayIn(now)], [village, '\uffff'])
    .toArray();
}

/** Of each item that is due by the year or quarter, the notice that tells it last. */
async function lastTold(
  database: DeviceDatabase,
  village: string,
  items: readonly ItemOutline[],
): Promise<NoticeSummary[]> {
  const recurring = items.filter(({ rule }) => rule.kind === 'annual' || rule.kind === 'quarterly');
  const found = await Promise.all(
    recurring.map(({ id }) =>
      database.summaries
        .where('[village+item+toldOn]')
        .between([village, id, ''], [village, id, '\uffff'])
        .last(),
    ),
  );
  return found.filter((one) => one !== undefined);
}

async function openObjections(
  database: DeviceDatabase,
  { villages }: Session,
): Promise<readonly Objection[]> {
  const codes = new Set<string>(villages.map(({ code }) => code));
  const all = await database.objections.toArray();
  return all
    .map(({ head }) => head)
    .filter((head) => codes.has(head.village) && objectionState(head) !== 'answered');
}

async function summariesOf(
  database: DeviceDatabase,
  keys: readonly NoticeKey[],
): Promise<NoticeSummary[]> {
  if (keys.length === 0) return [];
  const found = await database.summaries.bulkGet([...keys]);
  return found.filter((one) => one !== undefined);
}

/** Only of notices with an older revision: its sheets may still hang. */
async function printedRevisions(
  database: DeviceDatabase,
  notices: readonly NoticeSummary[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const revised = notices.filter(({ revisions }) => revisions.length > 1);
  const keys = revised.map(({ village, code }): NoticeKey => [village, code]);
  const prints =
    keys.length > 0 ? await database.printed.where('[village+notice]').anyOf(keys).toArray() : [];
  const revisions = new Map<string, number[]>();
  for (const { village, notice, revision } of prints) {
    const key = keyOf({ village, code: notice });
    revisions.set(key, [...(revisions.get(key) ?? []), revision]);
  }
  return revisions;
}
