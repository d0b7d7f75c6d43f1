import { contentDigest, isSamePlace, type Notice, type NoticeAction } from '../notice/index.ts';

/**
 * A server that was set back to an older backup gets everybody's work again, each phone's from that
 * phone. What was done on top of somebody else's work waits here until that has arrived, since before
 * it the server could only turn it away.
 */

/** What this phone itself has queued of a notice in front of an action. */
export class QueuedBefore {
  private readonly contents = new Set<string>();
  private readonly postings = new Set<string>();
  private revisions = 0;
  private hasSubmitted = false;

  add(action: NoticeAction): void {
    if (action.kind === 'save') this.contents.add(contentDigest(action.content));
    if (action.kind === 'publish') this.revisions = Math.max(this.revisions, action.revision);
    if (action.kind === 'post') this.postings.add(action.posting);
    if (action.kind === 'submit') this.hasSubmitted = true;
  }

  /** Whether an action stands on something that neither the server nor this queue has. */
  misses(action: NoticeAction, told: Notice | undefined): boolean {
    if (action.kind === 'save') return false;
    const hasSaved = this.contents.size > 0;
    if (!told && !hasSaved) return true;
    const revisions = Math.max(told?.revisions.length ?? 0, this.revisions);
    switch (action.kind) {
      case 'submit':
      case 'comment':
        return false;
      case 'return':
        return told?.stage !== 'submitted' && !this.hasSubmitted;
      case 'settle': {
        const isOpen = told?.conflicts.some(({ place }) => isSamePlace(place, action.place));
        return !isOpen && !hasSaved;
      }
      case 'publish': {
        const isThere = told && contentDigest(told.content) === action.contentDigest;
        return (
          revisions < action.revision - 1 || !(isThere || this.contents.has(action.contentDigest))
        );
      }
      case 'post':
        return revisions < action.sheet.revision;
      case 'takeDown': {
        const hangs = told?.postings?.some(({ id }) => id === action.posting);
        return !hangs && !this.postings.has(action.posting);
      }
      case 'withdraw':
      case 'close':
        return revisions === 0;
    }
  }
}
