import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SyncRunner, type SyncState, startSyncRunner } from '../../src/device/index.ts';

let answer: SyncState | Promise<SyncState> | Error = {};
let syncs = 0;
let runner: SyncRunner;
let reported: unknown[] = [];
const listeners = new Map<string, () => void>();

/** A page without locks; only the events that the runner listens to. */
beforeEach(() => {
  vi.useFakeTimers();
  answer = {};
  syncs = 0;
  reported = [];
  const target = {
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    removeEventListener: (name: string) => listeners.delete(name),
  };
  vi.stubGlobal('window', target);
  vi.stubGlobal('document', { ...target, visibilityState: 'visible' });
  vi.stubGlobal('navigator', {});
  runner = startSyncRunner(
    async () => {
      syncs += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => 1,
    (error) => reported.push(error),
  );
});
afterEach(() => {
  runner.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function pass(seconds: number): Promise<number> {
  const before = syncs;
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
  return syncs - before;
}

test('一打开就同步，之后每分钟看一次别人改了什么', async () => {
  expect(await pass(0)).toBe(1);
  expect(await pass(59)).toBe(0);
  expect(await pass(2)).toBe(1);
});

test('失败后越等越久，最久五分钟；有信号、回到页面，马上再试', async () => {
  answer = { trouble: 'offline' };
  expect(await pass(0)).toBe(1);
  expect(await pass(5)).toBe(1);
  expect(await pass(9)).toBe(0);
  expect(await pass(1)).toBe(1);
  await pass(3_600);
  expect(await pass(3_000)).toBe(10);
  answer = {};
  listeners.get('online')?.();
  expect(await pass(0)).toBe(1);
  listeners.get('visibilitychange')?.();
  expect(await pass(0)).toBe(1);
});

test('同步正在走的时候写的，走完马上接着送，不用等到下一分钟', async () => {
  await pass(0);
  let end: (state: SyncState) => void = () => undefined;
  answer = new Promise<SyncState>((resolve) => {
    end = resolve;
  });
  runner.want('now');
  expect(await pass(0)).toBe(1);
  runner.want('soon');
  await pass(0.3);
  end({});
  answer = {};
  expect(await pass(2)).toBe(1);
  expect(await pass(50)).toBe(0);
});

test('打字停一会儿就送；一直打个不停，也不会一直不送', async () => {
  await pass(0);
  runner.want('soon');
  expect(await pass(1)).toBe(0);
  expect(await pass(1)).toBe(1);
  let while30Seconds = 0;
  for (let second = 0; second < 30; second++) {
    runner.want('soon');
    while30Seconds += await pass(1);
  }
  expect(while30Seconds).toBe(2);
});

test('程序出错会报告出来，同步照样继续', async () => {
  answer = new Error('a bug');
  await pass(0);
  expect(reported).toHaveLength(1);
  answer = {};
  expect(await pass(6)).toBe(1);
});

test('停了就不再同步，正在进行的也不会又接着排下一次', async () => {
  await pass(0);
  runner.want('now');
  runner.stop();
  runner.want('now');
  expect(await pass(600)).toBe(0);
});
