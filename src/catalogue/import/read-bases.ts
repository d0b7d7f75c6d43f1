import { splitOutsideBrackets } from './split-outside-brackets.ts';

/**
 * The legal bases of a cell 公开依据, one entry each, in order: every title with what belongs to it
 * (【法律】before it, a document number or article after it). 《甲》《乙》 and 《甲》、《乙》 are two.
 */
export function readBases(cell: string): string[] {
  const pieces = splitOutsideBrackets(cell, '、；;，,\n').flatMap((piece) =>
    piece.split(/(?<=[》）)])(?=《|【)/u),
  );
  const bases: string[] = [];
  for (const piece of pieces.map((each) => each.trim()).filter(Boolean)) {
    const before = bases.at(-1);
    // 第三十条、第三十一条 and （国务院令第711号） go on with the basis before them
    if (before !== undefined && /^(?:第|[（(〔]|等)/u.test(piece)) {
      bases[bases.length - 1] = before + (piece.startsWith('第') ? '、' : '') + piece;
    } else if (before !== undefined && /^【[^】]*】$/u.test(before)) {
      bases[bases.length - 1] = before + piece;
    } else {
      bases.push(piece);
    }
  }
  return bases;
}
