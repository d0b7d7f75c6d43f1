/** Items with their number as key: what stands on paper never changes its place. */
export function numbered<T>(items: readonly T[]): { key: string; index: number; item: T }[] {
  return items.map((item, index) => ({ key: String(index + 1), index, item }));
}
