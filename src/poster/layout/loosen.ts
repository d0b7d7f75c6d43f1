import type { SheetPlan } from './paginate.ts';
import type { TypeScale } from './paper.ts';
import type { Piece } from './pieces.ts';

/**
 * Spreads what the last sheet leaves empty: a little above and below its tables and above the
 * closing. Text stays together, and so does everything beside the code.
 */
export function loosened(
  sheets: readonly SheetPlan[],
  pieces: readonly Piece[],
  height: number,
  closingHeight: number,
  scale: TypeScale,
): SheetPlan[] {
  return sheets.map((sheet) => {
    if (sheet.closingTop === undefined) return sheet;
    const free = height - sheet.closingTop - closingHeight;
    const opens = sheet.parts.map((part, at) => {
      const before = sheet.parts[at - 1];
      if (!before) return false;
      const piece = pieces[part.piece];
      const previous = pieces[before.piece];
      const heading = previous?.kind === 'text' && previous.role === 'heading';
      return previous?.kind === 'table' || (piece?.kind === 'table' && !heading);
    });
    const places = opens.filter(Boolean).length + 1;
    const step = Math.min(free / (places + 1), scale.line * 0.7);
    let shift = 0;
    const parts = sheet.parts.map((part, at) => {
      if (opens[at]) shift += step;
      return { ...part, top: part.top + shift };
    });
    return { ...sheet, parts, closingTop: sheet.closingTop + shift + step };
  });
}
