/** A tag or a text, in the order of the document. Names are without their prefix. */
export type XmlPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The pieces of an XML text, one after the other, without building a tree. Knows what workbooks
 * hold: no document type, whose entities are therefore never expanded. Broken markup ends the walk.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at) yield { kind: 'text', text: decoded(xml.slice(at, open)) };
    if (xml.startsWith('<!--', open)) {
      at = after(xml, '-->', open);
    } else if (xml.startsWith('<![CDATA[', open)) {
      const end = after(xml, ']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, Math.max(open + 9, end - 3)) };
      at = end;
    } else {
      const end = xml.indexOf('>', open);
      if (end < 0) return;
      const tag = tagOf(xml, open, end);
      if (tag) yield tag;
      at = end + 1;
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

function tagOf(xml: string, open: number, end: number): XmlPiece | undefined {
  const first = xml[open + 1];
  if (first === '?' || first === '!') return undefined;
  if (first === '/') return { kind: 'close', name: localName(xml.slice(open + 2, end).trim()) };
  const isEmpty = xml[end - 1] === '/';
  const inner = xml.slice(open + 1, isEmpty ? end - 1 : end);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  return { kind: 'open', name, attributes: space < 0 ? '' : inner.slice(space), isEmpty };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute; undefined where the tag has none of this name. */
export function attribute(attributes: string, name: string): string | undefined {
  // spreadsheets copy their cells as HTML without quotes
  const value = `(?:"([^"]*)"|'([^']*)'|([^\\s"'>/]+))`;
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*${value}`).exec(attributes);
  return match ? decoded(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  middot: '·',
  bull: '•',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  yen: '￥',
};

/** The text with its character references resolved; unknown ones stay as they are written. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
