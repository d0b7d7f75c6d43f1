import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import type { Paper } from './layout/index.ts';

/** A word over the whole sheet, so that neither a copy nor a cutting of it can pass for published. */
export function Watermark({ word, paper }: { word: string; paper: Paper }) {
  const { width, height } = paper;
  const size = (width * 0.62) / Math.max(2, word.length);
  const rows = [0.18, 0.5, 0.82];
  return (
    <svg className="sheet-watermark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {rows.map((row) => (
        <text
          key={row}
          x={width / 2}
          y={height * row}
          fontSize={size}
          fontFamily={FACE_FAMILIES.strong}
          fontWeight={FACE_WEIGHTS.strong}
          transform={`rotate(-28 ${width / 2} ${height * row})`}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {word}
        </text>
      ))}
    </svg>
  );
}
