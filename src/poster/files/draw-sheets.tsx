import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { deviceMeasure } from '../canvas-measure.ts';
import { layOutPoster } from '../layout/index.ts';
import posterStyle from '../poster.css?inline';
import type { PosterProps } from '../poster.tsx';
import { Sheet } from '../sheet.tsx';
import { posterWords } from '../words.ts';

/** A sheet as a picture on a canvas that the next sheet will be drawn on too. */
export interface DrawnSheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly number: number;
  readonly count: number;
  /** Size of the paper in mm. */
  readonly width: number;
  readonly height: number;
}

const PIXELS_PER_MM = 96 / 25.4;
const MM_PER_INCH = 25.4;

/**
 * Draws a poster sheet after sheet with this device's own fonts and without network. One canvas
 * serves all, so memory does not grow with the number of sheets; whoever takes a sheet is done with
 * it before asking for the next.
 */
export async function* drawSheets(
  props: PosterProps,
  dpi: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<DrawnSheet> {
  const { document: notice, standing, paper = 'A4', type = 'normal' } = props;
  const words = posterWords(props.words);
  const layout = layOutPoster({
    document: notice,
    standing,
    paper,
    type,
    measure: deviceMeasure(),
  });
  const { width, height } = layout.paper;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width / MM_PER_INCH) * dpi);
  canvas.height = Math.round((height / MM_PER_INCH) * dpi);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no canvas');
  const host = document.createElement('div');
  const root = createRoot(host);
  try {
    for (let index = 0; index < layout.sheets.length; index++) {
      signal?.throwIfAborted();
      flushSync(() =>
        root.render(<Sheet layout={layout} index={index} standing={standing} words={words} />),
      );
      const markup = new XMLSerializer().serializeToString(host.firstElementChild ?? host);
      const image = await pictureOf(markup, width, height, canvas);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      yield { canvas, context, number: index + 1, count: layout.sheets.length, width, height };
    }
  } finally {
    root.unmount();
    // Safari keeps a canvas' memory until its size is gone
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** The markup of a sheet as an SVG image, which a canvas may draw without losing its origin. */
async function pictureOf(
  markup: string,
  width: number,
  height: number,
  canvas: HTMLCanvasElement,
): Promise<HTMLImageElement> {
  const [x, y] = [width * PIXELS_PER_MM, height * PIXELS_PER_MM];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${canvas.height}"` +
    ` viewBox="0 0 ${x} ${y}"><foreignObject width="${x}" height="${y}">` +
    `<style xmlns="http://www.w3.org/1999/xhtml"><![CDATA[${posterStyle}]]></style>` +
    `${markup}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
