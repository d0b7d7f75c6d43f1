import { expect, test, vi } from 'vitest';
import { openProgressChannel, type SyncProgress } from '../../src/device/index.ts';

const half: SyncProgress = { sent: 40, taken: 0, waiting: 60, isMoreToCome: false };

test('一个页面或后台在上传，每个打开的页面都看得到传了多少、还剩多少', async () => {
  const heard: (SyncProgress | undefined)[] = [];
  const own: (SyncProgress | undefined)[] = [];
  const other = openProgressChannel((progress) => heard.push(progress));
  const mine = openProgressChannel((progress) => own.push(progress));
  mine.tell(half);
  mine.tell(undefined);
  await vi.waitFor(() => expect(heard).toEqual([half, undefined]));
  expect(own).toEqual([half, undefined]);
  for (const one of [other, mine]) one.close();
});

test('在传的页面被关掉了，别的页面不会一直停在半路上', async () => {
  vi.useFakeTimers();
  const heard: (SyncProgress | undefined)[] = [];
  const mine = openProgressChannel((progress) => heard.push(progress));
  mine.tell(half);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(heard).toEqual([half]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heard).toEqual([half, undefined]);
  mine.close();
  vi.useRealTimers();
});

test('没有这种通道的浏览器，自己的页面照样看得到', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const heard: (SyncProgress | undefined)[] = [];
  const mine = openProgressChannel((progress) => heard.push(progress));
  mine.tell(half);
  expect(heard).toEqual([half]);
  mine.close();
  vi.unstubAllGlobals();
});
