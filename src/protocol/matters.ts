import * as v from 'valibot';
import { VillageCodeSchema } from '../notice/index.ts';
import { HistoryMark, Instant, MutationId, MutationResultSchema, Seal, Sequence } from './parts.ts';

/**
 * What the parts of a sync have in common that are about matters with steps, objections and items
 * that do not apply: their own cursors, and seals by which a set-back server is given back what it
 * lost. Each kind adds what it is about.
 */

/** What somebody did or said; a repeat of its id gets the stored result. */
export const MATTER_MUTATION = {
  id: MutationId,
  village: VillageCodeSchema,
  /** When the person did it, by the device's clock (ISO instant). */
  at: Instant,
};

/** A matter at its place in the village's sequence. */
export const MATTER_CHANGE = {
  sequence: Sequence,
  seal: v.optional(Seal),
};

const Histories = v.optional(v.record(VillageCodeSchema, HistoryMark));

/**
 * A device's part. Cursors are its own: they run on the village's one sequence, but a program that
 * learns of a kind of matter later must not have skipped any.
 */
export const MATTERS_REQUEST = {
  cursors: v.record(VillageCodeSchema, Sequence),
  /**
   * Of a device that brings back what a set-back server has lost: the marks that came with its
   * cursors. Only to such a device are marks, seals and restarted villages told.
   */
  histories: Histories,
};

/** The answer's part, there exactly where the request had one. */
export const MATTERS_RESPONSE = {
  results: v.array(MutationResultSchema),
  cursors: v.record(VillageCodeSchema, Sequence),
  histories: Histories,
  /**
   * Villages whose cursor belongs to another history, since an older backup was restored: all is told
   * again, and mutations were left untouched until the device has brought back what is missing.
   */
  restarted: v.optional(v.array(VillageCodeSchema)),
};

/** So many mutations one request carries at most. */
export const MOST_MUTATIONS = 1_000;
