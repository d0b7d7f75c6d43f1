import { newerCalendar, seedCalendar, type WorkingCalendar } from '../../calendar/index.ts';
import { type Catalogue, shippedCatalogues } from '../../catalogue/index.ts';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { NoticeContent } from '../../notice/index.ts';
import type { Reference } from '../../protocol/index.ts';
import type { Database } from '../database/schema.ts';

/** The district of any place: the first 6 digits of its code. */
export function districtOf(place: string): string {
  return place.slice(0, 6);
}

/** What holds in a district now. */
export async function referenceOf(db: Database, district: string): Promise<Reference> {
  const catalogues = await db
    .selectFrom('reference')
    .select(['id', 'version'])
    .where('place', '=', district)
    .where('kind', '=', 'catalogue')
    .orderBy('id')
    .orderBy('version')
    .execute();
  const inForce = await latest(db, district, 'in-force');
  return {
    calendar: await calendarOf(db, district),
    catalogues,
    // written from a parsed list
    inForce: inForce ? (JSON.parse(inForce.value) as string[]) : [],
  };
}

/** The calendar that an administrator made, or the program's own where that is newer. */
export async function calendarOf(db: Database, district: string): Promise<WorkingCalendar> {
  const row = await latest(db, district, 'calendar');
  // written from a parsed calendar
  return row ? newerCalendar(JSON.parse(row.value) as WorkingCalendar, seedCalendar) : seedCalendar;
}

/** One version of a district's own catalogue; undefined where the district has none such. */
export async function catalogueAt(
  db: Database,
  district: string,
  id: string,
  version: number,
): Promise<Catalogue | undefined> {
  const row = await db
    .selectFrom('reference')
    .select('value')
    .where('place', '=', district)
    .where('kind', '=', 'catalogue')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  // written from a parsed catalogue
  return row && (JSON.parse(row.value) as Catalogue);
}

/**
 * The district's own catalogues that contents were written by; none is read where the program
 * itself ships every template they name.
 */
export async function cataloguesFor(
  db: Database,
  place: string,
  contents: readonly Pick<NoticeContent, 'template' | 'templateVersion'>[],
): Promise<Catalogue[]> {
  const foreign = contents.filter((one) => !templateOf(one.template, one.templateVersion));
  if (foreign.length === 0) return [];
  const district = districtOf(place);
  const known = await db
    .selectFrom('reference')
    .select(['id', 'version'])
    .where('place', '=', district)
    .where('kind', '=', 'catalogue')
    .execute();
  const wanted = known.filter((one) =>
    foreign.some(({ template }) => template.startsWith(`${one.id}.${one.version}.`)),
  );
  const found = await Promise.all(
    wanted.map(({ id, version }) => catalogueAt(db, district, id, version)),
  );
  return found.filter((one) => one !== undefined);
}

/**
 * The catalogues that a district's villages are to use: those that it has put in force, the program's
 * first one where nobody has said.
 */
export async function cataloguesInForce(db: Database, district: string): Promise<Catalogue[]> {
  const { inForce, catalogues } = await referenceOf(db, district);
  const found = await Promise.all(
    inForce.map((id) => {
      const own = catalogues.findLast((one) => one.id === id);
      return own
        ? catalogueAt(db, district, id, own.version)
        : shippedCatalogues.find((one) => one.id === id);
    }),
  );
  const known = found.filter((one) => one !== undefined);
  return known.length > 0 ? known : shippedCatalogues.slice(0, 1);
}

/** The newest row of what a district has one of, or of one catalogue. */
export async function latest(
  db: Database,
  district: string,
  kind: 'calendar' | 'catalogue' | 'in-force',
  id = '',
) {
  return db
    .selectFrom('reference')
    .select(['version', 'value'])
    .where('place', '=', district)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
