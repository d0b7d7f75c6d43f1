/**
 * Sheets worth hanging: a notice's document as A4 or A3 boxes in which every line has its place, so
 * that preview, printer and file show the same. The room promises sheets for any document, a code
 * only where a published revision stands behind it, and that it needs no network.
 */

export { canShareFiles, saveFiles, shareFiles } from './files/deliver-files.ts';
export { type FileOptions, posterImages, posterPdf } from './files/poster-files.ts';
export { lackingCharacters } from './font-coverage.ts';
export type { PaperSize, TypeSize } from './layout/index.ts';
export { Poster, type PosterProps } from './poster.tsx';
export { PosterPreview } from './poster-preview.tsx';
export { QUIET_MODULES, qrCodeOf } from './qr-code.ts';
export type { PosterStanding } from './standing.ts';
export {
  codePointOf,
  type PlacedText,
  type UndrawnCharacter,
  undrawnCharacters,
} from './undrawn-characters.ts';
