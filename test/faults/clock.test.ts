import { expect, test } from 'vitest';
import { withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { LI, Phone, WANG } from '../device/phone.ts';

const YEAR = 365 * 86_400_000;

test('手机时钟前后乱调一年：次序不乱，内容不丢，并且看得出时钟不对', async () => {
  const server = new ModelServer({
    villages: [DONGSHENG],
    now: () => new Date('2026-11-24T08:00:00.000Z'),
  });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  const years = [YEAR, -2 * YEAR, YEAR, 2 * YEAR, -YEAR];
  for (const [index, jump] of years.entries()) {
    wang.clock = new Date(wang.clock.getTime() + jump);
    await wang.type(code, (content) => withField(content, 'note', `第${index + 1}次`));
    await wang.act(code, { kind: 'submit' });
  }
  const state = await wang.sync();
  expect(state.trouble).toBeUndefined();
  expect(Math.abs(state.clockSkew ?? 0)).toBeGreaterThan(YEAR / 2);
  const notes = server.versions(DONGSHENG, code).map(({ content }) => content.fields['note']);
  expect(notes).toEqual(['第1次', '第2次', '第3次', '第4次', '第5次']);
  expect(server.notice(DONGSHENG, code)?.conflicts).toEqual([]);

  const li = await Phone.of(server, LI);
  li.clock = new Date(li.clock.getTime() - YEAR);
  await li.sync();
  await li.type(code, (content) => withField(content, 'note', '时钟慢一年的人写的'));
  await li.sync();
  await wang.sync();
  expect((await wang.notice(code)).head.content.fields['note']).toBe('时钟慢一年的人写的');
});
