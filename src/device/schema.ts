import type Dexie from 'dexie';
import { markOlderSummaries } from './summary-marks.ts';

/**
 * Tells a database its tables and indices, version by version. Versions are only ever added, and a
 * new one only adds: an older program in another tab goes on working with it.
 */
export function addVersions(database: Dexie): void {
  database.version(1).stores({
    notices: '[village+code]',
    summaries: '[village+code], [village+touchedAt]',
    outbox: '++order, &id, [village+notice]',
    refused: 'id, [village+notice]',
    kept: 'name',
  });
  database.version(2).stores({
    summaries: '[village+code], [village+touchedAt], rough',
    outbox: '++order, &id, [village+notice], answeredAt',
    sent: 'id, village, answeredAt',
  });
  database.version(3).stores({
    reviewed: '[village+code]',
    photographs: 'id, [village+notice], state',
  });
  database.version(4).stores({
    undoSteps: '[village+notice+number], [village+notice+undone+number], [village+notice+undone]',
    households: '[village+id], village',
  });
  database.version(5).stores({
    printed: '++id, [village+notice]',
  });
  database.version(6).stores({
    objections: '[village+code], [village+notice]',
    objectionOutbox: '++order, &id, [village+objection]',
  });
  database
    .version(7)
    .stores({
      exemptions: '[village+item]',
      exemptionOutbox: '++order, &id, [village+item]',
      facts: '[village+code], *years',
      recordings: 'id, [village+notice], state',
      recordingPieces: '[recording+number]',
    })
    // photographs came with objections that an older program was told of without them
    .upgrade((transaction) => transaction.table('kept').delete('objectionCursors'));
  database
    .version(8)
    .stores({
      summaries:
        '[village+code], [village+touchedAt], rough, [village+lastCall], [village+item+toldOn]',
    })
    .upgrade(markOlderSummaries);
  // how long they have waited is told without reading them
  database.version(9).stores({
    photographs: 'id, [village+notice], state, [state+takenAt]',
    recordings: 'id, [village+notice], state, [state+startedAt]',
  });
}
