/** So much of a title's end is kept, in full-width characters: it tells 实施前公示 from 实施后公示. */
const END = 9;

/**
 * A title that has room for `most` full-width characters: one that is longer loses its middle, since
 * notices of one project differ in their last words. Half-width characters count half.
 */
export function briefTitle(title: string, most: number): string {
  const characters = [...title];
  if (widthOf(characters) <= most) return title;
  const end = fitting(characters.toReversed(), END).toReversed();
  const beginning = fitting(characters, most - END - 1);
  return `${beginning.join('')}…${end.join('')}`;
}

function fitting(characters: readonly string[], most: number): readonly string[] {
  const count = characters.findIndex(
    (_one, place) => widthOf(characters.slice(0, place + 1)) > most,
  );
  return count === -1 ? characters : characters.slice(0, count);
}

function widthOf(characters: readonly string[]): number {
  return characters.reduce((sum, one) => sum + (one < '\u2e80' ? 0.5 : 1), 0);
}
