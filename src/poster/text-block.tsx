import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import type { Line, Run, TextPiece } from './layout/index.ts';
import { numbered } from './numbered.ts';

/** Some lines of a text, each in the line the layout gave it. */
export function TextBlock(props: {
  piece: TextPiece;
  from: number;
  to: number;
  top: number;
  left: number;
  width: number;
}) {
  const { piece, from, to, top, left, width } = props;
  const { role, language } = piece;
  const isHeading = role === 'heading' || role === 'second-title';
  const Element = role === 'title' ? 'h1' : isHeading ? 'h2' : 'p';
  const style = {
    top: `${top}mm`,
    left: `${left}mm`,
    width: `${width}mm`,
    height: `${(to - from) * piece.line}mm`,
    lineHeight: `${piece.line}mm`,
    fontSize: `${piece.pt}pt`,
    fontFamily: FACE_FAMILIES[piece.face],
    fontWeight: FACE_WEIGHTS[piece.face],
  };
  return (
    <Element className={`sheet-text sheet-text-${role}`} style={style} lang={language?.tag}>
      {numbered(piece.lines.slice(from, to)).map(({ key, item }) => (
        <TextLine key={key} line={item} direction={language?.direction} />
      ))}
    </Element>
  );
}

function TextLine({
  line,
  direction = 'ltr',
}: {
  line: Line;
  direction: 'ltr' | 'rtl' | undefined;
}) {
  // a line beside the code ends where the code begins, from whichever side it is read
  const indent = `${line.indent}em`;
  const style =
    direction === 'rtl'
      ? { width: `${line.width + line.indent}em`, paddingRight: indent }
      : { marginLeft: indent, width: `${line.width}em` };
  return (
    <span
      className={line.justified ? 'sheet-line sheet-line-full' : 'sheet-line'}
      dir={direction === 'rtl' ? 'rtl' : undefined}
      style={style}
    >
      {numbered(line.runs).map(({ key, item }) => (
        <RunText key={key} run={item} />
      ))}
      {line.hanging && <span className="sheet-hanging">{line.hanging}</span>}
    </span>
  );
}

function RunText({ run }: { run: Run }) {
  if (!run.strong) return run.text;
  const style = { fontFamily: FACE_FAMILIES.strong, fontWeight: FACE_WEIGHTS.strong };
  return <strong style={style}>{run.text}</strong>;
}
