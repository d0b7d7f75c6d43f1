import {
  type ContentChange,
  changeBetween,
  changeWithoutForbidden,
  inverseOf,
  isNothing,
  joined,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
} from '../notice/index.ts';
import type { DeviceDatabase, UndoStep } from './database.ts';
import { templateBehind } from './reference.ts';

/** Older steps than this are let go. */
const STEPS_KEPT = 100;
/** What is typed into one place with shorter pauses than this is one step. */
const PAUSE_MILLISECONDS = 4_000;

/**
 * What a person did to each draft on this device, so that it can be taken back and done again, also
 * after the app was closed. Bounded; an ID number never gets into it, as it never gets into the store.
 */
export class DraftHistory {
  private readonly database: DeviceDatabase;
  private readonly now: () => Date;

  constructor(database: DeviceDatabase, now: () => Date) {
    this.database = database;
    this.now = now;
  }

  /** Keeps what led from one content to the next; what had been taken back before is gone then. */
  async record(
    village: VillageCode,
    notice: NoticeCode,
    before: NoticeContent,
    after: NoticeContent,
  ): Promise<void> {
    const typed = changeBetween(before, after);
    const template = typed && (await templateBehind(this.database, after));
    const change = template ? changeWithoutForbidden(template, typed, after) : typed;
    if (!change) return;
    const at = this.now().toISOString();
    const { undoSteps } = this.database;
    await this.database.transaction('rw', undoSteps, async () => {
      const [last] = await Promise.all([
        this.lastStep(village, notice),
        undoSteps.where({ village, notice, undone: 1 }).delete(),
      ]);
      const whole = last && isSoonAfter(last.at, at) ? joined(last.change, change) : undefined;
      if (last && whole) {
        // what was typed and given up again is no step
        if (isNothing(whole)) await undoSteps.delete([village, notice, last.number]);
        else await undoSteps.put({ ...last, change: whole, at });
        return;
      }
      const number = (last?.number ?? 0) + 1;
      await undoSteps.put({ village, notice, number, change, at, undone: 0 });
      await undoSteps
        .where('[village+notice+number]')
        .between([village, notice, 0], [village, notice, number - STEPS_KEPT], true, true)
        .delete();
    });
  }

  /**
   * Takes back the last step, or does again the one last taken back: `apply` is given what to do, and
   * the step counts as gone back where it gives that this is stored. Gives whether there was one.
   */
  async step(
    village: VillageCode,
    notice: NoticeCode,
    direction: 'undo' | 'redo',
    apply: (change: ContentChange) => Promise<boolean>,
  ): Promise<boolean> {
    const found =
      direction === 'undo'
        ? await this.lastStep(village, notice)
        : await this.steps(village, notice, 1).first();
    if (!found) return false;
    const isStored = await apply(direction === 'undo' ? inverseOf(found.change) : found.change);
    if (!isStored) return true;
    await this.database.undoSteps.put({ ...found, undone: direction === 'undo' ? 1 : 0, at: '' });
    return true;
  }

  /** How many steps can be taken back and done again. */
  async counts(village: VillageCode, notice: NoticeCode): Promise<{ undo: number; redo: number }> {
    const [undo, redo] = await Promise.all([
      this.steps(village, notice, 0).count(),
      this.steps(village, notice, 1).count(),
    ]);
    return { undo, redo };
  }

  private lastStep(village: VillageCode, notice: NoticeCode): Promise<UndoStep | undefined> {
    return this.steps(village, notice, 0).last();
  }

  private steps(village: VillageCode, notice: NoticeCode, undone: 0 | 1) {
    return this.database.undoSteps
      .where('[village+notice+undone+number]')
      .between([village, notice, undone, 0], [village, notice, undone, Number.MAX_SAFE_INTEGER]);
  }
}

/** A step that was gone back and forth has no time: nothing is joined to it any more. */
function isSoonAfter(before: string, after: string): boolean {
  const pause = Date.parse(after) - Date.parse(before);
  return pause >= 0 && pause < PAUSE_MILLISECONDS;
}
