import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test, vi } from 'vitest';
import { packBackup, restoreBackup, unpackBackup } from '../../src/device/index.ts';
import {
  copiesOfOthers,
  deleteCopiesOf,
  filesOfCopy,
  readSecondCopy,
  restoreSecondCopy,
  SecondCopyKeeper,
  workIn,
} from '../../src/device/second-copy.ts';
import { hasSecondCopy } from '../../src/device/second-copy-place.ts';
import { LIMITS, type NoticeCode, withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { aSession, LI, Phone, WANG } from './phone.ts';

const villages = [DONGSHENG];
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

/** As much of the browser's caches as is used: answers by their address, all in one place. */
function aCache() {
  const answers = new Map<string, ArrayBuffer>();
  const state = { room: Number.POSITIVE_INFINITY };
  const addressOf = (at: string | Request) =>
    new URL(typeof at === 'string' ? at : at.url, 'https://example.org').href;
  const cacheOf = (name: string) => ({
    put: async (at: string, answer: Response) => {
      const bytes = await answer.arrayBuffer();
      if (bytes.byteLength > state.room) throw new DOMException('full', 'QuotaExceededError');
      answers.set(addressOf(at), bytes);
    },
    match: async (at: string | Request) => {
      const bytes = answers.get(addressOf(at));
      return bytes && new Response(bytes);
    },
    delete: async (at: Request) => answers.delete(addressOf(at)),
    keys: async () =>
      [...answers.keys()].filter((url) => url.includes(`/${name}/`)).map((url) => new Request(url)),
  });
  // the rest of the interface is not used
  const caches = { open: async (name: string) => cacheOf(name) as unknown as Cache };
  const filesIn = () => [...answers.keys()].filter((url) => url.includes('/second-copy-files/'));
  return { caches, answers, state, filesIn };
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

/** A photograph of so many bytes that waits to be sent. */
async function aPhotograph({ database, now }: Phone, notice: NoticeCode, length: number) {
  const jpeg = new Uint8Array(length).fill(length % 251).buffer;
  const id = bytesToHex(sha256(new Uint8Array(jpeg)));
  const about = { id, village: DONGSHENG, notice, takenAt: now().toISOString() };
  await database.photographs.add({ ...about, jpeg, state: 'waiting', sent: 0 });
  return id;
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
  await restoreSecondCopy(empty.database, caches, copy);
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

test('手机交给别人用：前一个人留的并进后一个人的那份以后就删掉，什么都没丢', async () => {
  const { wang, code, answers, caches } = await aPhoneWithCopy();
  await wang.database.keep('session', aSession(LI));
  await new SecondCopyKeeper(wang.database, caches, wang.now).refresh();
  expect(await readSecondCopy(caches, WANG.id)).toBeUndefined();
  expect((await readSecondCopy(caches, LI.id))?.work.notices[0]?.head.code).toBe(code);
  expect(answers.size).toBe(1);
});

test('库丢了以后别人登记：前一个人没上传的说得出是谁的、有多少，存成文件一样不少，不说删就不删', async () => {
  const { server, wang, code, keeper, caches, answers } = await aPhoneWithCopy();
  await aPhotograph(wang, code, 9);
  await keeper.refresh();
  const li = await Phone.of(server, LI);
  const next = new SecondCopyKeeper(li.database, caches, li.now);
  await next.refresh();
  const [left, ...more] = await copiesOfOthers(caches, LI.id);
  if (!left) throw new Error('nothing was left');
  expect(more).toEqual([]);
  expect(left.session.person.name).toBe(WANG.name);
  expect(workIn(left)).toBe(2);
  const read = await unpackBackup(await packBackup(left.work, filesOfCopy(caches, left)));
  if (!read.ok) throw new Error(read.problem);
  const again = await Phone.of(server, WANG);
  await restoreBackup(again.database, read.backup);
  expect(await noteOn(again, code)).toBe('还没送的');
  expect(await again.database.photographs.count()).toBe(1);

  await deleteCopiesOf(caches, WANG.id);
  expect(await copiesOfOthers(caches, LI.id)).toEqual([]);
  await new SecondCopyKeeper(li.database, caches, li.now).refresh();
  expect(answers.size).toBe(1);
});

test('库丢了以后别人登记：前一个人都上传了的，他的那一份自己删掉', async () => {
  const { server, wang, keeper, caches } = await aPhoneWithCopy();
  wang.mend();
  await wang.sync();
  await keeper.refresh();
  const li = await Phone.of(server, LI);
  await new SecondCopyKeeper(li.database, caches, li.now).refresh();
  expect(await readSecondCopy(caches, WANG.id)).toBeUndefined();
});

test('库又丢了：认的是最后登记的人，时钟倒着走也一样', async () => {
  const { server, caches } = await aPhoneWithCopy();
  const li = await Phone.of(server, LI);
  await new SecondCopyKeeper(li.database, caches, () => new Date('2025-01-01')).refresh();
  expect((await readSecondCopy(caches))?.session.person.name).toBe(LI.name);
  expect(await copiesOfOthers(caches, LI.id)).toHaveLength(1);
});

test('没上传的照片和录音也另留一份，各留一次，取得回来；上传了就删掉', async () => {
  const { server, wang, code, keeper, caches, filesIn } = await aPhoneWithCopy();
  const id = await aPhotograph(wang, code, 9);
  await wang.database.recordings.add({
    ...{ id: 'recording-1', village: DONGSHENG, notice: code, revision: 1, type: 'audio/webm' },
    ...{ startedAt: wang.now().toISOString(), seconds: 9, state: 'made', sent: 0 },
    sound: bytesOf('sound'),
  });
  await keeper.refresh();
  expect(filesIn()).toHaveLength(2);

  const empty = await emptied(server);
  const copy = await readSecondCopy(caches);
  if (!copy) throw new Error('no copy');
  expect((await restoreSecondCopy(empty.database, caches, copy)).attachments).toBe(2);
  const photograph = await empty.database.photographs.get(id);
  expect(photograph).toMatchObject({ state: 'waiting', sent: 0, notice: code });
  expect(photograph?.jpeg.byteLength).toBe(9);
  expect((await empty.database.recordings.get('recording-1'))?.state).toBe('made');

  await wang.database.photographs.update(id, { state: 'uploaded' });
  await keeper.refresh();
  expect(filesIn()).toEqual(['https://example.org/second-copy-files/recording-1']);
  expect((await readSecondCopy(caches))?.files.map((one) => one.id)).toEqual(['recording-1']);
});

test('照片多得放不下，或者手机快满了：字照样留着，照片留到放得下为止', async () => {
  const { wang, code, caches, state } = await aPhoneWithCopy();
  for (const length of [40, 50, 30]) await aPhotograph(wang, code, length);
  const bounded = new SecondCopyKeeper(wang.database, caches, wang.now, 75);
  await bounded.refresh();
  const kept = (await readSecondCopy(caches))?.files ?? [];
  expect(kept.length).toBeGreaterThan(0);
  let total = 0;
  for (const { id } of kept)
    total += (await wang.database.photographs.get(id))?.jpeg.byteLength ?? 0;
  expect(total).toBeLessThanOrEqual(75);

  const large = await aPhotograph(wang, code, 1_000_000);
  state.room = 500_000;
  await wang.type(code, (content) => withField(content, 'note', '快满了还写的'));
  await new SecondCopyKeeper(wang.database, caches, wang.now).refresh();
  const copy = await readSecondCopy(caches);
  expect(copy?.work.notices[0]?.head.content.fields['note']).toBe('快满了还写的');
  expect(copy?.files.map(({ id }) => id)).not.toContain(large);
});

test('重新打开以后写的第一份就说得出照片和录音，这时候断电也不丢；上传了的不再说', async () => {
  const { server, wang, code, keeper, caches, answers } = await aPhoneWithCopy();
  const id = await aPhotograph(wang, code, 9);
  const sent = await aPhotograph(wang, code, 10);
  await keeper.refresh();
  await wang.database.photographs.update(sent, { state: 'uploaded' });
  await wang.type(code, (content) => withField(content, 'note', '重新打开以后写的'));
  // the power goes as soon as the first copy is written
  let isOff = false;
  const failing = {
    open: async (name: string) => {
      const cache = await caches.open(name);
      const put: Cache['put'] = async (at, answer) => {
        if (isOff) throw new Error('no power');
        await cache.put(at, answer);
        isOff = String(at).includes('/second-copy/');
      };
      return { ...cache, put };
    },
  };
  const again = new SecondCopyKeeper(wang.database, failing, wang.now);
  await again.refresh().catch(() => undefined);
  expect(isOff).toBe(true);
  const copy = await readSecondCopy(caches);
  if (!copy) throw new Error('no copy');
  expect(copy.work.notices[0]?.head.content.fields['note']).toBe('重新打开以后写的');
  expect(copy.files.map((one) => one.id)).toEqual([id]);
  const empty = await emptied(server);
  expect((await restoreSecondCopy(empty.database, caches, copy)).attachments).toBe(1);

  // nor is a file named that no longer lies there
  for (const at of answers.keys()) if (at.includes('/second-copy-files/')) answers.delete(at);
  await new SecondCopyKeeper(wang.database, caches, wang.now).refresh();
  expect((await readSecondCopy(caches))?.files.map((one) => one.id)).toEqual([id]);
  expect(
    (await restoreSecondCopy((await emptied(server)).database, caches, copy)).attachments,
  ).toBe(1);
});

test('放不下的照片只读一次，不是每改一个字都再读一遍；腾出地方就放进去', async () => {
  const { wang, code, caches, filesIn } = await aPhoneWithCopy();
  for (const length of [60, 80, 90]) await aPhotograph(wang, code, length);
  const bounded = new SecondCopyKeeper(wang.database, caches, wang.now, 100);
  await bounded.refresh();
  expect(filesIn()).toHaveLength(1);
  const read = vi.spyOn(wang.database.photographs, 'get');
  await wang.type(code, (content) => withField(content, 'note', '又写的'));
  await bounded.refresh();
  expect(read).not.toHaveBeenCalled();
  for (const { id } of (await readSecondCopy(caches))?.files ?? []) {
    await wang.database.photographs.update(id, { state: 'uploaded' });
  }
  await bounded.refresh();
  expect((await readSecondCopy(caches))?.files).toHaveLength(1);
});

test('录音后来说了要上传，另留的一份也这么说', async () => {
  const { server, wang, code, keeper, caches } = await aPhoneWithCopy();
  await wang.database.recordings.add({
    ...{ id: 'recording-1', village: DONGSHENG, notice: code, revision: 1, type: 'audio/webm' },
    ...{ startedAt: wang.now().toISOString(), seconds: 9, state: 'made', sent: 0 },
    sound: bytesOf('sound'),
  });
  await keeper.refresh();
  await wang.database.recordings.update('recording-1', { state: 'waiting' });
  await keeper.refresh();
  const empty = await emptied(server);
  const copy = await readSecondCopy(caches);
  if (!copy) throw new Error('no copy');
  await restoreSecondCopy(empty.database, caches, copy);
  expect((await empty.database.recordings.get('recording-1'))?.state).toBe('waiting');
});

test('旧版软件留的一份没有照片，照样读得出来', async () => {
  const { answers, caches } = await aPhoneWithCopy();
  for (const [at, bytes] of answers) {
    const { files: _files, ...older } = JSON.parse(new TextDecoder().decode(bytes));
    answers.set(at, bytesOf(JSON.stringify(older)));
  }
  expect(await readSecondCopy(caches)).toMatchObject({ files: [], store: expect.any(String) });
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
  answers.set(
    `https://example.org/second-copy/${WANG.id}/9999999999999`,
    bytesOf('{"session":{"per'),
  );
  expect((await readSecondCopy(caches))?.work.notices[0]?.head.code).toBe(code);
  state.room = 0;
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
  await restoreSecondCopy(empty.database, caches, copy);
  expect(await noteOn(empty, code)).toBe('还没送的');
  expect(await noteOn(empty, long)).toBe(text);
});
