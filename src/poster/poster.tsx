import { useEffect, useMemo, useRef } from 'react';
import type { Words } from '../locales/index.ts';
import type { NoticeDocument } from '../notice/index.ts';
import { deviceMeasure } from './canvas-measure.ts';
import {
  layOutPoster,
  type PaperSize,
  type PosterLayout,
  type PosterRequest,
  type TypeSize,
} from './layout/index.ts';
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
  const { onLayout } = props;
  const request = usePosterRequest(props);
  const layout = useMemo(() => layOutPoster(request), [request]);
  return (
    <Sheets layout={layout} standing={props.standing} words={props.words} onLayout={onLayout} />
  );
}

/** The sheets of a layout that is there already. */
export function Sheets({
  layout,
  standing,
  words,
  onLayout,
}: {
  readonly layout: PosterLayout;
  readonly standing: PosterStanding;
  readonly words: PosterProps['words'];
  readonly onLayout?: ((sheets: number) => void) | undefined;
}) {
  const count = layout.sheets.length;
  useEffect(() => onLayout?.(count), [count, onLayout]);
  return (
    <div className="poster">
      {numbered(layout.sheets).map(({ key, index }) => (
        <div className={`sheet-frame sheet-frame-${layout.paper.size}`} key={key}>
          <Sheet layout={layout} index={index} standing={standing} words={posterWords(words)} />
        </div>
      ))}
    </div>
  );
}

/** What is to be laid out: the same value as long as it says the same, so that nothing is done twice. */
export function usePosterRequest(props: PosterProps): PosterRequest {
  const { paper = 'A4', type = 'normal' } = props;
  const document = useSame(props.document);
  const standing = useSame(props.standing);
  return useMemo(
    () => ({ document, standing, paper, type, measure: deviceMeasure() }),
    [document, standing, paper, type],
  );
}

/** The value of an earlier rendering while it says the same. */
function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  const last = useRef({ value, text });
  if (last.current.text !== text) last.current = { value, text };
  return last.current.value;
}
