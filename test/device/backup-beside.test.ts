import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import {
  backupReason,
  handleObjection,
  makeBackup,
  packBackup,
  restoreBackup,
  unpackBackup,
  unsentFiles,
  waitingWork,
} from '../../src/device/index.ts';
import type { NoticeCode, Objection, ObjectionCode } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { countedBytes, Phone, WANG } from './phone.ts';

const villages = [DONGSHENG];
const now = () => new Date('2026-11-24T10:00:00.000Z');
const randomBytes = countedBytes(4);
const OBJECTION = 'H3K9M7QX2R' as ObjectionCode;

/** A picture of so many bytes, each time another. */
function aJpeg(size: number, seed: number): { id: string; jpeg: ArrayBuffer } {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return { id: bytesToHex(sha256(bytes)), jpeg: bytes.buffer };
}

function received(notice: NoticeCode): Objection {
  return {
    village: DONGSHENG,
    notice,
    code: OBJECTION,
    channel: 'online',
    text: '第3户有车',
    name: '',
    telephone: '',
    receivedAt: '2026-11-24T02:00:00.000Z',
    answerBy: '2026-12-01',
    revision: 1,
    steps: [],
  };
}

async function aPhoneWith(photographs: number, size = 3_000) {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const taken = Array.from({ length: photographs }, (_one, index) => aJpeg(size, index + 1));
  await wang.database.photographs.bulkAdd(
    taken.map((one, index) => ({
      ...one,
      village: DONGSHENG,
      notice: code,
      takenAt: `2026-11-2${index % 5}T08:00:00.000Z`,
      state: 'waiting' as const,
      sent: 17,
      uploadUrl: '/api/uploads/half-of-it',
    })),
  );
  return { server, wang, code };
}

async function carried({ database }: Phone) {
  const file = await packBackup(await makeBackup(database, now()), unsentFiles(database));
  const read = await unpackBackup(file);
  if (!read.ok) throw new Error(read.problem);
  return { file, backup: read.backup };
}

test('等着上传的照片一个字节也不少，换手机后接着等；服务器已经有的不带', async () => {
  const { server, wang, code } = await aPhoneWith(3);
  const [first, second, third] = await wang.database.photographs.toArray();
  if (!first || !second || !third) throw new Error('three photographs');
  await wang.database.photographs.update(third.id, { state: 'uploaded' });
  const { backup } = await carried(wang);
  const fresh = await Phone.of(server, WANG);
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ attachments: 2 });
  const { sent: _some, uploadUrl: _half, ...kept } = first;
  expect(await fresh.database.photographs.get(first.id)).toEqual({ ...kept, sent: 0 });
  expect(await fresh.database.photographs.count()).toBe(2);
  // once more, and where one of them is here already: nothing twice, nothing set back
  await fresh.database.photographs.update(second.id, { state: 'uploaded' });
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ attachments: 0 });
  expect((await fresh.database.photographs.get(second.id))?.state).toBe('uploaded');
  expect(await waitingWork(fresh.database)).toMatchObject({ photographs: 1 });
  expect((await fresh.notice(code)).head).toEqual((await wang.notice(code)).head);
});

test('一天四十张、每张三百千字节的照片，文件不比照片大多少，也恢复得回来', async () => {
  const { server, wang } = await aPhoneWith(40, 300_000);
  const { file, backup } = await carried(wang);
  expect(file.size).toBeLessThan(40 * 300_000 * 1.05);
  const fresh = await Phone.of(server, WANG);
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ attachments: 40 });
}, 60_000);

test('还没送出的答复和写了一半的，跟着文件走；恢复几次也只有一次', async () => {
  const { server, wang, code } = await aPhoneWith(0);
  const base = received(code);
  const other = 'K3K9M7QX2R' as ObjectionCode;
  for (const objection of [base, { ...base, code: other }]) {
    const key = { village: DONGSHENG, code: objection.code, notice: code };
    await wang.database.objections.add({ ...key, head: objection, base: objection });
  }
  await wang.database.objections.update([DONGSHENG, other], { draft: '写了一半' });
  const place = { village: DONGSHENG, notice: code, objection: OBJECTION };
  const answer = { kind: 'answer', text: '已核实，情况属实。' } as const;
  expect(await handleObjection(wang.database, place, answer, { now, randomBytes })).toBeUndefined();

  const { backup } = await carried(wang);
  const fresh = await Phone.of(server, WANG);
  // the other phone knows the objection from the server, without the answer
  await fresh.database.objections.add({
    village: DONGSHENG,
    code: OBJECTION,
    notice: code,
    head: base,
    base,
  });
  for (const steps of [1, 0]) {
    expect(await restoreBackup(fresh.database, backup)).toMatchObject({ steps });
  }
  const told = await fresh.database.objections.get([DONGSHENG, OBJECTION]);
  expect(told?.head.steps).toMatchObject([answer]);
  expect(told?.base).toEqual(base);
  expect((await fresh.database.objections.get([DONGSHENG, other]))?.draft).toBe('写了一半');
  expect(await fresh.database.objectionOutbox.toArray()).toMatchObject([{ action: answer }]);
});

test('不适用的说明、打印记录、确认过的电话、认过的表头也都带着，本机说过的不改', async () => {
  const { server, wang, code } = await aPhoneWith(0);
  const by = { person: WANG.id, name: WANG.name, at: '2026-11-24T09:00:00.000Z' };
  const action = { kind: 'declare', reason: '没有贷款户', fromYear: 2026, toYear: 2026 } as const;
  const exemption = { village: DONGSHENG, item: 'loans', steps: [{ ...action, by }] };
  await wang.database.exemptions.add({ village: DONGSHENG, item: 'loans', head: exemption });
  await wang.database.exemptionOutbox.add({
    id: 'exemption-0001',
    village: DONGSHENG,
    item: 'loans',
    action,
    at: by.at,
  });
  const printing = {
    village: DONGSHENG,
    notice: code,
    revision: 1,
    at: by.at,
    way: 'pdf',
    sheets: 2,
    paper: 'A4',
  } as const;
  await wang.database.printed.add(printing);
  await wang.database.keep('headings', { 户主: 'householder', 备注: null });
  await wang.database.keep('allowedNumbers', { [DONGSHENG]: ['0458-0000001'] });

  const { backup } = await carried(wang);
  const fresh = await Phone.of(server, WANG);
  await fresh.database.keep('headings', { 备注: 'note' });
  await fresh.database.keep('allowedNumbers', { [DONGSHENG]: ['0458-0000002'] });
  await restoreBackup(fresh.database, backup);
  await restoreBackup(fresh.database, backup);
  expect(await fresh.database.exemptions.toArray()).toMatchObject([{ head: exemption }]);
  expect(await fresh.database.exemptionOutbox.toArray()).toMatchObject([{ id: 'exemption-0001' }]);
  expect(await fresh.database.printed.toArray()).toMatchObject([printing]);
  expect(await fresh.database.read('headings')).toEqual({ 户主: 'householder', 备注: 'note' });
  expect((await fresh.database.read('allowedNumbers'))?.[DONGSHENG]).toEqual([
    '0458-0000002',
    '0458-0000001',
  ]);
});

test('录好没送的录音也在文件里，送过的不在', async () => {
  const { server, wang, code } = await aPhoneWith(0);
  const { id: digest, jpeg: sound } = aJpeg(50_000, 9);
  const recording = {
    village: DONGSHENG,
    notice: code,
    revision: 1,
    type: 'audio/webm;codecs=opus',
    startedAt: '2026-11-24T09:00:00.000Z',
    seconds: 12,
    sound,
    digest,
    sent: 0,
  };
  await wang.database.recordings.bulkAdd([
    { ...recording, id: 'recording-1', state: 'waiting' },
    { ...recording, id: 'recording-2', state: 'uploaded' },
  ]);
  const fresh = await Phone.of(server, WANG);
  const { backup } = await carried(wang);
  expect(await restoreBackup(fresh.database, backup)).toMatchObject({ attachments: 1 });
  expect(await fresh.database.recordings.toArray()).toEqual([
    { ...recording, id: 'recording-1', state: 'waiting' },
  ]);
});

test('以前的软件存的文件照样恢复', async () => {
  const { server, wang, code } = await aPhoneWith(0);
  wang.cut();
  await wang.type(code, (content) => ({
    ...content,
    fields: { ...content.fields, note: '旧文件里的' },
  }));
  const { kind, madeAt, person, notices, outbox, refused, remembered, households } =
    await makeBackup(wang.database, now());
  const first = {
    kind,
    format: 1,
    madeAt,
    person,
    notices,
    outbox,
    refused,
    remembered,
    households,
  };
  const read = await unpackBackup(new Blob([JSON.stringify(first)]));
  if (!read.ok) throw new Error(read.problem);
  const fresh = await Phone.of(server, WANG);
  expect(await restoreBackup(fresh.database, read.backup)).toMatchObject({ steps: 1 });
  await fresh.sync();
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('旧文件里的');
});

test('照片被换过、少了半张、少了结尾：说文件不完整，手机不变', async () => {
  const { wang } = await aPhoneWith(2);
  const { file } = await carried(wang);
  const text = await new Response(
    file.stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  const [head = '', one = '', two = '', end = ''] = text.split('\n');
  const problemOf = async (...lines: string[]) => {
    const read = await unpackBackup(new Blob([lines.join('\n')]));
    return read.ok ? 'none' : read.problem;
  };
  expect(await problemOf(head, one, two, end)).toBe('none');
  expect(await problemOf(head, one.replace('"bytes":"', '"bytes":"AAAA'), two, end)).toBe(
    'damaged',
  );
  expect(await problemOf(head, one, two.slice(0, 200))).toBe('damaged');
  expect(await problemOf(head, one, two)).toBe('damaged');
  expect(await problemOf(head.slice(0, 300))).toBe('not-a-backup');
});

test('只有照片或答复在等，也会提醒存成文件', async () => {
  const { wang, code } = await aPhoneWith(5);
  const work = await waitingWork(wang.database);
  expect(work).toEqual({
    steps: 0,
    photographs: 5,
    recordings: 0,
    oldestAt: '2026-11-20T08:00:00.000Z',
  });
  expect(backupReason('signed-out', work.oldestAt, undefined, now())).toBe('device-revoked');
  expect(backupReason('offline', work.oldestAt, undefined, now())).toBe('waited-long');

  await wang.database.photographs.clear();
  await wang.database.objectionOutbox.add({
    id: 'objection-0001',
    village: DONGSHENG,
    notice: code,
    objection: OBJECTION,
    action: { kind: 'escalate', reason: '村里定不了' },
    at: '2026-11-19T08:00:00.000Z',
  });
  expect(await waitingWork(wang.database)).toMatchObject({
    steps: 1,
    oldestAt: '2026-11-19T08:00:00.000Z',
  });
});
