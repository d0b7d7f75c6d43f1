import type { WordTree } from '../../src/locales/index.ts';

const ACCENTS = new Map(
  [...'aceinouyACEINOUY'].map((letter, at) => [letter, [...'áçéîñóûýÁÇÉÎÑÓÛÝ'][at]]),
);

/** What marks the beginning and the end of a text that came from the words. */
export const MARKS = { open: '⟦', close: '⟧' } as const;

/**
 * A language that nobody speaks, made from another: each text is marked at both ends, accented and
 * about two fifths longer, as the wordiest languages are. What is missing in brackets was never
 * given to the words; what is cut off would be cut off in Uyghur or German too.
 */
export function pseudoTree(tree: WordTree, direction: 'ltr' | 'rtl'): WordTree {
  const inSection = (part: WordTree, path: string): WordTree =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => {
        const here = path + name;
        if (typeof value !== 'string') return [name, inSection(value, `${here}.`)];
        return [name, here === 'app.direction' ? direction : pseudoText(value)];
      }),
    );
  return inSection(tree, '');
}

/** What has several lines is marked in each, since each is shown on its own. */
export function pseudoText(text: string): string {
  return text.split('\n').map(pseudoLine).join('\n');
}

function pseudoLine(text: string): string {
  const letters = [...text.replace(/\{\{.*?\}\}/g, '')].length;
  const longer = ' ~~~~'.repeat(Math.ceil((letters * 0.4) / 5));
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : [...part].map((one) => ACCENTS.get(one) ?? one).join(''),
    )
    .join('');
  return MARKS.open + accented + longer + MARKS.close;
}
