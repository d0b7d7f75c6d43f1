import { todayIn } from './plain-day.ts';

const shanghaiTimezoneOffset = -480;

/** What a device believes: its clock, and its zone as `Date.getTimezoneOffset()` gives it (−480 in Shanghai). */
export interface DeviceClock {
  now: Date;
  timezoneOffset: number;
}

/**
 * How far a device's clock is from the server's. `clock` is 'right' within the tolerance;
 * `offBySeconds` is never negative. `sameDay` says whether both mean the same day in Shanghai:
 * where it is false, dates that the device fills in by itself are wrong.
 */
export interface ClockSkew {
  clock: 'right' | 'ahead' | 'behind';
  offBySeconds: number;
  zone: 'shanghai' | 'elsewhere';
  sameDay: boolean;
}

/**
 * Compares the device with the server at sync. The program reads days from the instant alone, so a
 * wrong zone by itself does no harm to dates; a clock set by hand under a wrong zone shows as a
 * wrong clock. `serverNow` should be taken at the middle of the round trip.
 */
export function clockSkew(
  device: DeviceClock,
  serverNow: Date,
  toleranceMinutes: number = 5,
): ClockSkew {
  const aheadSeconds = Math.round((device.now.getTime() - serverNow.getTime()) / 1000);
  return {
    clock: readingOf(aheadSeconds, toleranceMinutes * 60),
    offBySeconds: Math.abs(aheadSeconds),
    zone: device.timezoneOffset === shanghaiTimezoneOffset ? 'shanghai' : 'elsewhere',
    sameDay: todayIn(device.now) === todayIn(serverNow),
  };
}

function readingOf(aheadSeconds: number, toleranceSeconds: number): ClockSkew['clock'] {
  if (Math.abs(aheadSeconds) <= toleranceSeconds) return 'right';
  return aheadSeconds > 0 ? 'ahead' : 'behind';
}
