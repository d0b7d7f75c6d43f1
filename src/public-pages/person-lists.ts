import { type Difference, type DocumentColumn, namesPersons } from '../notice/index.ts';
import { maskName } from '../privacy/index.ts';
import type { NoticePageInput } from './page-input.ts';
import type { PublicityState } from './publicity-state.ts';

/** How lists of persons are shown: whole, with masked names, or no longer at all. */
export type ListDisplay = 'whole' | 'masked' | 'takenDown';

/**
 * Lists of persons serve the publicity and go with it (PIPL art. 47: delete when the purpose is
 * met): taken down when the period is over and when the notice is closed or withdrawn, unless the
 * village's setting keeps them.
 */
export function listDisplay(
  setting: Pick<NoticePageInput, 'names' | 'keepLists'>,
  state: PublicityState,
): ListDisplay {
  const isOver =
    state.kind === 'publicityOver' || state.kind === 'closed' || state.kind === 'withdrawn';
  if (isOver && !setting.keepLists) return 'takenDown';
  return setting.names ?? 'whole';
}

/** A row as it is shown: with 'masked', the names in it are masked. */
export function shownRow(
  columns: readonly DocumentColumn[],
  row: readonly string[],
  display: ListDisplay,
): string[] {
  return row.map((cell, index) => {
    const column = columns[index];
    return display === 'masked' && column && namesPersons(column) ? maskName(cell) : cell;
  });
}

/** A difference as it is shown: with 'masked', the names in its rows are masked. */
export function shownDifference(difference: Difference, display: ListDisplay): Difference {
  if (difference.kind === 'text') return difference;
  const { columns } = difference.table;
  const { before, after } = difference;
  return {
    ...difference,
    ...(before ? { before: shownRow(columns, before, display) } : {}),
    ...(after ? { after: shownRow(columns, after, display) } : {}),
  };
}
