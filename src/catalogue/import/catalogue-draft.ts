import * as v from 'valibot';
import { type Catalogue, catalogueSchema } from '../catalogue-schema.ts';

/** What a table tells of a catalogue; whose it is and where it came from, a person says. */
export interface CatalogueDraft {
  /** The title above the table, '' where it has none. */
  readonly title: string;
  /** The field named in the title (扶贫领域… → 扶贫), '' where it names none. */
  readonly field: string;
  readonly channels: Catalogue['channels'];
  readonly levels: Catalogue['levels'];
  readonly items: Catalogue['items'];
}

/** What a person adds to a draft; title and field stand in for the draft's own. */
export interface PackDetails {
  readonly id: string;
  readonly version: number;
  readonly district: string;
  readonly issuer: string;
  readonly source: string;
  readonly documentNumber?: string;
  readonly title?: string;
  readonly field?: string;
}

export type PackResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  /** `paths` name what is missing or wrong, as the schema tells it: ['district'], ['items.3.level2'] */
  | { readonly ok: false; readonly code: 'incomplete'; readonly paths: readonly string[] };

/** Makes a catalogue pack of a draft; a value that the schema refuses is named, never thrown. */
export function packFromDraft(draft: CatalogueDraft, details: PackDetails): PackResult {
  const result = v.safeParse(catalogueSchema, { ...draft, ...details });
  if (result.success) return { ok: true, catalogue: result.output };
  const paths = result.issues.map((issue) => v.getDotPath(issue) ?? issue.message);
  return { ok: false, code: 'incomplete', paths };
}
