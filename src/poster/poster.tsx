import { useEffect, useMemo, useRef } from 'react';
import type { Words } from '../locales/index.ts';
import type { NoticeDocument } from '../notice/index.ts';
import { deviceMeasure } from './canvas-measure.ts';
import { layOutPoster, type PaperSize, type TypeSize } from './layout/index.ts';
import { numbered } from './numbered.ts';
import { Sheet } from './sheet.tsx';
import type { PosterStanding } from './standing.ts';
import { type PosterWords, posterWords } from './words.ts';
import './poster.css';

export interface PosterProps {
  readonly document: NoticeDocument;
  readonly standing: PosterStanding;
  /** The poster's own words; Chinese unless told otherwise, as the notice is. */
  readonly words?: PosterWords | Words;
  readonly paper?: PaperSize;
  readonly type?: TypeSize;
  /** Told the number of sheets after each layout. */
  readonly onLayout?: (sheets: number) => void;
}

/**
 * A notice as sheets of paper: `<section class="sheet">` boxes of the paper's exact size, each in a
 * `<div class="sheet-frame">` that a preview may shrink.
 */
export function Poster(props: PosterProps) {
  const { paper = 'A4', type = 'normal', onLayout } = props;
  const document = useSame(props.document);
  const standing = useSame(props.standing);
  const words = posterWords(props.words);
  const layout = useMemo(
    () => layOutPoster({ document, standing, paper, type, measure: deviceMeasure() }),
    [document, standing, paper, type],
  );
  const count = layout.sheets.length;
  useEffect(() => onLayout?.(count), [count, onLayout]);
  return (
    <div className="poster">
      {numbered(layout.sheets).map(({ key, index }) => (
        <div className={`sheet-frame sheet-frame-${paper}`} key={key}>
          <Sheet layout={layout} index={index} standing={standing} words={words} />
        </div>
      ))}
    </div>
  );
}

/** The value of an earlier rendering while it says the same, so that nothing is laid out twice. */
function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  const last = useRef({ value, text });
  if (last.current.text !== text) last.current = { value, text };
  return last.current.value;
}
