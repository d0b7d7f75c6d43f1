import { expect, test } from 'vitest';
import { clockSkew } from '../../src/calendar/index.ts';

const serverNow = new Date('2026-11-24T02:00:00Z');

function aPhone(minutesAhead: number, timezoneOffset = -480) {
  return { now: new Date(serverNow.getTime() + minutesAhead * 60_000), timezoneOffset };
}

test('手机时间差几分钟不打扰人', () => {
  for (const minutes of [-5, 0, 5]) {
    expect(clockSkew(aPhone(minutes), serverNow)).toMatchObject({ clock: 'right', sameDay: true });
  }
});

test('手机快了一刻钟、慢了一天，都看得出来', () => {
  expect(clockSkew(aPhone(15), serverNow)).toEqual({
    clock: 'ahead',
    offBySeconds: 900,
    zone: 'shanghai',
    sameDay: true,
  });
  expect(clockSkew(aPhone(-24 * 60), serverNow)).toMatchObject({
    clock: 'behind',
    offBySeconds: 86_400,
    sameDay: false,
  });
});

test('差得不多但正在零点两边，算的日子就不一样', () => {
  const midnight = new Date('2026-11-24T16:01:00Z');
  const phone = { now: new Date('2026-11-24T15:59:00Z'), timezoneOffset: -480 };
  expect(clockSkew(phone, midnight)).toMatchObject({ clock: 'right', sameDay: false });
});

test('时区不是北京时间，时钟准，日子照样对', () => {
  expect(clockSkew(aPhone(0, 0), serverNow)).toEqual({
    clock: 'right',
    offBySeconds: 0,
    zone: 'elsewhere',
    sameDay: true,
  });
});

test('容许的误差可以放宽', () => {
  expect(clockSkew(aPhone(15), serverNow, 30).clock).toBe('right');
});
