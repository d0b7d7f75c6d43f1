/**
 * The ledger: of each place, an append-only chain of entries, each with the hash of the one before.
 * It promises that no entry can be altered, left out or put between without `verifyLedger` naming
 * it, and that contents and published words can be held against it.
 */
export { appendToLedger, insertEntries } from './append.ts';
export {
  type ChainedEntry,
  chain,
  entryHash,
  type LedgerEntry,
  type LedgerEvent,
  type LedgerHead,
} from './entry.ts';
export { type LedgerFault, verifyLedger } from './verify.ts';
