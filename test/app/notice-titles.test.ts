import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { folded, NoticeTitles } from '../../src/app/notice-titles.ts';
import { DeviceDatabase, type NoticeKey, type NoticeSummary } from '../../src/device/index.ts';
import { DONGSHENG } from '../builders/index.ts';

function aSummary(number: number, title: string): NoticeSummary {
  return {
    village: DONGSHENG,
    code: `N0T1CE${String(number).padStart(4, '0')}` as NoticeSummary['code'],
    template: 'exit.announcement',
    templateVersion: 1,
    title,
    stage: 'settled',
    standing: 'published',
    remarks: [],
    revisions: [],
    waiting: 0,
    refused: false,
    touchedAt: `2026-11-24T00:00:00.${String(number % 1000).padStart(3, '0')}Z`,
    lastCall: '',
    toldOn: '',
  };
}

async function aVillage(name: string, titles: readonly string[]) {
  const database = new DeviceDatabase(name);
  const summaries = titles.map((title, index) => aSummary(index, title));
  await database.summaries.bulkAdd(summaries);
  const keys = summaries.map(({ village, code }): NoticeKey => [village, code]);
  return { database, keys, titles: new NoticeTitles(database, DONGSHENG) };
}

test('标题里有这些字的都找得到，不管全角半角、大小写、空格', async () => {
  const { keys, titles } = await aVillage('folded', [
    '东升村２０２６年 贫困户退出公告',
    '东升村2025年贫困户退出公告',
    '东升村2026年小额信贷公示',
  ]);
  expect(await titles.update(() => true)).toBe(true);
  expect(titles.search(keys, '2026 退出')).toEqual([keys[0]]);
  expect(titles.search(keys, '２０２６')).toEqual([keys[0], keys[2]]);
  expect(titles.search(keys, '  ')).toEqual(keys);
  expect(titles.search(keys, '养老')).toEqual([]);
  expect(folded('Ａ b')).toBe('ab');
});

test('几百件分几次翻，翻到一半走开，回来接着翻；后来改的也找得到', async () => {
  const { database, keys, titles } = await aVillage(
    'batches',
    Array.from({ length: 700 }, (_one, index) => `第${index}号公示`),
  );
  let asked = 0;
  expect(await titles.update(() => asked++ === 0)).toBe(false);
  expect(titles.search(keys, '第0号')).toHaveLength(1);
  expect(titles.search(keys, '第699号')).toHaveLength(0);
  expect(await titles.update(() => true)).toBe(true);
  expect(titles.search(keys, '第699号')).toHaveLength(1);

  const changed = { ...aSummary(3, '换了名字'), touchedAt: '2026-11-25T00:00:00.000Z' };
  await database.summaries.put(changed);
  await titles.update(() => true);
  expect(titles.search(keys, '换了名字')).toEqual([keys[3]]);
});
