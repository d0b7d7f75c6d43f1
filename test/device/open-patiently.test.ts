import './fake-storage.ts';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { DeviceDatabase } from '../../src/device/index.ts';
import { isHeldUp, openPatiently } from '../../src/device/open-patiently.ts';
import { DONGSHENG } from '../builders/index.ts';

const atOnce = async () => {};
const never = () => new Promise<void>(() => {});

/** A browser that refuses to open its first so many times, as one does that still holds the lock. */
function refusing(times: number): IDBFactory {
  const { indexedDB: real } = Dexie.dependencies;
  let left = times;
  return new Proxy(real, {
    get: (target, name) => {
      if (name !== 'open') return Reflect.get(target, name);
      return (...asked: Parameters<IDBFactory['open']>) => {
        left -= 1;
        if (left >= 0) throw new DOMException('the lock is held', 'InvalidStateError');
        return target.open(...asked);
      };
    },
  });
}

class PhoneDatabase extends DeviceDatabase {
  constructor(name: string, indexedDB: IDBFactory) {
    const { indexedDB: real } = Dexie.dependencies;
    Dexie.dependencies.indexedDB = indexedDB;
    super(name);
    Dexie.dependencies.indexedDB = real;
  }
}

test('一时打不开的存储，过一会儿自己再试，打开了照常用', async () => {
  const database = new PhoneDatabase('locked-for-a-while', refusing(12));
  const refusals: unknown[] = [];
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  await openPatiently(database, pause, (one) => refusals.push(one));
  expect(refusals).toHaveLength(12);
  expect(pauses).toEqual([300, 600, 1_200, 2_400, 4_800, ...Array(7).fill(5_000)]);
  await database.keep('village', DONGSHENG);
  expect(await database.read('village')).toBe(DONGSHENG);
});

test('打不开的时候，不另建一个空的', async () => {
  const database = new PhoneDatabase('never-opens', refusing(99));
  let tries = 0;
  const untilEnough = () => (++tries < 5 ? Promise.resolve() : never());
  void openPatiently(database, untilEnough, () => {});
  await expect.poll(() => tries).toBe(5);
  expect(await Dexie.exists('never-opens')).toBe(false);
});

test('打开得慢的告诉人，打开了就不说', async () => {
  expect(await isHeldUp(never(), atOnce)).toBe(true);
  expect(await isHeldUp(Promise.resolve(), never)).toBe(false);
});
