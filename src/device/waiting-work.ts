import type { Table } from 'dexie';
import type { DeviceDatabase } from './database.ts';

/** All that is on this device and not yet on the server. */
export interface WaitingWork {
  /** What was done: to notices, about objections, about items that do not apply. */
  readonly steps: number;
  readonly photographs: number;
  readonly recordings: number;
  /**
   * When the oldest of it was done, or a recording was made that nobody has chosen yet, an ISO instant;
   * absent where all is on the server.
   */
  readonly oldestAt?: string;
}

/** Looks at everything that waits, without reading any of it that is large. */
export async function waitingWork(database: DeviceDatabase): Promise<WaitingWork> {
  const { outbox, objectionOutbox, exemptionOutbox, photographs, recordings } = database;
  const steps = await Promise.all([
    outbox.count(),
    objectionOutbox.count(),
    exemptionOutbox.count(),
  ]);
  const oldest = await Promise.all([
    outbox.orderBy('order').first(),
    objectionOutbox.orderBy('order').first(),
    exemptionOutbox.orderBy('order').first(),
  ]);
  const times = [
    ...oldest.flatMap((entry) => (entry ? [entry.at] : [])),
    ...(await oldestIn(photographs, '[state+takenAt]', ['waiting'])),
    ...(await oldestIn(recordings, '[state+startedAt]', ['made', 'waiting'])),
  ].sort();
  const [oldestAt] = times;
  return {
    steps: steps.reduce((sum, one) => sum + one, 0),
    photographs: await photographs.where('state').equals('waiting').count(),
    recordings: await recordings.where('state').equals('waiting').count(),
    ...(oldestAt === undefined ? {} : { oldestAt }),
  };
}

/** The first instant of each of these states, told by the index alone. */
async function oldestIn(
  table: Table,
  index: string,
  states: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    states.map((state) =>
      table.where(index).between([state, ''], [state, '\uffff']).limit(1).keys(),
    ),
  );
  // the keys of an index over a state and an instant
  return found.flat().map((key) => (key as unknown as [string, string])[1]);
}
