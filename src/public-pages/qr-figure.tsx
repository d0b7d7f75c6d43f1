import { type QrCode, QUIET_MODULES } from '../poster/qr-code.ts';

/** A code as black on white in any colour scheme, with its quiet zone. */
export function QrFigure({ code, label }: { readonly code: QrCode; readonly label: string }) {
  const side = code.size + 2 * QUIET_MODULES;
  const box = `${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`;
  return (
    <svg className="qr" viewBox={box} role="img" aria-label={label}>
      <path fill="#fff" d={`M${-QUIET_MODULES} ${-QUIET_MODULES}h${side}v${side}h-${side}z`} />
      <path d={code.path} />
    </svg>
  );
}
