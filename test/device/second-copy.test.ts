import { expect, test } from 'vitest';
import {
  readSecondCopy,
  restoreSecondCopy,
  SecondCopyKeeper,
} from '../../src/device/second-copy.ts';
import { hasSecondCopy } from '../../src/device/second-copy-place.ts';
import { LIMITS, withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG } from './phone.ts';

const villages = [DONGSHENG];

/** As much of the browser's caches as is used: answers by their address. */
function aCache() {
  const answers = new Map<string, string>();
  const state = { isFull: false };
  const addressOf = (at: string | Request) =>
    new URL(typeof at === 'string' ? at : at.url, 'https://example.org').href;
  const cache = {
    put: async (at: string, answer: Response) => {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      answers.set(addressOf(at), await answer.text());
    },
    match: async (at: Request) => {
      const text = answers.get(addressOf(at));
      return text === undefined ? undefined : new Response(text);
    },
    delete: async (at: Request) => answers.delete(addressOf(at)),
    keys: async () => [...answers.keys()].map((url) => new Request(url)),
  };
  // the rest of the interface is not used
  const caches = { open: async () => cache as unknown as Cache };
  return { caches, answers, state };
}

/** A phone with a second copy of a draft that was never sent. */
async function aPhoneWithCopy(server = new ModelServer({ villages, isStrict: false })) {
  const wang = await Phone.of(server, WANG);
  const place = aCache();
  const keeper = new SecondCopyKeeper(wang.database, place.caches, wang.now);
  wang.cut();
  const code = await wang.draft();
  await wang.type(code, (content) => withField(content, 'note', '还没送的'));
  await keeper.refresh();
  return { server, wang, code, keeper, ...place };
}

/** A phone whose database the browser has lost: the same place for copies, and nobody enrolled. */
async function emptied(server: ModelServer, person = WANG) {
  const phone = await Phone.of(server, person);
  await phone.database.kept.clear();
  return phone;
}

const noteOn = async (phone: Phone, code: string) => {
  const stored = (await phone.database.notices.toArray()).find((one) => one.code === code);
  return stored?.head.content.fields['note'];
};

test('手机里的库没了，另留的一份里还有没上传的草稿，没有信号也取得回来，再有信号就上传', async () => {
  const { server, code, caches } = await aPhoneWithCopy();
  expect(await hasSecondCopy(caches)).toBe(true);
  const empty = await emptied(server);
  const copy = await readSecondCopy(caches);
  if (!copy) throw new Error('no copy');
  expect(copy.session.person.name).toBe(WANG.name);
  await restoreSecondCopy(empty.database, copy);
  expect(await noteOn(empty, code)).toBe('还没送的');
  expect(await empty.database.read('village')).toBe(DONGSHENG);
  await empty.sync();
  expect(await empty.database.outbox.count()).toBe(0);
  const other = await Phone.of(server, LI);
  await other.sync();
  expect(await noteOn(other, code)).toBe('还没送的');
});

test('没有人登记的手机不动另留的一份；新手机没有这一份', async () => {
  const { server, answers, caches } = await aPhoneWithCopy();
  const before = [...answers];
  const empty = await emptied(server);
  await new SecondCopyKeeper(empty.database, caches, empty.now).refresh();
  expect([...answers]).toEqual(before);
  expect(await hasSecondCopy(aCache().caches)).toBe(false);
  expect(await readSecondCopy(aCache().caches)).toBeUndefined();
});

test('没取回就用新链接登记了：先取回原来的，再留新的一份，什么都没盖掉', async () => {
  const { server, code, caches } = await aPhoneWithCopy();
  const again = await Phone.of(server, WANG);
  await new SecondCopyKeeper(again.database, caches, again.now).refresh();
  expect(await noteOn(again, code)).toBe('还没送的');
  expect((await readSecondCopy(caches))?.work.outbox).toHaveLength(1);
});

test('换了一个人登记：各留各的，谁也不拿谁的', async () => {
  const { server, code, caches } = await aPhoneWithCopy();
  const li = await Phone.of(server, LI);
  await new SecondCopyKeeper(li.database, caches, li.now).refresh();
  expect(await li.database.notices.count()).toBe(0);
  expect((await readSecondCopy(caches, LI.id))?.work.notices).toEqual([]);
  expect((await readSecondCopy(caches, WANG.id))?.work.notices[0]?.head.code).toBe(code);
});

test('上传以后，另留的一份里就没有它了；没变就不再写', async () => {
  const { wang, keeper, answers, caches } = await aPhoneWithCopy();
  const first = [...answers.keys()];
  await keeper.refresh();
  expect([...answers.keys()]).toEqual(first);
  wang.mend();
  await wang.sync();
  await keeper.refresh();
  expect(answers.size).toBe(1);
  expect([...answers.keys()]).not.toEqual(first);
  expect((await readSecondCopy(caches))?.work).toMatchObject({ notices: [], outbox: [] });
});

test('留一份不动手机里等着的：之后再写的，还是同一项', async () => {
  const { wang, code, keeper, caches } = await aPhoneWithCopy();
  await wang.type(code, (content) => withField(content, 'note', '又写的'));
  const [entry] = await wang.database.outbox.toArray();
  expect(entry?.action.kind).toBe('pending-save');
  await keeper.refresh();
  const copy = await readSecondCopy(caches);
  expect(copy?.work.outbox).toMatchObject([
    { id: entry?.id, action: { kind: 'save', content: { fields: { note: '又写的' } } } },
  ]);
});

test('写到一半断电的、放不下的，都不顶掉上一份', async () => {
  const { wang, code, keeper, answers, state, caches } = await aPhoneWithCopy();
  answers.set(`https://example.org/second-copy/${WANG.id}/9999999999999`, '{"session":{"per');
  expect((await readSecondCopy(caches))?.work.notices[0]?.head.code).toBe(code);
  state.isFull = true;
  await wang.type(code, (content) => withField(content, 'note', '放不下的'));
  await expect(keeper.refresh()).rejects.toThrow('full');
  expect((await readSecondCopy(caches))?.work.notices[0]?.head.code).toBe(code);
});

test('一份草稿里贴了太长的字，另留的一份照样读得出来，别的草稿都在', async () => {
  const { server, wang, code, keeper, caches } = await aPhoneWithCopy();
  const long = await wang.draft();
  const text = '长'.repeat(LIMITS.fieldLength + 1);
  await wang.type(long, (content) => withField(content, 'note', text));
  await keeper.refresh();
  const empty = await emptied(server);
  const copy = await readSecondCopy(caches);
  if (!copy) throw new Error('no copy');
  await restoreSecondCopy(empty.database, copy);
  expect(await noteOn(empty, code)).toBe('还没送的');
  expect(await noteOn(empty, long)).toBe(text);
});
