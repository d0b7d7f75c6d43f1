import type { CatalogueItem } from './catalogue-schema.ts';

/**
 * Whether an item speaks of all the words that somebody looks for, in any order, wherever in its
 * row; `more` is what else stands for the item, such as the names of its notices. Everything
 * matches no words at all.
 */
export function speaksOf(
  item: CatalogueItem,
  wanted: string,
  more: readonly string[] = [],
): boolean {
  const words = folded(wanted)
    .split(/[\s,，、]+/u)
    .filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(
    [
      item.number,
      item.field ?? '',
      item.level1,
      item.level2,
      ...item.elements.map((element) => element.text),
      item.basesText,
      item.timeLimit.text,
      item.subjectsText,
      ...more,
    ].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
