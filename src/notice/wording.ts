/**
 * Fills a template's wording. `{id}` becomes the value of `id`; where it is empty a blank to be
 * filled by hand stands. `[[…]]` is left out whole when any value inside it is empty.
 */
export const BLANK = '____';

export function fill(wording: string, valueFor: (id: string) => string): string {
  const withOptional = wording.replace(/\[\[(.*?)\]\]/g, (_whole, inner: string) =>
    placeholdersIn(inner).some((id) => valueFor(id) === '') ? '' : inner,
  );
  return withOptional.replace(PLACEHOLDER, (_whole, id: string) => valueFor(id) || BLANK);
}

/** The ids that a wording asks for, in order, each as often as it stands there. */
export function placeholdersIn(wording: string): string[] {
  return [...wording.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9.]*)\}/g;
