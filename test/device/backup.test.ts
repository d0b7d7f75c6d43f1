import { expect, test } from 'vitest';
import { readBackup } from '../../src/device/backup-format.ts';
import {
  makeBackup,
  packBackup,
  restoreBackup,
  SyncTrouble,
  unpackBackup,
  unsentFiles,
} from '../../src/device/index.ts';
import { LIMITS, withCell, withField, withRowsAppended } from '../../src/notice/index.ts';
import { aDocument, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG, ZHAO } from './phone.ts';

const villages = [DONGSHENG];
const now = new Date('2026-11-24T10:00:00.000Z');

/** A phone with one notice that is sent, edited and submitted without signal since. */
async function aPhoneWithWork() {
  // a save that waits starts from the newest version that the phone knows, which two phones may not share
  const server = new ModelServer({ villages, isStrict: false });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  wang.cut();
  await wang.type(code, (content) => withField(content, 'note', '还没送的'));
  await wang.act(code, { kind: 'submit' });
  await wang.type(code, (content) => withField(content, 'standard', '提交后又写的'));
  return { server, wang, code };
}

/** Through the file and back, as on the way to another phone. */
async function carried(phone: Phone) {
  const backup = await makeBackup(phone.database, now);
  const file = await packBackup(backup, unsentFiles(phone.database));
  const read = await unpackBackup(file);
  if (!read.ok) throw new Error(read.problem);
  return read.backup;
}

test('备份文件里有写过的一切，没有能冒充本人的东西', async () => {
  const { wang, code } = await aPhoneWithWork();
  const backup = await carried(wang);
  expect(backup.person).toEqual({ id: WANG.id, name: WANG.name });
  expect(backup.notices.map(({ head }) => head.code)).toEqual([code]);
  expect(backup.outbox.map(({ action }) => action.kind)).toEqual(['save', 'submit', 'save']);
  expect(JSON.stringify(backup)).not.toContain('device-of');
});

test('住户名册也在备份里；恢复时已有的那一户不被盖掉', async () => {
  const { server, wang } = await aPhoneWithWork();
  const household = (id: string, householder: string) => ({
    village: DONGSHENG,
    id,
    cells: { householder },
  });
  await wang.database.households.bulkAdd([household('h1', '赵某一'), household('h2', '钱某二')]);
  const fresh = await Phone.of(server, WANG);
  await fresh.database.households.add(household('h1', '赵某一（已核实）'));
  await restoreBackup(fresh.database, await carried(wang));
  expect(await fresh.database.households.toArray()).toEqual([
    household('h1', '赵某一（已核实）'),
    household('h2', '钱某二'),
  ]);
});

test('换一部手机恢复：没送的从那里送，和从旧手机送的一样', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  const backup = await carried(wang);
  const fresh = await Phone.of(server, WANG);
  expect(await restoreBackup(fresh.database, backup)).toEqual({
    notices: 1,
    steps: 3,
    known: 0,
    attachments: 0,
  });
  expect((await fresh.notice(code)).head.content).toEqual((await wang.notice(code)).head.content);
  await fresh.sync();
  expect(server.notice(DONGSHENG, code)).toMatchObject({
    stage: 'submitted',
    conflicts: [],
    content: { fields: { note: '还没送的', standard: '提交后又写的' } },
  });
});

test('恢复两遍、旧手机又有了信号：没有一步做两遍，旧手机后来写的也在', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  const backup = await carried(wang);
  await wang.type(code, (content) => withField(content, 'year', '2033'));
  const fresh = await Phone.of(server, WANG);
  await restoreBackup(fresh.database, backup);
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ notices: 0, steps: 0 });
  await fresh.sync();
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ notices: 0, steps: 0 });
  wang.mend();
  await wang.sync();
  await fresh.sync();
  const effects = server.effects(DONGSHENG);
  expect(new Set(effects).size).toBe(effects.length);
  expect(server.notice(DONGSHENG, code)).toMatchObject({
    conflicts: [],
    content: { fields: { note: '还没送的', year: '2033' } },
  });
  expect((await fresh.notice(code)).head).toEqual((await wang.notice(code)).head);
});

test('恢复到已经写了更新内容的手机：哪边都不被盖掉，写得不一样的等人选', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  const backup = await carried(wang);
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  zhao.cut();
  await zhao.type(code, (content) => withField(content, 'note', '这部手机上新写的'));
  await restoreBackup(zhao.database, backup);
  const { head } = await zhao.notice(code);
  expect(head.content.fields).toMatchObject({
    note: '这部手机上新写的',
    standard: '提交后又写的',
  });
  expect(head.conflicts.flatMap(({ values }) => values.map(({ value }) => value))).toEqual([
    '这部手机上新写的',
    '还没送的',
  ]);
  zhao.mend();
  await zhao.sync();
  expect(server.notice(DONGSHENG, code)?.conflicts).toHaveLength(1);
  expect((await zhao.notice(code)).head).toEqual(server.notice(DONGSHENG, code));
});

test('同一部手机上恢复自己的备份，什么也不变', async () => {
  const { wang, code } = await aPhoneWithWork();
  const backup = await carried(wang);
  const before = [await wang.notice(code), await wang.outbox()];
  expect(await restoreBackup(wang.database, backup)).toEqual({
    notices: 0,
    steps: 0,
    known: 3,
    attachments: 0,
  });
  expect([await wang.notice(code), await wang.outbox()]).toEqual(before);
});

test('被收回的手机上的东西，备份到新登记的手机上照样送到', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  wang.link = async () => {
    throw new SyncTrouble('signed-out');
  };
  expect(await wang.sync()).toMatchObject({ trouble: 'signed-out' });
  const fresh = await Phone.of(server, WANG);
  await fresh.sync();
  await restoreBackup(fresh.database, await carried(wang));
  await fresh.sync();
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('还没送的');
  const li = await Phone.of(server, LI);
  await li.sync();
  expect((await li.notice(code)).head.stage).toBe('submitted');
});

test('被退回放着的也在备份里，恢复后还看得到原因', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  server.refuses = ({ action }) => (action.kind === 'save' ? 'personal-data' : undefined);
  wang.mend();
  await wang.sync();
  const backup = await carried(wang);
  const fresh = await Phone.of(server, WANG);
  await restoreBackup(fresh.database, backup);
  expect((await fresh.notice(code)).refusal).toEqual({ code: 'personal-data', action: 'save' });
  expect((await fresh.notice(code)).head.content.fields['standard']).toBe('提交后又写的');
  expect(await fresh.database.refused.toArray()).toMatchObject([{ code: 'personal-data' }]);
});

test('有一处字太长、服务器不收，备份文件照样恢复得回来，一个字不少', async () => {
  const { server, wang, code } = await aPhoneWithWork();
  const text = '长'.repeat(LIMITS.cellLength + 1);
  await wang.type(code, (content) => {
    const whole = withField(content, 'note', '长'.repeat(LIMITS.fieldLength + 1));
    const added = withRowsAppended(whole, 'households', [{ id: 'household-9', cells: {} }]);
    return withCell(added, 'households', 'household-9', 'householder', text);
  });
  const fresh = await Phone.of(server, WANG);
  await restoreBackup(fresh.database, await carried(wang));
  const { content } = (await fresh.notice(code)).head;
  expect(content.fields['note']).toHaveLength(LIMITS.fieldLength + 1);
  const row = content.tables['households']?.find(({ id }) => id === 'household-9');
  expect(row?.cells['householder']).toBe(text);
});

test('选定的值、公布的话太长，也读得回来；不是这个样子的不收', async () => {
  const { wang, code } = await aPhoneWithWork();
  const backup = await makeBackup(wang.database, now);
  const long = '长'.repeat(50_000);
  const document = { ...aDocument(), title: long };
  const of = { village: DONGSHENG, notice: code, at: now.toISOString(), attempted: true };
  const place = { kind: 'field' as const, field: 'note' };
  const settle = { kind: 'settle' as const, place, value: long };
  const whole = {
    ...backup,
    outbox: [{ ...of, id: 'settled-1', action: settle }],
    notices: backup.notices.map((one) => ({ ...one, document })),
  };
  expect(readBackup(whole)).toEqual(whole);
  expect(
    readBackup({ ...whole, outbox: [{ ...of, id: 'x-123456', action: { kind: 'settle' } }] }),
  ).toBe(undefined);
});

test('文件坏了、不是备份、来自更新的软件，各说各的', async () => {
  const { wang } = await aPhoneWithWork();
  const { database } = wang;
  const file = await packBackup(await makeBackup(database, now), unsentFiles(database));
  const opened = file.stream().pipeThrough(new DecompressionStream('gzip'));
  const plain = await new Response(opened).text();
  const problemOf = async (part: BlobPart) => {
    const read = await unpackBackup(new Blob([part]));
    return read.ok ? 'none' : read.problem;
  };
  expect(await problemOf(plain)).toBe('none');
  expect(await problemOf(await file.slice(0, file.size / 2).arrayBuffer())).toBe('damaged');
  expect(await problemOf('{"kind":"something"}')).toBe('not-a-backup');
  expect(await problemOf('一张照片')).toBe('not-a-backup');
  expect(await problemOf(plain.slice(0, -3))).toBe('damaged');
  // the whole file is one JSON value: an older program reads its number and says that it is too old
  expect(JSON.parse(plain)).toMatchObject({ format: 2, attachments: [] });
  expect(await problemOf(plain.replace('"format":2', '"format":3'))).toBe('too-new');
  expect(await problemOf(plain.replace('"submit"', '"fly"'))).toBe('damaged');
});
