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
  const outboxes = [outbox, objectionOutbox, exemptionOutbox];
  const files = [photographs, recordings];
  // one transaction, all side by side: it is looked at anew after each page of a sync
  return database.transaction('r', [...outboxes, ...files], async () => {
    const [steps, oldest, takenAt, startedAt, waiting] = await Promise.all([
      Promise.all(outboxes.map((one) => one.count())),
      Promise.all([
        outbox.orderBy('order').first(),
        objectionOutbox.orderBy('order').first(),
        exemptionOutbox.orderBy('order').first(),
      ]),
      oldestIn(photographs, '[state+takenAt]', ['waiting']),
      oldestIn(recordings, '[state+startedAt]', ['made', 'waiting']),
      Promise.all(files.map((one) => one.where('state').equals('waiting').count())),
    ]);
    const doneAt = oldest.flatMap((entry) => (entry ? [entry.at] : []));
    const [oldestAt] = [...doneAt, ...takenAt, ...startedAt].sort();
    return {
      steps: steps.reduce((sum, one) => sum + one, 0),
      photographs: waiting[0] ?? 0,
      recordings: waiting[1] ?? 0,
      ...(oldestAt === undefined ? {} : { oldestAt }),
    };
  });
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
