import {
  type CSSProperties,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { PAPERS, type PosterLayout, type PosterRequest } from './layout/index.ts';
import { layOutInTurns } from './layout-in-turns.ts';
import { type PosterProps, Sheets, usePosterRequest } from './poster.tsx';
import { preparePrint } from './print-poster.tsx';

const PIXELS_PER_MM = 96 / 25.4;

/**
 * The sheets on a screen, as wide as their place allows and never larger than the paper itself.
 * While it is shown, printing the page in any way (`window.print()`, the browser's menu) prints the
 * sheets and nothing else.
 */
export function PosterPreview(props: PosterProps) {
  const laidOut = useLaidOut(usePosterRequest(props));
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => setWidth(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const prepare = () => {
      preparePrint(withoutListener(props), laidOut?.isCurrent ? laidOut.layout : undefined);
    };
    window.addEventListener('beforeprint', prepare);
    return () => window.removeEventListener('beforeprint', prepare);
  }, [props, laidOut]);
  const paper = laidOut?.layout.paper ?? PAPERS[props.paper ?? 'A4'];
  const scale = width === undefined ? 1 : Math.min(1, width / (paper.width * PIXELS_PER_MM));
  const style = {
    '--sheet-width': `${paper.width}mm`,
    '--sheet-height': `${paper.height}mm`,
    '--preview-scale': scale,
  } satisfies Record<string, string | number>;
  return (
    <div className="poster-preview" ref={frame} style={style as CSSProperties}>
      {width !== undefined && laidOut && (
        <Sheets
          layout={laidOut.layout}
          standing={laidOut.standing}
          words={props.words}
          onLayout={props.onLayout}
        />
      )}
    </div>
  );
}

/**
 * The layout of what is asked for; until that is there the last one, undefined before the first. It
 * is worked out in turns and drawn sheet by sheet, so that the page answers a finger meanwhile.
 */
function useLaidOut(request: PosterRequest) {
  const [done, setDone] = useState<{ request: PosterRequest; layout: PosterLayout }>();
  useEffect(() => {
    const left = new AbortController();
    const show = (layout: PosterLayout | undefined) => {
      if (layout) startTransition(() => setDone({ request, layout }));
    };
    layOutInTurns(request, left.signal).then(show, (fault: unknown) =>
      // a fault of the program is said where every other one is
      setDone(() => {
        throw fault;
      }),
    );
    return () => left.abort();
  }, [request]);
  return useMemo(
    () =>
      done && {
        layout: done.layout,
        standing: done.request.standing,
        isCurrent: done.request === request,
      },
    [done, request],
  );
}

function withoutListener({ onLayout: _, ...props }: PosterProps): PosterProps {
  return props;
}
