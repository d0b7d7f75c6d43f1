import './fake-storage.ts';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { DeviceDatabase } from '../../src/device/index.ts';
import { aNotice, DONGSHENG } from '../builders/index.ts';

test('大的部分压成一段文字存，读出来和存进去的一样，相同的两份只存一份', async () => {
  const head = aNotice().withHouseholds(40).build();
  const { code } = head;
  const database = new DeviceDatabase('packed');
  await database.notices.put({ village: DONGSHENG, code, edition: 1, head, base: head });
  const stored = await database.notices.get([DONGSHENG, code]);
  expect(stored).toEqual({ village: DONGSHENG, code, edition: 1, head, base: head });
  expect(stored?.base).toBe(stored?.head);
  expect(await database.notices.filter((one) => one.head.version === head.version).count()).toBe(1);
  await database.notices.toCollection().modify({ edition: 2 });
  expect(await database.notices.toArray()).toEqual([{ ...stored, edition: 2 }]);
  database.close();

  const raw = await new Dexie('packed').open();
  const [row] = await raw.table('notices').toArray();
  expect(Object.keys(row).sort()).toEqual(['code', 'edition', 'packed', 'same', 'village']);
  expect(row.packed.length).toBeLessThan(JSON.stringify(head).length + 100);
  raw.close();
});
