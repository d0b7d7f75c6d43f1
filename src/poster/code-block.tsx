import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import { type CodeLayout, codeLines } from './layout/index.ts';
import type { QrCode } from './qr-code.ts';
import type { PosterStanding } from './standing.ts';
import type { PosterWords } from './words.ts';

/**
 * A sheet's code with its words below, or without them (`bare`); on a sheet that is not published,
 * a sentence in its place.
 */
export function CodeBlock(props: {
  layout: CodeLayout;
  standing: PosterStanding;
  words: PosterWords;
  left: number;
  top: number;
  bare?: boolean;
}) {
  const { layout, standing, words, left, top, bare = false } = props;
  const side = `${layout.side}mm`;
  return (
    <div className="sheet-code" style={{ top: `${top}mm`, left: `${left}mm`, width: side }}>
      {layout.code ? (
        <QrSymbol code={layout.code} side={side} />
      ) : (
        <p className="sheet-no-code" style={{ ...strong, width: side, height: side }}>
          {standing.kind === 'published' ? '' : words(`poster.noCode.${standing.kind}`)}
        </p>
      )}
      {layout.code && !bare && (
        <div style={{ paddingTop: `${layout.quiet}mm` }}>
          <CodeWords layout={layout} words={words} />
        </div>
      )}
    </div>
  );
}

/** What the code is for, and the check code to compare with the page it leads to. */
export function CodeWords({ layout, words }: { layout: CodeLayout; words: PosterWords }) {
  const lines = codeLines(layout);
  const style = {
    fontSize: `${layout.wordsPt}pt`,
    lineHeight: `${lines.words}mm`,
    fontFamily: FACE_FAMILIES.strong,
  };
  return (
    <div className="sheet-code-words" style={style}>
      <p>{words('poster.scan')}</p>
      <p style={{ lineHeight: `${lines.checkCode}mm` }}>
        {words('poster.checkCode')}{' '}
        <strong style={{ fontSize: `${layout.checkCodePt}pt` }}>{layout.checkCode}</strong>
      </p>
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
