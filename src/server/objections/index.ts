/**
 * Objections: what villagers say about a notice, from the form on its page or by a cadre's hand, and
 * what becomes of it. It promises that an objection is on disk, in the ledger and in the village's
 * sequence before anybody gets a receipt, that none is ever deleted, and that only village, town and
 * district see who objected.
 */

export { findObjection, shownObjections } from './read-objections.ts';
export { type ReceivedWords, receiveObjection, repeatOf } from './receive-objection.ts';
export { ObjectionsEnvelopeSchema, syncObjections } from './sync-objections.ts';
