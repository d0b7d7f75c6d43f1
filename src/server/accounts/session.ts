import type { VillageCode } from '../../notice/index.ts';
import type { Invitation, Session } from '../../protocol/index.ts';
import type { Store } from '../database/index.ts';
import { type Actor, mayRead } from './authorise.ts';
import type { Invited } from './enrol.ts';
import { readPlaceSettings } from './place-settings.ts';

/** What a device is told of itself: who holds it, and the villages in their charge. */
export async function sessionOf(store: Store, actor: Actor, publicUrl: string): Promise<Session> {
  const rows = await store.db
    .selectFrom('place')
    .select(['code', 'name', 'town', 'settings'])
    // codes are digits: these are the place's own and those below it
    .where('code', '>=', actor.place)
    .where('code', '<=', actor.place.padEnd(12, '9'))
    .orderBy('code')
    .execute();
  const places = rows.map((row) => ({ ...row, settings: readPlaceSettings(row.settings) }));
  return {
    person: { id: actor.person, name: actor.name, role: actor.role, place: actor.place },
    device: { id: actor.device },
    villages: places
      .filter(({ code }) => code.length === 12 && mayRead(actor, code))
      .map(({ code, name, town, settings }) => ({
        code: code as VillageCode, // 12 digits
        name,
        town,
        onePersonMayPublish: settings.onePersonMayPublish,
      })),
    publicUrl,
    demo: places.some(({ settings }) => settings.demo),
  };
}

/** What an invitation shows before it is accepted. */
export async function describeInvitation(store: Store, invited: Invited): Promise<Invitation> {
  const place = await store.db
    .selectFrom('place')
    .select(['name', 'town', 'settings'])
    .where('code', '=', invited.place)
    .executeTakeFirst();
  return {
    name: invited.name,
    role: invited.role,
    placeName: place ? place.town + place.name : invited.place,
    demo: place ? readPlaceSettings(place.settings).demo : false,
  };
}
