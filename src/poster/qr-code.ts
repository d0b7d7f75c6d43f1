import { create } from 'qrcode';

/** A QR symbol as one SVG path, a unit a module, without its quiet zone. */
export interface QrCode {
  readonly version: number;
  readonly level: 'Q' | 'M';
  /** Modules along one side. */
  readonly size: number;
  readonly path: string;
}

/** Modules of white that ISO/IEC 18004 asks for on each side. */
export const QUIET_MODULES = 4;

/**
 * Encodes an address. Level Q bears a quarter of dirt and tears and is taken while the symbol stays
 * at version 4; a longer address gets level M, since larger modules then help an old phone more.
 *
 * @throws Error for an address longer than any QR code holds (over 2,000 characters)
 */
export function qrCodeOf(address: string): QrCode {
  const sturdy = create(address, { errorCorrectionLevel: 'Q' });
  if (sturdy.version <= 4) return qrCode('Q', sturdy);
  return qrCode('M', create(address, { errorCorrectionLevel: 'M' }));
}

function qrCode(level: QrCode['level'], { version, modules }: ReturnType<typeof create>): QrCode {
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column > start) path += `M${start} ${row}h${column - start}v1H${start}z`;
    }
  }
  return { version, level, size: modules.size, path };
}
