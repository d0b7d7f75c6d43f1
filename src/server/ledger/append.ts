import { inRowsOf, type LockedPlace, type Writing } from '../database/index.ts';
import { type ChainedEntry, chain, type LedgerEvent, type LedgerHead } from './entry.ts';

/** Writes events at the end of a locked place's ledger and moves its head. */
export async function appendToLedger(
  transaction: Writing,
  place: LockedPlace,
  events: readonly LedgerEvent[],
  recordedAt: string,
): Promise<LedgerHead> {
  const before = { number: place.ledger_number, hash: place.ledger_hash };
  const entries = chain(place.code, before, events, recordedAt);
  const head = entries.at(-1) ?? before;
  await insertEntries(transaction, place.code, entries);
  await transaction
    .updateTable('place')
    .set({ ledger_number: head.number, ledger_hash: head.hash })
    .where('code', '=', place.code)
    .execute();
  return head;
}

/** Writes chained entries; the caller moves the place's head in the same transaction. */
export async function insertEntries(
  transaction: Writing,
  place: string,
  entries: readonly ChainedEntry[],
): Promise<void> {
  for (const rows of inRowsOf(5, entries)) {
    await transaction
      .insertInto('ledger')
      .values(
        rows.map(({ number, previousHash, hash, entry }) => ({
          place,
          number,
          previous_hash: previousHash,
          hash,
          entry,
        })),
      )
      .execute();
  }
}
