import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DONGSHENG } from '../builders/index.ts';
import { ManyPhones } from './many-phones.ts';
import { type Event, eventWithRestores, ordinaryEvent } from './village-events.ts';
import { aModelVillage } from './village-server.ts';

/** `RUNS=2000` for the long form. */
const RUNS = Number(process.env['RUNS'] ?? 60);

/** From a page for each notice to one for all. */
const pages = fc.constantFrom(1, 5_000, 256_000);

/** What is wrong when a village of so many phones has gone through all this. */
async function complaintsAfter(
  count: number,
  pageCharacters: number,
  isTerse: boolean,
  events: readonly Event[],
): Promise<{ village: ManyPhones; complaints: string[] }> {
  const village = await ManyPhones.of(count, aModelVillage({ pageCharacters, isTerse }));
  for (const one of events) await village.happen(one);
  await village.comeToRest();
  const complaints = await village.complaints();
  await village.end();
  return { village, complaints };
}

function manyEvents(event: fc.Arbitrary<Event>): fc.Arbitrary<Event[]> {
  return fc.array(event, { minLength: 5, maxLength: 40 });
}

function timeFor(runs: number): number {
  return 60_000 + runs * 3_000;
}

test(
  '几部手机随便怎么改、断、重开、公布：最后都一样，打过的字都在，没有一步做两遍',
  async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 3, max: 6 }),
      pages,
      fc.boolean(),
      manyEvents(ordinaryEvent),
      async (...circumstances) => {
        const { complaints } = await complaintsAfter(...circumstances);
        expect(complaints).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  },
  timeFor(RUNS),
);

test(
  '服务器退回旧备份：手机自己补送，最后还是都一样，什么也不少',
  async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 3, max: 4 }),
      pages,
      fc.boolean(),
      manyEvents(eventWithRestores),
      async (...circumstances) => {
        const { complaints } = await complaintsAfter(...circumstances);
        expect(complaints).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 3) });
  },
  timeFor(RUNS),
);

test(
  '只有一个人在写，怎么断网也不会和自己打架',
  async () => {
    const property = fc.asyncProperty(
      pages,
      fc.boolean(),
      manyEvents(ordinaryEvent),
      async (pageCharacters, isTerse, events) => {
        const alone = events.map((event) => ('phone' in event ? { ...event, phone: 0 } : event));
        const { village, complaints } = await complaintsAfter(1, pageCharacters, isTerse, alone);
        expect(complaints).toEqual([]);
        for (const { code } of await village.server.notices(DONGSHENG)) {
          const versions = await village.server.versions(DONGSHENG, code);
          expect(versions.flatMap((version) => version.conflicts)).toEqual([]);
        }
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 3) });
  },
  timeFor(RUNS),
);
