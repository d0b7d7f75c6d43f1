/**
 * The arithmetic of a poster: which words stand in which line, row and sheet. Pure: it is told how
 * wide texts are and gives boxes in millimetres, the same for preview, print and file.
 */
export { breakBySense, textOf } from './break-by-sense.ts';
export * from './closing-layout.ts';
export * from './code-layout.ts';
export * from './column-widths.ts';
export * from './line-break.ts';
export * from './measured-table.ts';
export * from './paginate.ts';
export * from './paper.ts';
export * from './pieces.ts';
export * from './poster-layout.ts';
export * from './printable-text.ts';
export * from './table-layout.ts';
export * from './text-measure.ts';
