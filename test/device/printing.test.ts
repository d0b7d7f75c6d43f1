import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  DeviceDatabase,
  forgetPrinting,
  notePrinting,
  type PrintedRevision,
  printingsOf,
  staleSheets,
} from '../../src/device/index.ts';
import { type Notice, readCheckCode } from '../../src/notice/index.ts';
import { A_CODE, anAuthor, DONGSHENG } from '../builders/index.ts';

function printed(revision: number, change: Partial<PrintedRevision> = {}): PrintedRevision {
  const at = `2026-11-2${revision}T01:00:00.000Z`;
  return {
    village: DONGSHENG,
    notice: A_CODE,
    revision,
    at,
    way: 'printer',
    sheets: 2,
    paper: 'A4',
    ...change,
  };
}

function published(
  count: number,
  standing: Notice['standing'] = 'published',
): Pick<Notice, 'revisions' | 'standing'> {
  const checkCode = readCheckCode('9F2C41AB');
  if (!checkCode) throw new Error('a check code of the right form');
  const revisions = Array.from({ length: count }, (_, index) => {
    const revision = index + 1;
    return { revision, version: revision, checkCode, by: anAuthor() };
  });
  return { standing, revisions };
}

test('打印过的版次记在手机上，没打印成可以取消', async () => {
  const database = new DeviceDatabase('printing');
  await notePrinting(database, printed(1));
  const mistaken = await notePrinting(database, printed(1, { at: '2026-11-22T01:00:00.000Z' }));
  expect(await printingsOf(database, DONGSHENG, A_CODE)).toHaveLength(2);
  await forgetPrinting(database, mistaken);
  expect(await printingsOf(database, DONGSHENG, A_CODE)).toEqual([
    expect.objectContaining({ revision: 1, sheets: 2, at: '2026-11-21T01:00:00.000Z' }),
  ]);
});

test('打印的就是最新一版，不用换', () => {
  expect(staleSheets([printed(1)], published(1))).toBeUndefined();
  expect(staleSheets([printed(1), printed(2)], published(2))).toBeUndefined();
});

test('打印以后又改了重新公布，要换下墙上的旧纸', () => {
  expect(staleSheets([printed(1)], published(2))).toMatchObject({
    reason: 'amended',
    printed: { revision: 1 },
  });
});

test('打印以后撤回了，要取下墙上的纸', () => {
  expect(staleSheets([printed(1), printed(2)], published(2, 'withdrawn'))).toMatchObject({
    reason: 'withdrawn',
    printed: { revision: 2 },
  });
});

test('没有打印过，就没有要换的纸', () => {
  expect(staleSheets([], published(2))).toBeUndefined();
});
