import type { Catalogue } from './catalogue-schema.ts';
import yimei from './yimei-poverty-alleviation.json' with { type: 'json' };

/** 伊美区扶贫领域基层政务公开标准目录: 13 items, as printed. */
// a JSON module's type says `string` where the schema says which strings; the seed test parses it
export const yimeiPovertyAlleviation = yimei as Catalogue;
