const OPENING = '（([〔《“‘「';
const CLOSING = '）)]〕》”’」';

/**
 * Splits at each of the given characters, but not inside brackets, titles or quotation marks, so
 * that 实现“两不愁、三保障” stays one. Full-width and half-width brackets close each other, since
 * printed catalogues mix them. Pieces are trimmed; empty pieces stay.
 */
export function splitOutsideBrackets(text: string, separators: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  for (const character of text) {
    if (OPENING.includes(character)) depth += 1;
    if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(character)) {
      pieces.push(piece.trim());
      piece = '';
    } else {
      piece += character;
    }
  }
  return [...pieces, piece.trim()];
}
