import {
  type ActionContext,
  applyAction,
  begunNotice,
  conflictsAfterEdit,
  conflictsBeyond,
  contentDigest,
  mergeContent,
  type Notice,
  type NoticeDocument,
  type Typed,
  unionOfConflicts,
  withTyping,
} from '../notice/index.ts';
import type { OutboxEntry, StoredNotice } from './database.ts';

/**
 * What became of something that was done on this device: it waits for an answer, was taken, was
 * turned away, or was taken once by a server that has lost it since, and is sent again.
 */
export type Fate = 'waiting' | 'accepted' | 'refused' | 'sent-again';

/** One thing that was done to a notice on this device. */
export interface Step {
  readonly entry: OutboxEntry;
  readonly fate: Fate;
}

export interface Rebased {
  /** What the person sees from now on. */
  readonly head: Notice;
  /** The waiting saves that were never sent, with the content they have now. */
  readonly carried: readonly OutboxEntry[];
  /** The words of a publication that still waits. */
  readonly document?: NoticeDocument;
}

/**
 * Carries what was done here over onto what the server holds now. Two states are followed through
 * the steps: `seen`, which each step was built on, and `now`, which the steps that still wait meet
 * instead. What a save changed in the one is merged into the other, as the server will do it; what
 * the server took is in its state already. Pure, and drops no typed value.
 *
 * `hasTail` says that the head holds typing beyond the last save of the steps.
 */
export function rebase(
  stored: StoredNotice,
  server: Notice | undefined,
  steps: readonly Step[],
  hasTail: boolean,
  contextAt: (at: string) => ActionContext,
): Rebased {
  let seen = stored.base;
  let now = server;
  let document: NoticeDocument | undefined;
  const carried: OutboxEntry[] = [];

  for (const { entry, fate } of steps) {
    const { action } = entry;
    const context = contextAt(entry.at);
    if (action.kind === 'pending-save') continue;
    if (action.kind !== 'save') {
      if (fate !== 'sent-again') seen = acted(seen, action, context).notice;
      if (fate === 'accepted' || fate === 'refused') continue;
      const outcome = acted(now, action, context);
      now = outcome.notice;
      document = outcome.document ?? document;
      continue;
    }
    // what was refused is part of what the next save says
    if (fate === 'refused') continue;
    if (fate === 'sent-again') {
      now = typedOver(now, action, context);
      continue;
    }
    if (fate === 'waiting') {
      now = carriedOver(seen, now, action, context);
      if (!entry.attempted) {
        const { content } = now;
        const conflicts = [...conflictsBeyond(server?.conflicts ?? [], now.conflicts)];
        carried.push({ ...entry, action: { ...action, content, conflicts } });
      }
    }
    seen = typedOver(seen, action, context);
  }

  if (hasTail) {
    const { content, conflicts, saved } = stored.head;
    const typed = { content, conflicts: conflictsBeyond(seen?.conflicts ?? [], conflicts) };
    now = carriedOver(seen, now, typed, { ...contextAt(saved.at), by: saved });
  }
  return { head: now ?? stored.head, carried, ...(document ? { document } : {}) };
}

/** What was typed, standing where it was typed; its conflicts are those beyond the state's own. */
function typedOver(notice: Notice | undefined, typed: Typed, context: ActionContext): Notice {
  if (!notice) return begunNotice(typed, context);
  const open = conflictsAfterEdit(notice.conflicts, notice.content, typed.content, context.by);
  const conflicts = unionOfConflicts(open, typed.conflicts);
  return withTyping(notice, { content: typed.content, conflicts }, context.by);
}

/** What was typed on `seen`, merged into `now`. */
export function carriedOver(
  seen: Notice | undefined,
  now: Notice | undefined,
  typed: Typed,
  context: ActionContext,
): Notice {
  if (!now || (seen && contentDigest(seen.content) === contentDigest(now.content))) {
    return typedOver(now, typed, context);
  }
  const merged = mergeContent(
    seen?.content ?? { ...typed.content, fields: {}, tables: {} },
    { content: now.content, by: now.saved, conflicts: now.conflicts },
    { content: typed.content, by: context.by, conflicts: typed.conflicts },
  );
  return withTyping(now, merged, context.by);
}

/** The notice after an action other than typing; unchanged where the rules now forbid it. */
function acted(
  notice: Notice | undefined,
  action: Parameters<typeof applyAction>[1],
  context: ActionContext,
): { readonly notice: Notice | undefined; readonly document?: NoticeDocument } {
  const outcome = applyAction(notice, action, context);
  if (!outcome.ok) return { notice };
  const document = outcome.published?.document;
  return { notice: outcome.notice, ...(document ? { document } : {}) };
}
