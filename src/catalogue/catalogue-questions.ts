import type { Catalogue, CatalogueElement, CatalogueItem, TimeLimit } from './catalogue-schema.ts';

/** The channel 社区/企事业单位/村公示栏（电子屏）, under this id in every catalogue that has it. */
export const VILLAGE_BOARD = 'village-board';

// a village is named as 村委会, 村民委员会, 行政村, 各村, 村级, 村（居）委会; 村镇建设局 is none
const NAMES_A_VILLAGE =
  /村委会|村民委员会|行政村|各村(?:居|社区)?$|村级|村[（(](?:居|社区)[）)]|^村$/u;

/** The item with this id, or undefined where the catalogue has none. */
export function itemById(catalogue: Catalogue, id: string): CatalogueItem | undefined {
  return catalogue.items.find((item) => item.id === id);
}

/** A village is one of the disclosing bodies (公开主体) of the item. */
export function isVillageSubject(item: CatalogueItem): boolean {
  return item.subjects.some((subject) => NAMES_A_VILLAGE.test(subject));
}

/** The items that a village itself must disclose, in the catalogue's order. */
export function villageItems(catalogue: Catalogue): CatalogueItem[] {
  return catalogue.items.filter(isVillageSubject);
}

/** The catalogue names this channel for the item. */
export function isTicked(item: CatalogueItem, channel: string): boolean {
  return item.channels.some((entry) => entry.channel === channel && entry.ticked);
}

/** The catalogue itself names the village board; the cited rules may ask for it all the same. */
export function isTickedForVillageBoard(item: CatalogueItem): boolean {
  return isTicked(item, VILLAGE_BOARD);
}

/** The item's time limit, following 同上 up to the item that says it. */
export function timeLimitOf(catalogue: Catalogue, item: CatalogueItem): TimeLimit {
  const above = catalogue.items.slice(0, catalogue.items.indexOf(item) + 1).reverse();
  return (
    above.find((each) => each.timeLimit.rule.kind !== 'sameAsAbove')?.timeLimit ?? item.timeLimit
  );
}

/** The cell 公开内容（要素） as printed: one element a line, each with its bullet. */
export function elementsText(item: CatalogueItem): string {
  return item.elements.map((element) => element.mark + element.text).join('\n');
}

/** An element as shown to people: the printed words with their brackets made full-width. */
export function elementWording(element: CatalogueElement): string {
  return element.text.replaceAll('(', '（').replaceAll(')', '）');
}

/** An element's name: what its members are parts of, or the whole wording where it has none. */
export function elementName(element: CatalogueElement): string {
  return element.head ?? elementWording(element);
}
