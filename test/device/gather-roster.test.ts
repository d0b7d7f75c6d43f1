import { expect, test } from 'vitest';
import { gatherRoster } from '../../src/device/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG } from './phone.ts';

const villages = [DONGSHENG];

test('换了手机，从同步下来的公示里把农户名册取回来', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const cells = { group: '1组', householder: '赵某一', size: '3' };
  await wang.draft(aContent().withRow('households', 'a', cells).build());
  await wang.draft(
    aContent()
      .withRow('households', 'b', { ...cells, size: '4' })
      .build(),
  );
  await wang.sync();

  const li = await Phone.of(server, LI);
  await li.sync();
  expect(await li.database.households.count()).toBe(0);
  expect(await gatherRoster(li.database, DONGSHENG)).toEqual([{ ...cells, size: '4' }]);
  // what the roster has, by the same group and name, is left as it is
  await li.database.households.add({
    village: DONGSHENG,
    id: 'h1',
    cells: { ...cells, size: '9' },
  });
  expect(await gatherRoster(li.database, DONGSHENG)).toEqual([]);
});
