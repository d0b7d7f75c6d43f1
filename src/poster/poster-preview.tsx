import {
  type CSSProperties,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { PAPERS } from './layout/index.ts';
import { Poster, type PosterProps } from './poster.tsx';
import { preparePrint } from './print-poster.tsx';

const PIXELS_PER_MM = 96 / 25.4;

/**
 * The sheets on a screen, as wide as their place allows and never larger than the paper itself.
 * While it is shown, printing the page in any way (`window.print()`, the browser's menu) prints the
 * sheets and nothing else.
 */
export function PosterPreview(props: PosterProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    // sheet by sheet, so that the page answers a finger meanwhile
    const look = () => startTransition(() => setWidth(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const prepare = () => {
      preparePrint(withoutListener(props));
    };
    window.addEventListener('beforeprint', prepare);
    return () => window.removeEventListener('beforeprint', prepare);
  }, [props]);
  const paper = PAPERS[props.paper ?? 'A4'];
  const scale = width === undefined ? 1 : Math.min(1, width / (paper.width * PIXELS_PER_MM));
  const style = {
    '--sheet-width': `${paper.width}mm`,
    '--sheet-height': `${paper.height}mm`,
    '--preview-scale': scale,
  } satisfies Record<string, string | number>;
  return (
    <div className="poster-preview" ref={frame} style={style as CSSProperties}>
      {width !== undefined && <Poster {...props} />}
    </div>
  );
}

function withoutListener({ onLayout: _, ...props }: PosterProps): PosterProps {
  return props;
}
