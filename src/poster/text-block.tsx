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
  const Element = piece.role === 'title' ? 'h1' : piece.role === 'heading' ? 'h2' : 'p';
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
    <Element className={`sheet-text sheet-text-${piece.role}`} style={style}>
      {numbered(piece.lines.slice(from, to)).map(({ key, item }) => (
        <TextLine key={key} line={item} />
      ))}
    </Element>
  );
}

function TextLine({ line }: { line: Line }) {
  return (
    <span
      className={line.justified ? 'sheet-line sheet-line-full' : 'sheet-line'}
      style={{ marginLeft: `${line.indent}em`, width: `${line.width}em` }}
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
