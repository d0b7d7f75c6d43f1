/*
 * The catalogue room tells what a village must disclose: of what elements, on what basis, by when
 * and where, in the exact words of a district's official table. Catalogues are data; the ones that
 * ship were checked against their schema by the tests, so nothing is validated again at start.
 */
import type { Catalogue } from './catalogue-schema.ts';
import yimei from './yimei-poverty-alleviation.json' with { type: 'json' };

export * from './catalogue-questions.ts';
export * from './catalogue-schema.ts';

/** 伊美区扶贫领域基层政务公开标准目录: 13 items, as printed. */
// a JSON module's type says `string` where the schema says which strings; the seed test parses it
export const yimeiPovertyAlleviation = yimei as Catalogue;
