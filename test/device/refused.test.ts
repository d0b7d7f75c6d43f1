import { expect, test } from 'vitest';
import { RequestRejected, sumOfWork } from '../../src/device/index.ts';
import { type NoticeCode, withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG, ZHAO } from './phone.ts';

const villages = [DONGSHENG];
const BAD = '服务器不收的';

/** A server that refuses every save with the bad word in its note. */
function aStrictServer(): ModelServer {
  const server = new ModelServer({ villages });
  server.refuses = ({ action }) =>
    action.kind === 'save' && action.content.fields['note'] === BAD ? 'personal-data' : undefined;
  return server;
}

test('被退回的内容留在手机上，说明原因，别的照样送到', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const good = await wang.draft();
  await wang.sync();
  const bad = await wang.draft();
  await wang.type(bad, (content) => withField(content, 'note', BAD));
  await wang.type(good, (content) => withField(content, 'note', '好的'));
  expect((await wang.sync()).trouble).toBeUndefined();

  const stored = await wang.notice(bad);
  expect(stored.head.content.fields['note']).toBe(BAD);
  expect(stored.refusal).toEqual({ code: 'personal-data', action: 'save' });
  expect(await wang.database.refused.toArray()).toMatchObject([{ code: 'personal-data' }]);
  expect(await wang.outbox()).toEqual([]);
  expect(server.notice(DONGSHENG, good)?.content.fields['note']).toBe('好的');
});

test('被退回之后再改一下，就作为新的一次送出去，退回的记录随之消失', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.type(code, (content) => withField(withField(content, 'note', BAD), 'year', '2030'));
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'note', '改好了'));
  await wang.sync();
  const stored = await wang.notice(code);
  expect(stored.refusal).toBeUndefined();
  expect(await wang.database.refused.count()).toBe(0);
  expect(server.notice(DONGSHENG, code)?.content.fields).toMatchObject({
    note: '改好了',
    year: '2030',
  });
});

test('被退回的内容还没改，别人又改了别处：两边都在，谁也没盖掉谁', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  await wang.type(code, (content) => withField(content, 'note', BAD));
  await wang.sync();
  await zhao.type(code, (content) => withField(content, 'year', '2031'));
  await zhao.sync();
  await wang.sync();
  const stored = await wang.notice(code);
  expect(stored.head.content.fields).toMatchObject({ note: BAD, year: '2031' });
  expect(stored.refusal?.code).toBe('personal-data');
});

test('内容被退回时点提交：先把内容再送一次，不会只提交旧的', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'note', BAD));
  await wang.sync();
  server.refuses = () => undefined;
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  expect(server.notice(DONGSHENG, code)).toMatchObject({
    stage: 'submitted',
    content: { fields: { note: BAD } },
  });
});

test('送出去的被退回，那时又打了字：新打的和被退回的一起再送', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.type(code, (content) => withField(withField(content, 'note', BAD), 'year', '2032'));
  wang.link = async (request) => {
    const answer = await wang.plainLink(request);
    wang.mend();
    await wang.type(code, (content) => withField(content, 'note', '送的时候改好了'));
    return answer;
  };
  await wang.sync();
  expect(server.notice(DONGSHENG, code)?.content.fields).toMatchObject({
    note: '送的时候改好了',
    year: '2032',
  });
  expect((await wang.notice(code)).head.conflicts).toEqual([]);
});

test('再试一次被退回的一步，或者看过就拿掉', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  const li = await Phone.of(server, LI);
  await li.sync();
  server.refuses = ({ action }) => (action.kind === 'return' ? 'not-allowed' : undefined);
  await li.act(code, { kind: 'return', reason: '缺两户' });
  await li.sync();
  const [refused] = await li.database.refused.toArray();
  expect((await li.notice(code)).head.stage).toBe('submitted');

  server.refuses = () => undefined;
  await li.store.tryAgain(refused?.id ?? '');
  await li.sync();
  expect(server.notice(DONGSHENG, code)?.stage).toBe('draft');
  expect(await li.database.refused.count()).toBe(0);
});

test('服务器读不了的一步被找出来单独放着，其余的都送到', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  for (let count = 0; count < 4; count++) await wang.draft();
  const poisoned = await wang.draft();
  for (let count = 0; count < 4; count++) await wang.draft();
  wang.link = async (request) => {
    if (request.mutations.some(({ notice }) => notice === poisoned)) {
      throw new RequestRejected('too-large', true);
    }
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(server.notices(DONGSHENG)).toHaveLength(8);
  expect(await wang.database.refused.toArray()).toMatchObject([
    { notice: poisoned, code: 'too-large' },
  ]);
  expect((await wang.notice(poisoned)).refusal?.code).toBe('too-large');
});

test('服务器一碰就坏的一步先绕开，其余的送到；下次再试，不算被退回', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const broken: NoticeCode = await wang.draft();
  for (let count = 0; count < 4; count++) await wang.draft();
  wang.link = async (request) => {
    if (request.mutations.some(({ notice }) => notice === broken)) {
      throw new RequestRejected('unreadable', false);
    }
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBe('server');
  expect(server.notices(DONGSHENG)).toHaveLength(4);
  expect(await wang.database.refused.count()).toBe(0);
  wang.mend();
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(server.notices(DONGSHENG)).toHaveLength(5);
});

test('同一份连着被退回几次，名单上只有最后一次，里面什么都有', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'note', BAD));
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'year', '2034'));
  await wang.sync();
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  const refused = await wang.database.refused.toArray();
  expect(refused).toMatchObject([
    { action: { kind: 'save', content: { fields: { note: BAD, year: '2034' } } } },
  ]);
  expect((await wang.notice(code)).refusal?.action).toBe('save');
});

test('没被接受的一步放下以后，这份公示不再算作只在本机', async () => {
  const server = new ModelServer({ villages });
  server.refuses = ({ action }) => (action.kind === 'submit' ? 'not-allowed' : undefined);
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  const workOf = async () => {
    const summaries = await wang.database.summaries.toArray();
    return sumOfWork(summaries, {}, await wang.database.refused.count());
  };
  expect(await workOf()).toMatchObject({ state: 'phone-only', advice: 'look-at-refused' });
  const [entry] = await wang.database.refused.toArray();
  if (!entry) throw new Error('nothing was refused');
  await wang.store.letGo(entry);
  expect(await workOf()).toMatchObject({ state: 'sent', advice: 'nothing' });
});

test('没被接受的内容放下以后，还只在本机，就照实说；改好送到了才算送到', async () => {
  const server = aStrictServer();
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  await wang.type(code, (content) => withField(content, 'note', BAD));
  await wang.sync();
  const workOf = async () => {
    const summaries = await wang.database.summaries.toArray();
    return sumOfWork(summaries, {}, await wang.database.refused.count());
  };
  const [entry] = await wang.database.refused.toArray();
  if (!entry) throw new Error('nothing was refused');
  await wang.store.letGo(entry);
  expect(await workOf()).toMatchObject({ state: 'phone-only', advice: 'edit-to-send' });
  await wang.type(code, (content) => withField(content, 'note', '改好了'));
  await wang.sync();
  expect(await workOf()).toMatchObject({ state: 'sent', advice: 'nothing' });
});
