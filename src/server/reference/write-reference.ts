import { arrangeYear } from '../../calendar/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ArrangeRequest, ReferenceRefusal } from '../../protocol/index.ts';
import { type Actor, mayAdminister } from '../accounts/index.ts';
import { lockPlace, type Store, type Writing } from '../database/index.ts';
import type { ReferenceTable } from '../database/schema.ts';
import { appendToLedger } from '../ledger/index.ts';
import { calendarOf, districtOf, latest } from './read-reference.ts';

export type ReferenceOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ReferenceRefusal };

/** What is to be written, judged on what stands under the district's lock. */
type Judged = Pick<ReferenceTable, 'kind' | 'id' | 'version' | 'value'> | ReferenceRefusal;

/** Adds or corrects one year of the district's holiday calendar. */
export function arrangeCalendar(
  store: Store,
  actor: Actor,
  { basedOn, arrangement }: ArrangeRequest,
  now: Date,
): Promise<ReferenceOutcome> {
  return change(store, actor, now, async (transaction, district) => {
    const calendar = await calendarOf(transaction, district);
    if (calendar.version !== basedOn) return 'changed-meanwhile';
    const arranged = arrangeYear(calendar, arrangement);
    if (!arranged.ok) return 'does-not-fit';
    const { version } = arranged.calendar;
    return { kind: 'calendar', id: '', version, value: JSON.stringify(arranged.calendar) };
  });
}

/** Keeps a catalogue as the next version of its id; the versions before it stay. */
export function saveCatalogue(
  store: Store,
  actor: Actor,
  catalogue: Catalogue,
  now: Date,
): Promise<ReferenceOutcome> {
  return change(store, actor, now, async (transaction, district) => {
    if (catalogue.district !== district) return 'not-allowed';
    const { id, version } = catalogue;
    const last = await latest(transaction, district, 'catalogue', id);
    if (last && version !== last.version + 1) return 'changed-meanwhile';
    return { kind: 'catalogue', id, version, value: JSON.stringify(catalogue) };
  });
}

/** Says which catalogues the district's villages are to use. */
export function setInForce(
  store: Store,
  actor: Actor,
  inForce: readonly string[],
  now: Date,
): Promise<ReferenceOutcome> {
  return change(store, actor, now, async (transaction, district) => {
    const last = await latest(transaction, district, 'in-force');
    const version = (last?.version ?? 0) + 1;
    return { kind: 'in-force', id: '', version, value: JSON.stringify(inForce) };
  });
}

async function change(
  store: Store,
  actor: Actor,
  now: Date,
  judge: (transaction: Writing, district: string) => Promise<Judged>,
): Promise<ReferenceOutcome> {
  const district = districtOf(actor.place);
  if (!mayAdminister(actor, district)) return { ok: false, code: 'not-allowed' };
  const at = now.toISOString();
  return store.db.transaction().execute(async (transaction): Promise<ReferenceOutcome> => {
    const place = await lockPlace(store, transaction, district);
    if (!place) return { ok: false, code: 'not-allowed' };
    const judged = await judge(transaction, district);
    if (typeof judged === 'string') return { ok: false, code: judged };
    await transaction
      .insertInto('reference')
      .values({ ...judged, place: district, made_at: at, made_by: actor.person })
      .execute();
    const { kind: what, id, version } = judged;
    const event = { kind: 'reference-changed', what, id, version, person: actor.person } as const;
    await appendToLedger(transaction, place, [event], at);
    return { ok: true };
  });
}
