import { expect, test } from 'vitest';
import {
  backupReason,
  type StorageReading,
  shouldAskToPersist,
  storageAdvice,
} from '../../src/device/index.ts';

const now = new Date('2026-11-24T08:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

function aReading(told: Partial<StorageReading> = {}): StorageReading {
  return {
    usage: 5_000_000,
    quota: 2_000_000_000,
    isPersisted: true,
    isInstalled: true,
    isWebKit: false,
    ...told,
  };
}

test('放得下、浏览器答应留着，就没什么可说的', () => {
  expect(storageAdvice(aReading())).toEqual([]);
});

test('苹果手机没放到主屏幕：七天不开会被清掉', () => {
  const inTab = aReading({ isWebKit: true, isInstalled: false, isPersisted: false });
  expect(storageAdvice(inTab)).toEqual(['cleared-after-a-week']);
  expect(storageAdvice({ ...inTab, isInstalled: true, isPersisted: true })).toEqual([]);
});

test('剩的不够一天用、地方小得像无痕窗口，都先说', () => {
  expect(storageAdvice(aReading({ usage: 1_980_000_000 }))).toEqual(['nearly-full']);
  expect(storageAdvice(aReading({ hasRoomForADay: false }))).toEqual(['nearly-full']);
  expect(storageAdvice(aReading({ hasRoomForADay: true }))).toEqual([]);
  expect(storageAdvice(aReading({ quota: 100_000_000, isPersisted: false }))).toEqual([
    'private-window',
    'may-be-cleared',
  ]);
});

test('有了东西才请浏览器留着，拒绝后一个月内不再问', () => {
  const reading = { isPersisted: false };
  expect(shouldAskToPersist(reading, false, undefined, now)).toBe(false);
  expect(shouldAskToPersist(reading, true, undefined, now)).toBe(true);
  expect(shouldAskToPersist(reading, true, daysAgo(2), now)).toBe(false);
  expect(shouldAskToPersist(reading, true, daysAgo(31), now)).toBe(true);
  expect(shouldAskToPersist({ isPersisted: true }, true, undefined, now)).toBe(false);
});

test('手机被收回、等了好几天、地方要满：主动请人备份，备过就不催', () => {
  expect(backupReason('signed-out', daysAgo(0), undefined, now)).toBe('device-revoked');
  expect(backupReason('offline', daysAgo(4), undefined, now)).toBe('waited-long');
  expect(backupReason('storage', daysAgo(0), undefined, now)).toBe('nearly-full');
  expect(backupReason('offline', daysAgo(1), undefined, now)).toBeUndefined();
  expect(backupReason('signed-out', undefined, undefined, now)).toBeUndefined();
  expect(backupReason('signed-out', daysAgo(9), daysAgo(1), now)).toBeUndefined();
});
