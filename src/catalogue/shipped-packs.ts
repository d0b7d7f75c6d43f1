import type { Catalogue } from './catalogue-schema.ts';
import povertyAlleviation from './packs/poverty-alleviation/catalogue.json' with { type: 'json' };
import regularAssistance from './packs/regular-assistance/catalogue.json' with { type: 'json' };
import ruralRevitalisation from './packs/rural-revitalisation/catalogue.json' with { type: 'json' };

// a JSON module's type says `string` where the schema says which strings; the tests parse them all

/** 伊美区扶贫领域基层政务公开标准目录: 13 items, as printed. */
export const yimeiPovertyAlleviation = povertyAlleviation as Catalogue;

/** The seed's items in the words of 2021 to 2025; `toConfirm` says what the district must fill in. */
export const yimeiRuralRevitalisation = ruralRevitalisation as Catalogue;

/** The seed's items in the words from 2026; `toConfirm` says what the district must fill in. */
export const yimeiRegularAssistance = regularAssistance as Catalogue;

/** Every catalogue that ships, the oldest words first. */
export const shippedCatalogues: readonly Catalogue[] = [
  yimeiPovertyAlleviation,
  yimeiRuralRevitalisation,
  yimeiRegularAssistance,
];
