import type { Template } from './template-schema.ts';

/** One entry of a template's list: written out, or the name of a part with what differs from it. */
type Entry = { readonly use?: string } & Readonly<Record<string, unknown>>;

/**
 * A template as its file holds it: what the schema says, but `catalogue`, `catalogueVersion` and
 * the covers' names come from the pack, `<words>` from the pack's vocabulary, and an entry
 * `{ "use": "year" }` stands for the part of that name, changed by what is written beside it.
 */
export interface TemplateSource {
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly sections: readonly Entry[];
  readonly fields: readonly Entry[];
  readonly tables: readonly ({ readonly columns: readonly Entry[] } & Entry)[];
  readonly body: readonly Entry[];
  readonly contacts: readonly Entry[];
  readonly covers: readonly { readonly element: number; readonly by: readonly string[] }[];
  readonly [other: string]: unknown;
}

/** What several templates have in common, by kind of list and name: one entry or several. */
export type Parts = Readonly<
  Record<
    'sections' | 'fields' | 'columns' | 'body' | 'contacts',
    Readonly<Record<string, Entry | readonly Entry[]>>
  >
>;

/** A period's words, by the name under which templates ask for them. */
export type Vocabulary = Readonly<Record<string, string>>;

/** The pack that a template is written for. */
export interface TemplatePack {
  readonly catalogue: string;
  readonly catalogueVersion: number;
  /** Stands before the ids of the pack's templates; empty for the seed's. */
  readonly idPrefix: string;
  readonly vocabulary: Vocabulary;
  /** An item's elements in words. */
  elementNames(item: string): readonly string[];
}

/**
 * The template that a source, the common parts and a pack's words make. The sources are the
 * program's own and a test parses every result; a word, part or element that does not exist is a
 * bug and throws.
 */
export function writeTemplate(source: TemplateSource, parts: Parts, pack: TemplatePack): Template {
  const names = pack.elementNames(source.item);
  const whole = {
    ...source,
    id: pack.idPrefix + source.id,
    catalogue: pack.catalogue,
    catalogueVersion: pack.catalogueVersion,
    sections: withParts(source.sections, parts.sections),
    fields: withParts(source.fields, parts.fields),
    tables: source.tables.map((table) => ({
      ...table,
      columns: withParts(table.columns, parts.columns),
    })),
    body: withParts(source.body, parts.body),
    contacts: withParts(source.contacts, parts.contacts),
    covers: source.covers.map((cover) => ({
      ...cover,
      name: existing(names[cover.element], cover.element),
    })),
  };
  // the entries are untyped data until here; a test parses every template against the schema
  return inWords(whole, pack.vocabulary) as unknown as Template;
}

function withParts(list: readonly Entry[], parts: Parts[keyof Parts]): Entry[] {
  return list.flatMap((entry) => {
    if (entry.use === undefined) return [entry];
    const { use, ...changes } = entry;
    const part = existing(parts[use], use);
    return Array.isArray(part) ? part : [{ ...part, ...changes }];
  });
}

/** The same value with each `<word>` in any of its texts replaced by the vocabulary's. */
function inWords(value: unknown, vocabulary: Vocabulary): unknown {
  if (typeof value === 'string') {
    if (!value.includes('<')) return value;
    return value.replace(/<([A-Za-z]+)>/g, (_whole, word: string) =>
      existing(vocabulary[word], word),
    );
  }
  if (Array.isArray(value)) return value.map((one) => inWords(one, vocabulary));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, inWords(one, vocabulary)]);
  return Object.fromEntries(entries);
}

function existing<T>(value: T | undefined, name: string | number): T {
  if (value === undefined) throw new Error(`a template asks for what is not there: ${name}`);
  return value;
}
