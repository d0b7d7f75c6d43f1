import { beforeEach, expect, test } from 'vitest';
import './fake-storage.ts';
import { connectionOf, DeviceDatabase, isUnmetered, mayUpload } from '../../src/device/index.ts';

let database: DeviceDatabase;
let opened = 0;

beforeEach(() => {
  opened += 1;
  database = new DeviceDatabase(`upload-link-${opened}`);
});

test('没选“等 Wi-Fi”，什么网都传', async () => {
  for (const type of ['wifi', 'cellular', undefined]) {
    expect(await mayUpload(database, type === undefined ? undefined : { type })).toBe(true);
  }
});

test.each([
  ['wifi', true],
  ['ethernet', true],
  ['cellular', false],
  ['none', false],
  ['unknown', false],
])('选了“等 Wi-Fi”，用着%s：%s', async (type, may) => {
  await database.keep('waitsForWifi', true);
  expect(await mayUpload(database, { type })).toBe(may);
});

test('浏览器不说用的是什么网，就等人自己点，不悄悄花流量', async () => {
  await database.keep('waitsForWifi', true);
  expect(isUnmetered(undefined)).toBeUndefined();
  // a computer's Chrome has the object without the kind of link
  expect(isUnmetered({})).toBeUndefined();
  expect(isUnmetered({ type: 'unknown' })).toBeUndefined();
  expect(await mayUpload(database, undefined)).toBe(false);
  expect(await mayUpload(database, {})).toBe(false);
  expect(connectionOf({})).toBeUndefined();
  expect(connectionOf(undefined)).toBeUndefined();
});
