import { boardPath, noticePath, qrAddress } from '../../notice/index.ts';
import { type QrCode, QUIET_MODULES, qrCodeOf } from '../qr-code.ts';
import type { PosterStanding } from '../standing.ts';
import { textOf } from './break-by-sense.ts';
import { breakLines } from './line-break.ts';
import { MM_PER_POINT } from './paper.ts';
import type { TextMeasure } from './text-measure.ts';

/** A sheet's code with the words under it, or the empty place of a sheet that may not have one. */
export interface CodeLayout {
  /** Side of the symbol without its quiet zone, and width of the block, in mm. */
  readonly side: number;
  readonly quiet: number;
  readonly height: number;
  readonly code: QrCode | undefined;
  /** As people compare it, in two groups of four; empty where there is no code. */
  readonly checkCode: string;
  /** The notice's short address in lines, for people without a camera. */
  readonly address: readonly string[];
}

/** Sides of the symbol in mm: measured, size is what helps an old phone most. */
export const CODE_SIDE = { opening: 40, other: 35 } as const;

export const CODE_WORDS_PT = 9.5;
export const CHECK_CODE_PT = 13;
export const CODE_LINE = CODE_WORDS_PT * 1.3 * MM_PER_POINT;
export const CHECK_CODE_LINE = CHECK_CODE_PT * 1.35 * MM_PER_POINT;

/** A place without a code keeps the size of one, so that a draft has the sheets of what it becomes. */
const USUAL_MODULES = 29;
const USUAL_ADDRESS_LINES = 3;

export function layOutCode(
  standing: PosterStanding,
  side: number,
  measure: TextMeasure,
): CodeLayout {
  const published = standing.kind === 'published' ? standing : undefined;
  const code = published && qrCodeOf(qrAddress(published.publicUrl, published.address));
  const address = published ? addressLines(published, side, measure) : [];
  const quiet = (side * QUIET_MODULES) / (code?.size ?? USUAL_MODULES);
  const lines = 1 + (published ? address.length : USUAL_ADDRESS_LINES);
  return {
    side,
    quiet,
    height: side + quiet + CHECK_CODE_LINE + lines * CODE_LINE,
    code,
    checkCode: published ? groupsOfFour(published.address.sheet.checkCode) : '',
    address,
  };
}

function groupsOfFour(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? '';
}

function addressLines(
  { address, publicUrl }: PosterStanding & { kind: 'published' },
  side: number,
  measure: TextMeasure,
): string[] {
  const host = publicUrl.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  const board = boardPath(address.village);
  const notice = noticePath({ village: address.village, notice: address.notice });
  const room = side / (CODE_WORDS_PT * MM_PER_POINT);
  return [host, board, notice.slice(board.length)].flatMap((part) =>
    breakLines([{ text: part, strong: false }], {
      measure,
      face: 'text',
      room: () => ({ indent: 0, width: room }),
    }).map(textOf),
  );
}
