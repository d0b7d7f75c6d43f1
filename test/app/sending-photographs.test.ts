import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fromLocalTime, toLocalTime } from '../../src/app/local-time.ts';
import { DeviceDatabase, sendPhotographs } from '../../src/device/index.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';

const NOW = '2026-11-24T08:00:00.000Z';
let database: DeviceDatabase;
let opened = 0;

beforeEach(() => {
  opened += 1;
  database = new DeviceDatabase(`photographs-${opened}`);
});

async function taken(id: string, takenAt = NOW, state: 'waiting' | 'uploaded' = 'waiting') {
  const jpeg = new ArrayBuffer(100);
  const place = { village: DONGSHENG, notice: A_CODE };
  await database.photographs.put({ id, ...place, jpeg, takenAt, state, sent: 0 });
}

async function states(): Promise<Record<string, string>> {
  const all = await database.photographs.toArray();
  return Object.fromEntries(all.map(({ id, state, sent }) => [id, `${state} ${sent}`]));
}

test('等着的照片一张一张传；服务器不收的放在一边，不挡后面的', async () => {
  await taken('a');
  await taken('b');
  await sendPhotographs(database, NOW, async ({ id }) => (id === 'a' ? 'refused' : 'uploaded'));
  expect(await states()).toEqual({ a: 'refused 0', b: 'uploaded 100' });
});

test('传到一半没了信号，记住传到哪里，下次从那里接着传', async () => {
  await taken('a');
  await sendPhotographs(database, NOW, async (_photograph, tell) => {
    tell({ uploadUrl: '/api/uploads/1' });
    tell({ sent: 64 });
    return 'later';
  });
  await expect.poll(states).toEqual({ a: 'waiting 64' });
  const seen: (string | undefined)[] = [];
  await sendPhotographs(database, NOW, async ({ uploadUrl }) => {
    seen.push(uploadUrl);
    return 'uploaded';
  });
  expect(seen).toEqual(['/api/uploads/1']);
  expect(await states()).toEqual({ a: 'uploaded 100' });
});

test('传到了的照片在手机上再留三十天；没传到的一直留着', async () => {
  await taken('old', '2026-10-01T08:00:00.000Z', 'uploaded');
  await taken('recent', '2026-11-20T08:00:00.000Z', 'uploaded');
  await sendPhotographs(database, NOW, async () => 'later');
  expect(Object.keys(await states())).toEqual(['recent']);
});

test('张贴的时间按北京时间填，不管手机设在哪个时区', () => {
  expect(toLocalTime(new Date('2026-11-24T16:30:00.000Z'))).toBe('2026-11-25T00:30');
  expect(fromLocalTime('2026-11-25T00:30')).toBe('2026-11-24T16:30:00.000Z');
  expect(fromLocalTime('')).toBeUndefined();
});
