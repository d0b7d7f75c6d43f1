import { expect, test } from 'vitest';
import type { SyncResponse } from '../../src/protocol/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { Phone, WANG } from '../device/phone.ts';

/** A phone with one draft, whose server's answers are bent before they arrive. */
async function aPhoneWith(bend: (answer: SyncResponse) => unknown) {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  wang.link = async (request) => bend(server.sync(WANG, request));
  return { server, wang, code };
}

test.each<[string, (answer: SyncResponse) => unknown]>([
  ['什么也不答', (answer) => ({ ...answer, results: [], changes: [], cursors: {} })],
  ['总说还有', (answer) => ({ ...answer, changes: [], cursors: {}, results: [], more: true })],
  ['每次都说退回了旧备份', (answer) => ({ ...answer, results: [], restarted: [DONGSHENG] })],
  ['答得不合规矩', () => ({ protocol: 1, hello: true })],
  ['只说改了而不说改成什么', (answer) => withoutContent(answer)],
])('服务器%s：这次同步会结束，东西都在，说是服务器的问题', async (_name, bend) => {
  const { server, wang, code } = await aPhoneWith(bend);
  expect(await wang.sync()).toMatchObject({ trouble: 'server' });
  expect(server.requests).toBeLessThan(4);
  expect((await wang.notice(code)).head.content.fields['year']).toBe('2026');

  wang.mend();
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(server.notices(DONGSHENG)).toHaveLength(1);
  expect(await wang.outbox()).toEqual([]);
});

test('服务器说的是新一版的话：提示更新，东西都留着', async () => {
  const { wang } = await aPhoneWith((answer) => ({ ...answer, protocol: 2, novelty: true }));
  expect(await wang.sync()).toMatchObject({ trouble: 'update-needed' });
  expect(await wang.outbox()).toHaveLength(1);
});

/** An answer about something that the request did not carry, without its content. */
function withoutContent(answer: SyncResponse): unknown {
  const changes = answer.changes.map(({ notice, ...change }) => {
    const { content: _left, ...rest } = notice;
    return { ...change, notice: { ...rest, code: '7K3M9QX2RT' } };
  });
  return { ...answer, changes };
}
