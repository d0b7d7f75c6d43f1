import { expect, test } from 'vitest';
import { RateLimit } from '../../src/server/http/rate-limit.ts';

test('一下子来得太多的，先歇一歇；过一会儿又可以', () => {
  let now = 0;
  const limit = new RateLimit({ burst: 3, perMinute: 60 }, () => now);
  const admitted = () => [1, 2, 3, 4].map(() => limit.admits('甲'));
  expect(admitted()).toEqual([true, true, true, false]);
  expect(limit.admits('乙')).toBe(true);
  now += 1_000;
  expect(admitted()).toEqual([true, false, false, false]);
  now += 3_600_000;
  expect(admitted()).toEqual([true, true, true, false]);
});

test('还回来的不算数', () => {
  const limit = new RateLimit({ burst: 1, perMinute: 1 }, () => 0);
  for (let time = 0; time < 10; time++) {
    expect(limit.admits('甲')).toBe(true);
    limit.giveBack('甲');
  }
});

test('一万个不同的地址来，也不会把内存占满；时钟拨回去也不会多给', () => {
  let now = 1_000_000;
  const limit = new RateLimit({ burst: 2, perMinute: 2 }, () => now);
  for (let caller = 0; caller < 60_000; caller++) limit.admits(`地址${caller}`);
  expect(limit.remembered).toBeLessThanOrEqual(20_001);
  limit.admits('甲');
  limit.admits('甲');
  now -= 3_600_000;
  expect(limit.admits('甲')).toBe(false);
});
