import { noticePath, qrAddress, writeCheckCode } from '../../notice/index.ts';
import { type QrCode, QUIET_MODULES, qrCodeOf } from '../qr-code.ts';
import type { PosterStanding } from '../standing.ts';
import { MM_PER_POINT } from './paper.ts';

/** A sheet's code with the check code under it, or the empty place of a sheet that may not have one. */
export interface CodeLayout {
  /** Side of the symbol without its quiet zone, and width of the block, in mm. */
  readonly side: number;
  readonly quiet: number;
  readonly height: number;
  /** Sizes of the words below and of the check code, in points. */
  readonly wordsPt: number;
  readonly checkCodePt: number;
  readonly code: QrCode | undefined;
  /** As people compare it, in two groups of four; empty where there is no code. */
  readonly checkCode: string;
}

/**
 * Sides of the symbol in mm, the opening's the largest first: as large as the sheets allow, since
 * measured over bad pictures size is what helps an old phone (35 mm: 51 of 108 read, 40: 58, 45: 63,
 * 50: 66), while levels L, M and Q of the same size are read alike.
 */
export const CODE_SIDE = { opening: [50, 45, 40], other: 35 } as const;

const CODE_WORDS_PT = 9.5;
const CHECK_CODE_PT = 13;

/** Heights of the line of words below a code and of the line with the check code, in mm. */
export function codeLines({ wordsPt, checkCodePt }: Pick<CodeLayout, 'wordsPt' | 'checkCodePt'>): {
  readonly words: number;
  readonly checkCode: number;
} {
  return { words: wordsPt * 1.3 * MM_PER_POINT, checkCode: checkCodePt * 1.35 * MM_PER_POINT };
}

/** Version 3. Every sheet keeps its quiet zone, so that a draft has the sheets of what it becomes. */
const FEWEST_MODULES = 29;

/** `side` on A4 in mm; `factor`: how much larger the paper's type and codes are. */
export function layOutCode(
  standing: PosterStanding,
  { side: sideOnA4, factor }: { readonly side: number; readonly factor: number },
): CodeLayout {
  const side = sideOnA4 * factor;
  const type = { wordsPt: CODE_WORDS_PT * factor, checkCodePt: CHECK_CODE_PT * factor };
  const lines = codeLines(type);
  const published = standing.kind === 'published' ? standing : undefined;
  const code = published && qrCodeOf(qrAddress(published.publicUrl, published.address));
  const modules = Math.min(FEWEST_MODULES, code?.size ?? FEWEST_MODULES);
  const quiet = (side * QUIET_MODULES) / modules;
  return {
    side,
    quiet,
    height: side + quiet + lines.checkCode + lines.words,
    ...type,
    code,
    checkCode: published ? writeCheckCode(published.address.sheet.checkCode) : '',
  };
}

/** The notice's address for people without a camera; empty for what is not published. */
export function shortAddress(standing: PosterStanding): string {
  if (standing.kind !== 'published') return '';
  const { village, notice } = standing.address;
  const host = standing.publicUrl.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  return host + noticePath({ village, notice });
}
