/*
 * The catalogue room tells what a village must disclose: of what elements, on what basis, by when
 * and where, in the exact words of a district's official table. Catalogues are data; the ones that
 * ship were checked against their schema by the tests, so nothing is validated again at start.
 */
export * from './catalogue-questions.ts';
export * from './catalogue-schema.ts';
export * from './catalogue-shelf.ts';
export * from './group-items.ts';
export * from './outline.ts';
export * from './search-items.ts';
export * from './shipped-packs.ts';
export * from './village-board.ts';
