import { expect, test } from 'vitest';
import { withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG } from './phone.ts';

test('答复了的离开待发，夹在中间还没答复的一件不少，也不重复', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  const codes = [await phone.draft(), await phone.draft(), await phone.draft()] as const;
  const [first] = await phone.outbox();
  if (first?.order === undefined) throw new Error('nothing waits');
  phone.link = async (request) => {
    const response = await phone.plainLink(request);
    phone.cut();
    // between two that are answered, as what is sent anew after a server was set back
    await phone.database.outbox.put({
      id: 'put-between',
      village: DONGSHENG,
      notice: codes[0],
      action: { kind: 'pending-save' },
      at: phone.now().toISOString(),
      attempted: false,
      order: first.order === undefined ? 0 : first.order + 0.5,
    });
    await phone.type(codes[0], (content) => withField(content, 'note', '夹在中间的一句'));
    return response;
  };
  await phone.sync();
  expect((await phone.outbox()).map(({ id }) => id)).toEqual(['put-between']);

  phone.mend();
  await phone.sync();
  expect(await phone.outbox()).toEqual([]);
  expect(server.notice(DONGSHENG, codes[0])?.content.fields['note']).toBe('夹在中间的一句');
  expect(server.notice(DONGSHENG, codes[2])?.version).toBe(1);
});
