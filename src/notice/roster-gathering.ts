import type { Template } from '../catalogue/templates/index.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import { householdKey, isListOfHouseholds, type RosterCells, rosterCellsOf } from './roster.ts';

/**
 * A roster gathered from a village's notices. The roster itself never leaves its phone: the notices
 * are on every phone of the village, so each can make its own from what all hold already, and no
 * second register of households has to be kept, guarded and cleared anywhere.
 */

/** A household as one notice has it. */
export interface SeenHousehold {
  readonly cells: RosterCells;
  /** When the notice was saved last, an ISO instant. */
  readonly at: string;
}

/** The households of a notice's lists; a name that is masked in part names nobody. */
export function householdsIn(template: Template, content: NoticeContent): readonly RosterCells[] {
  return template.tables
    .filter(isListOfHouseholds)
    .flatMap((table) => rowsInOrder(content, table.id).map((row) => rosterCellsOf(table, row)))
    .filter((cells) => householdKey(cells) !== '' && !/[*＊×]/.test(cells.householder ?? ''));
}

/** Gathers households from many notices, each once, with what the latest notice says of it. */
export class RosterGathering {
  private readonly seen = new Map<string, SeenHousehold>();

  add({ cells, at }: SeenHousehold): void {
    const key = householdKey(cells);
    const before = this.seen.get(key);
    // a notice that says nothing of the size takes none away
    const [older, newer] =
      before && before.at > at ? [{ cells, at }, before] : [before, { cells, at }];
    this.seen.set(key, { cells: { ...older?.cells, ...newer.cells }, at: newer.at });
  }

  /** Those that a roster does not have; what it has is left as it is. */
  missingIn(roster: readonly { readonly cells: RosterCells }[]): readonly RosterCells[] {
    const known = new Set(roster.map(({ cells }) => householdKey(cells)));
    return [...this.seen].filter(([key]) => !known.has(key)).map(([, { cells }]) => cells);
  }
}
