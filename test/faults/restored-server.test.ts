import { expect, test } from 'vitest';
import { withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { LI, Phone, WANG, ZHAO } from '../device/phone.ts';

const villages = [DONGSHENG];
const DAY = 86_400_000;

/** A server whose clock a test moves, with one notice that two phones have. */
async function aVillage() {
  const clock = { now: new Date('2026-11-24T08:00:00.000Z') };
  const server = new ModelServer({ villages, now: () => clock.now });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const li = await Phone.of(server, LI);
  await li.sync();
  const passDays = (days: number) => {
    clock.now = new Date(clock.now.getTime() + days * DAY);
  };
  return { server, wang, li, code, passDays };
}

test('服务器退回昨晚的备份：送过的手机自己补送，版次一版不少，公布的也还是公布的', async () => {
  const { server, wang, li, code } = await aVillage();
  const backup = server.backUp();
  await wang.type(code, (content) => withField(content, 'note', '当天写的'));
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  await li.sync();
  await li.publish(code);
  await li.sync();
  const before = server.notice(DONGSHENG, code);
  server.restore(backup);

  await wang.sync();
  await li.sync();
  await wang.sync();
  expect(server.notice(DONGSHENG, code)).toEqual(before);
  for (const phone of [wang, li]) {
    expect(await phone.outbox()).toEqual([]);
    expect((await phone.notice(code)).head).toMatchObject({ standing: 'published', conflicts: [] });
  }
});

test('退回之后服务器已经走到更后面：也看得出来，照样补送', async () => {
  const { server, wang, li, code } = await aVillage();
  const backup = server.backUp();
  await wang.type(code, (content) => withField(content, 'note', '会丢的'));
  await wang.sync();
  server.restore(backup);
  for (let count = 0; count < 5; count++) await li.draft();
  await li.sync();
  await wang.sync();
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('会丢的');
  expect(await wang.database.notices.count()).toBe(6);
  expect((await wang.database.read('histories'))?.[DONGSHENG]?.number).toBe(1);
});

test('还没送出去的和又打的字，退回之后也都在', async () => {
  const { server, wang, code } = await aVillage();
  const backup = server.backUp();
  await wang.type(code, (content) => withField(content, 'note', '送过的'));
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'year', '2027'));
  server.restore(backup);
  await wang.sync();
  expect(server.notice(DONGSHENG, code)?.content.fields).toMatchObject({
    note: '送过的',
    year: '2027',
  });
  expect(server.notice(DONGSHENG, code)?.conflicts).toEqual([]);
});

test('起草人的手机没了：过几天由有内容的手机补上', async () => {
  const { server, li, passDays } = await aVillage();
  const backup = server.backUp();
  const zhao = await Phone.of(server, ZHAO);
  const lostCode = await zhao.draft();
  await zhao.sync();
  await li.sync();
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBe(2);
  server.restore(backup);
  expect((await li.sync()).trouble).toBeUndefined();
  // what is known goes back with the server, or all that it does next would be skipped
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBe(1);
  expect(server.notice(DONGSHENG, lostCode)).toBeUndefined();
  expect((await li.notice(lostCode)).head.content.fields['year']).toBe('2026');
  passDays(4);
  await li.sync();
  await li.sync();
  expect(server.notice(DONGSHENG, lostCode)?.content).toEqual(
    (await li.notice(lostCode)).head.content,
  );
});

test('服务器上只剩旧版，写新版的人不在了：过几天补上新版，不打架', async () => {
  const { server, wang, li, code, passDays } = await aVillage();
  const backup = server.backUp();
  await wang.type(code, (content) => withField(content, 'note', '只有审核人手机上还有'));
  await wang.sync();
  await li.sync();
  server.restore(backup);
  await li.sync();
  passDays(4);
  await li.sync();
  await li.sync();
  expect(server.notice(DONGSHENG, code)).toMatchObject({
    content: { fields: { note: '只有审核人手机上还有' } },
    conflicts: [],
  });
  expect((await li.notice(code)).lost).toBeUndefined();
});

test('送出去的在手机上至少留14天，之后才清掉；手机时钟乱跳也不早清', async () => {
  const { wang, passDays } = await aVillage();
  passDays(13);
  wang.clock = new Date(wang.clock.getTime() + 400 * DAY);
  await wang.sync();
  expect(await wang.database.sent.count()).toBe(1);
  passDays(3);
  await wang.sync();
  expect(await wang.database.sent.count()).toBe(0);
});

test('服务器的时钟快了一年又调回来：补送用的不早清；退回以后等别人的也不多等一年', async () => {
  const { server, wang, li, code, passDays } = await aVillage();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  const backup = server.backUp();
  await zhao.type(code, (content) => withField(content, 'note', '小赵写的'));
  await zhao.act(code, { kind: 'submit' });
  await zhao.sync();
  await wang.sync();
  await li.sync();
  await li.publish(code);
  await li.sync();
  const sent = await wang.database.sent.count();

  passDays(365);
  await wang.sync();
  expect(await wang.database.sent.count()).toBe(sent);
  // what 小赵 wrote comes from nobody's phone but the others'
  server.restore(backup);
  await li.sync();
  passDays(-365);
  await li.sync();
  for (let day = 0; day < 5; day++) {
    passDays(1);
    await li.sync();
    await li.sync();
  }
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('小赵写的');
  expect(await li.outbox()).toEqual([]);
});

test('退回前发出的请求，回答来得比发现退回还晚：不会把旧历史当新的', async () => {
  const { server, wang, code } = await aVillage();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  const backup = server.backUp();
  await zhao.type(code, (content) => withField(content, 'note', '旧历史里的'));
  await zhao.sync();
  await wang.sync();
  wang.link = async (request) => {
    await zhao.type(code, (content) => withField(content, 'standard', '旧历史里最后的'));
    await zhao.sync();
    const fromBefore = await wang.plainLink(request);
    server.restore(backup);
    wang.mend();
    await wang.sync();
    return fromBefore;
  };
  await wang.sync();
  await zhao.sync();
  await wang.sync();
  expect((await wang.notice(code)).head).toEqual(server.notice(DONGSHENG, code));
  expect((await zhao.notice(code)).head).toEqual(server.notice(DONGSHENG, code));
});

test('退回以后别人新写的，一份也不会因为从前看得更远而漏掉', async () => {
  const { server, wang, li, code } = await aVillage();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  const backup = server.backUp();
  for (const note of ['一', '二', '三']) {
    await wang.type(code, (content) => withField(content, 'note', note));
    await wang.sync();
  }
  await li.sync();
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBe(4);
  server.restore(backup);
  expect((await li.sync()).trouble).toBeUndefined();
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBe(1);
  const fresh = await zhao.draft();
  await zhao.sync();
  expect((await li.sync()).trouble).toBeUndefined();
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBe(2);
  expect((await li.notice(fresh)).base).toEqual(server.notice(DONGSHENG, fresh));
});
