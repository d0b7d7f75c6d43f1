import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainDay } from '../../src/calendar/index.ts';
import { DeviceDatabase } from '../../src/device/index.ts';
import {
  askToBeWoken,
  keepForecast,
  readReminders,
  switchReminders,
  takeReminder,
} from '../../src/device/reminder.ts';

const TODAY = plainDay('2026-11-24');
const TOMORROW = plainDay('2026-11-25');
const tomorrows = { title: '今天有2件事要办', body: '退出公示：等您审核。' };
const forecast = {
  [TODAY]: { title: '今天有1件事要办', body: '退出公示：等您审核。' },
  [TOMORROW]: tomorrows,
};
/** By Beijing time. */
const at = (day: string, hour: number) =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

describe('每天提醒', () => {
  let database: DeviceDatabase;
  beforeEach(() => {
    database = new DeviceDatabase(`reminders-${Math.random()}`);
  });
  afterEach(() => database.delete());

  const takenAt = async (day: string, hour: number) =>
    (await takeReminder(database, at(day, hour)))?.title;

  test('没有打开的，一句也不说，也不记', async () => {
    await keepForecast(database, forecast);
    expect(await readReminders(database)).toEqual({ isOn: false, forecast: {} });
    expect(await takenAt('2026-11-24', 9)).toBeUndefined();
  });

  test('打开了的，一天最多说一次，第二天说第二天的', async () => {
    await switchReminders(database, true);
    await keepForecast(database, forecast);
    expect(await takenAt('2026-11-24', 9)).toBe('今天有1件事要办');
    expect(await takenAt('2026-11-24', 15)).toBeUndefined();
    expect(await takenAt('2026-11-25', 9)).toBe('今天有2件事要办');
    expect(await takenAt('2026-11-26', 9)).toBeUndefined();
  });

  test('清早和夜里不打扰', async () => {
    await switchReminders(database, true);
    await keepForecast(database, forecast);
    for (const hour of [0, 6, 20, 23]) expect(await takenAt('2026-11-24', hour)).toBeUndefined();
    expect(await takenAt('2026-11-24', 7)).toBe('今天有1件事要办');
  });

  test('事办完了，写下的换成新的，就不再说；关掉了，什么都不留', async () => {
    await switchReminders(database, true);
    await keepForecast(database, forecast);
    await keepForecast(database, { [TOMORROW]: tomorrows });
    expect(await takenAt('2026-11-24', 9)).toBeUndefined();
    await switchReminders(database, false);
    expect((await readReminders(database)).forecast).toEqual({});
    expect(await takenAt('2026-11-25', 9)).toBeUndefined();
  });

  test('两个页面同时来取，只说一次', async () => {
    await switchReminders(database, true);
    await keepForecast(database, forecast);
    const both = await Promise.all([takenAt('2026-11-24', 9), takenAt('2026-11-24', 9)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test('浏览器不肯叫醒的、没有这个本事的，都说得出来', async () => {
    const register = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    expect(await askToBeWoken({ periodicSync: { register } })).toBe(false);
    expect(await askToBeWoken({})).toBe(false);
    expect(await askToBeWoken({ periodicSync: { register: async () => undefined } })).toBe(true);
  });
});
