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

export const CODE_WORDS_PT = 9.5;
export const CHECK_CODE_PT = 13;
export const CODE_LINE = CODE_WORDS_PT * 1.3 * MM_PER_POINT;
export const CHECK_CODE_LINE = CHECK_CODE_PT * 1.35 * MM_PER_POINT;

/** Version 3. Every sheet keeps its quiet zone, so that a draft has the sheets of what it becomes. */
const FEWEST_MODULES = 29;

export function layOutCode(standing: PosterStanding, side: number): CodeLayout {
  const published = standing.kind === 'published' ? standing : undefined;
  const code = published && qrCodeOf(qrAddress(published.publicUrl, published.address));
  const modules = Math.min(FEWEST_MODULES, code?.size ?? FEWEST_MODULES);
  const quiet = (side * QUIET_MODULES) / modules;
  return {
    side,
    quiet,
    height: side + quiet + CHECK_CODE_LINE + CODE_LINE,
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
