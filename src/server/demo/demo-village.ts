import { todayIn } from '../../calendar/index.ts';
import type { VillageCode } from '../../notice/index.ts';
import { type Actor, addPerson, invite, type Person, peopleOf } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { openPlaces } from '../open-places.ts';
import { placeOfVillage } from '../places.ts';
import { applyBatch } from '../sync/index.ts';
import { exampleMutations } from './example-notice.ts';

export const DEMO_VILLAGE = '230717100200' as VillageCode;
const DEMO_TOWN = DEMO_VILLAGE.slice(0, 9);
const DEMO_DISTRICT = DEMO_VILLAGE.slice(0, 6);

/** Invented people, one for each role that a village meets. */
const PEOPLE: readonly Omit<Person, 'id'>[] = [
  { place: DEMO_VILLAGE, name: '示例经办人', role: 'drafter' },
  { place: DEMO_VILLAGE, name: '示例审核人', role: 'reviewer' },
  { place: DEMO_TOWN, name: '示例监督员', role: 'supervisor' },
  { place: DEMO_DISTRICT, name: '示例管理员', role: 'administrator' },
];

/**
 * Makes the demo village: places, people, one published example. What is there already stays, so
 * that a start that was cut off is made good by the next.
 */
export async function makeDemo(store: Store, now: Date): Promise<void> {
  const place = placeOfVillage(DEMO_VILLAGE);
  if (!place) throw new Error(`no village ${DEMO_VILLAGE}`);
  await openPlaces(store, [
    { code: DEMO_DISTRICT, name: place.district.name, town: '', settings: { demo: true } },
    { code: DEMO_TOWN, name: place.town.name, town: '', settings: { demo: true } },
    {
      code: DEMO_VILLAGE,
      name: place.village.name,
      town: place.town.name,
      settings: {
        demo: true,
        onePersonMayPublish: true,
        contacts: [
          { label: place.village.committee, number: '0458-0000001' },
          { label: place.town.government, number: '0458-0000002' },
        ],
      },
    },
  ]);
  for (const person of PEOPLE) {
    const isThere = (await peopleOf(store, person.place)).some(({ name }) => name === person.name);
    if (!isThere) await addPerson(store, person, now);
  }
  await publishExample(store, now);
}

async function publishExample(store: Store, now: Date): Promise<void> {
  const place = placeOfVillage(DEMO_VILLAGE);
  const people = await peopleOf(store, DEMO_VILLAGE);
  const drafter = people.find(({ role }) => role === 'drafter');
  const reviewer = people.find(({ role }) => role === 'reviewer');
  if (!place || !drafter || !reviewer) throw new Error('the demo village is not whole');
  const at = now.toISOString();
  const { drafted, published } = exampleMutations(DEMO_VILLAGE, place, todayIn(now), at);
  const as = ({ id: person, name, role, place: of }: Person): Actor => ({
    person,
    name,
    role,
    place: of,
    device: 'demo',
  });
  const results = [
    ...(await applyBatch(store, DEMO_VILLAGE, drafted, as(drafter), at)).results,
    ...(await applyBatch(store, DEMO_VILLAGE, published, as(reviewer), at)).results,
  ];
  const refused = results.find((result) => result.outcome === 'refused');
  if (refused) throw new Error(`the example was refused: ${JSON.stringify(refused)}`);
}

/** Fresh invitations for the demo people, by role; they may be used again and again for 72 hours. */
export async function inviteDemoPeople(
  store: Store,
  now: Date,
): Promise<{ readonly person: Person; readonly token: string }[]> {
  const places = [DEMO_VILLAGE, DEMO_TOWN, DEMO_DISTRICT];
  const people = (await Promise.all(places.map((place) => peopleOf(store, place)))).flat();
  const invitations = [];
  for (const { name } of PEOPLE) {
    const person = people.find((one) => one.name === name);
    if (!person) continue;
    invitations.push({ person, token: await invite(store, person, now, { reusable: true }) });
  }
  return invitations;
}
