import type { Conflict, NoticeContent } from '../../src/notice/index.ts';

/** Every text that stands in a content: in fields, in cells. */
export function valuesIn(content: NoticeContent): string[] {
  const cells = Object.values(content.tables).flatMap((rows) =>
    rows.flatMap((row) => Object.values(row.cells)),
  );
  return [...Object.values(content.fields), ...cells];
}

/** Every text that stands in conflict; of a row, its cells' in one. */
export function valuesInConflict(conflicts: readonly Conflict[]): string[] {
  return conflicts.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
}
