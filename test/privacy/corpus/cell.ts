import type { FindingKind, Remedy, TextContext } from '../../../src/privacy/index.ts';

/** Something personal that was put into a text on purpose. */
export interface Planted {
  readonly kind: FindingKind;
  readonly remedy: Remedy;
  readonly start: number;
  readonly end: number;
}

/** A cell or text with all that a finder should find in it, and nothing else. */
export interface CorpusCell {
  readonly text: string;
  readonly context: TextContext;
  readonly planted: readonly Planted[];
}

export interface Seed {
  readonly kind: FindingKind;
  readonly text: string;
  readonly remedy?: Remedy;
}

export function seed(kind: FindingKind, text: string, remedy: Remedy = 'mask'): Seed {
  return { kind, text, remedy };
}

/** Joins plain parts and planted ones, and remembers where the planted ones came to stand. */
export function compose(context: TextContext, parts: readonly (string | Seed)[]): CorpusCell {
  let text = '';
  const planted: Planted[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const start = text.length;
    text += part.text;
    planted.push({ kind: part.kind, remedy: part.remedy ?? 'mask', start, end: text.length });
  }
  return { text, context, planted };
}

export function cell(columnLabel: string, ...parts: (string | Seed)[]): CorpusCell {
  return compose(columnLabel === '' ? { where: 'cell' } : { where: 'cell', columnLabel }, parts);
}

export function running(...parts: (string | Seed)[]): CorpusCell {
  return compose({ where: 'text' }, parts);
}

export function contact(...parts: (string | Seed)[]): CorpusCell {
  return compose({ where: 'contact' }, parts);
}
