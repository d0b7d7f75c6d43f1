/*
 * A second source of holidays, independent of the package that the shipped calendar is made from:
 * the State Council's notices of 2020 to 2026 as printed, read with plain Date arithmetic.
 */
import fixture from './fixtures/state-council-2020-2026.json' with { type: 'json' };

const daysOff = new Set<string>();
const daysWorked = new Set<string>();

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

for (const { off, worked, changedBy } of fixture.notices) {
  for (const day of worked) daysWorked.add(day);
  for (const day of changedBy?.noLongerWorked ?? []) daysWorked.delete(day);
  for (const { from, to } of [...off, ...(changedBy?.off ?? [])]) {
    for (const day of daysOf(from, to)) daysOff.add(day);
  }
}

export const notices = fixture.notices;

/** Whether offices were open on a day of 2020 to 2026. */
export function wereOfficesOpen(day: string): boolean {
  return daysWorked.has(day) || (!daysOff.has(day) && !isWeekend(day));
}

export { daysOf, isWeekend };
