import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManyPhones } from './many-phones.ts';
import { aRealVillage } from './real-village.ts';
import { eventWithRestores } from './village-events.ts';

/** `RUNS=2000` makes 200 of it; each takes real transactions on a real disk. */
const RUNS = Math.ceil(Number(process.env['RUNS'] ?? 60) / 10);

test(
  '真的服务器、真的数据库，几部手机随便怎么改、断、退回备份：最后都一样，什么也不少',
  async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 3, max: 4 }),
      fc.array(eventWithRestores, { minLength: 5, maxLength: 30 }),
      async (count, events) => {
        const server = await aRealVillage();
        try {
          const village = await ManyPhones.of(count, server);
          for (const one of events) await village.happen(one);
          await village.comeToRest();
          expect(await village.complaints()).toEqual([]);
        } finally {
          await server.end();
        }
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  },
  60_000 + RUNS * 6_000,
);
