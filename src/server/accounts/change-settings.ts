import type { PageSettings, PageSettingsTold } from '../../protocol/index.ts';
import type { Database, LockedPlace, Store, Writing } from '../database/index.ts';
import type { LedgerEvent } from '../ledger/index.ts';
import { changing } from './administer.ts';
import type { Actor } from './authorise.ts';
import { type PlaceSettings, readPlaceSettings, writePlaceSettings } from './place-settings.ts';

type Changed<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** A change of settings, by name; what is undefined stays, null goes back to the program's own way. */
export interface SettingsChange {
  /** What a place decides for itself. */
  readonly own: Changed<Pick<PlaceSettings, 'onePersonMayPublish' | 'contacts'>>;
  /** How the public pages of a village show it; of a town or district, those of all its villages. */
  readonly pages: Changed<PageSettings>;
}

/**
 * Changes settings; false where no such place is served. Each place's change is one transaction, so
 * that none touches two places' rows; the same change sent again completes what broke off.
 */
export async function changeSettings(
  store: Store,
  place: string,
  { own, pages }: SettingsChange,
  by: Pick<Actor, 'person'>,
  now: Date,
): Promise<boolean> {
  const change = (code: string, part: Partial<SettingsChange>) =>
    changing(store, code, now, (transaction, locked) => write(transaction, locked, part, by));
  if (isVillage(place)) return change(place, { own, pages });
  let isDone = names(own).length > 0 && (await change(place, { own }));
  const below = names(pages).length > 0 ? await placesFrom(store.db, place) : [];
  for (const { code } of below.filter((one) => isVillage(one.code))) {
    isDone = (await change(code, { pages })) || isDone;
  }
  return isDone;
}

/** How the villages of a place show their pages; undefined where it has none that is served. */
export async function pageSettingsOf(
  store: Store,
  place: string,
): Promise<PageSettingsTold | undefined> {
  const all = (await placesFrom(store.db, place))
    .filter(({ code }) => isVillage(code))
    .map(({ settings }) => pageSettings(readPlaceSettings(settings)));
  const [first] = all;
  if (!first) return undefined;
  const same = (name: keyof PageSettings, one: PageSettings) =>
    JSON.stringify(one[name]) === JSON.stringify(first[name]);
  const various = names(first).filter((name) => !all.every((one) => same(name, one)));
  return { settings: first, villages: all.length, various };
}

async function write(
  transaction: Writing,
  { code, settings }: LockedPlace,
  { own = {}, pages = {} }: Partial<SettingsChange>,
  by: Pick<Actor, 'person'>,
): Promise<LedgerEvent> {
  const change = withoutUndefined({ ...own, ...pages });
  const changed = { ...readPlaceSettings(settings), ...change };
  const { answerWorkingDays, licence } = changed;
  const kept = {
    ...changed,
    // null is not kept: the program's own way holds
    answerWorkingDays: answerWorkingDays ?? undefined,
    licence: licence ?? undefined,
  };
  await transaction
    .updateTable('place')
    .set({ settings: writePlaceSettings(kept) })
    .where('code', '=', code)
    .execute();
  const { onePersonMayPublish } = kept;
  const told = withoutUndefined(pages);
  return { kind: 'settings-changed', onePersonMayPublish, ...told, by: by.person };
}

/** The place itself and those below it: codes are digits. */
function placesFrom(db: Database, place: string) {
  return db
    .selectFrom('place')
    .select(['code', 'settings'])
    .where('code', '>=', place)
    .where('code', '<=', place.padEnd(12, '9'))
    .orderBy('code')
    .execute();
}

function pageSettings(settings: PlaceSettings): PageSettings {
  return {
    answerWorkingDays: settings.answerWorkingDays ?? null,
    names: settings.names ?? 'whole',
    keepLists: settings.keepLists ?? false,
    licence: settings.licence ?? null,
  };
}

function isVillage(place: string): boolean {
  return place.length === 12;
}

function names<Settings extends object>(settings: Settings): (keyof Settings)[] {
  const own = Object.keys(withoutUndefined(settings));
  return own as (keyof Settings)[]; // its own keys
}

type Said<Settings> = { [Name in keyof Settings]?: Exclude<Settings[Name], undefined> };

function withoutUndefined<Settings extends object>(settings: Settings): Said<Settings> {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Said<Settings>; // the same members
}
