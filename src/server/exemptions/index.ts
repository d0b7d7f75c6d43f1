/**
 * Items of the catalogue that villages said do not apply to them. The room promises that only who
 * answers for what is public says so, that each word is on disk, in the ledger and in the village's
 * sequence before it is acknowledged, and that nothing said is ever deleted.
 */
export { exemptionChanges } from './exemption-changes.ts';
export { ExemptionsEnvelopeSchema, syncExemptions } from './sync-exemptions.ts';
