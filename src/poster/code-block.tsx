import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import {
  CHECK_CODE_LINE,
  CHECK_CODE_PT,
  CODE_LINE,
  CODE_WORDS_PT,
  type CodeLayout,
} from './layout/index.ts';
import type { QrCode } from './qr-code.ts';
import type { PosterStanding } from './standing.ts';
import { TextLines } from './text-lines.tsx';
import type { PosterWords } from './words.ts';

/** A sheet's code with its words below or beside; on a sheet that is not published, a sentence. */
export function CodeBlock(props: {
  layout: CodeLayout;
  standing: PosterStanding;
  words: PosterWords;
  left: number;
  top: number;
  beside: boolean;
}) {
  const { layout, standing, words, left, top, beside } = props;
  const side = `${layout.side}mm`;
  const captionTop = beside ? 0 : layout.side + layout.quiet;
  const captionLeft = beside ? layout.side + layout.quiet : 0;
  return (
    <div className="sheet-code" style={{ top: `${top}mm`, left: `${left}mm`, width: side }}>
      {layout.code ? (
        <QrSymbol code={layout.code} side={side} />
      ) : (
        <p className="sheet-no-code" style={{ width: side, height: side, ...strong }}>
          {standing.kind === 'published' ? '' : words(`poster.noCode.${standing.kind}`)}
        </p>
      )}
      {layout.code && (
        <div
          className={beside ? 'sheet-code-words sheet-code-beside' : 'sheet-code-words'}
          style={{
            top: `${captionTop}mm`,
            left: `${captionLeft}mm`,
            width: beside ? undefined : side,
            fontSize: `${CODE_WORDS_PT}pt`,
            lineHeight: `${CODE_LINE}mm`,
            fontFamily: FACE_FAMILIES.strong,
          }}
        >
          <p>{words('poster.scan')}</p>
          <p
            className="sheet-check-code"
            style={{ fontSize: `${CHECK_CODE_PT}pt`, lineHeight: `${CHECK_CODE_LINE}mm` }}
          >
            <span style={{ fontSize: `${CODE_WORDS_PT}pt` }}>{words('poster.checkCode')}</span>{' '}
            <strong>{layout.checkCode}</strong>
          </p>
          <p className="sheet-address">
            <TextLines lines={layout.address} />
          </p>
        </div>
      )}
    </div>
  );
}

const strong = { fontFamily: FACE_FAMILIES.strong, fontWeight: FACE_WEIGHTS.strong };

function QrSymbol({ code, side }: { code: QrCode; side: string }) {
  return (
    <svg
      className="sheet-symbol"
      viewBox={`0 0 ${code.size} ${code.size}`}
      style={{ width: side, height: side }}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={code.path} />
    </svg>
  );
}
