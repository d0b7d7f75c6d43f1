import type { PosterProps } from '../poster.tsx';
import { type DrawnSheet, drawSheets } from './draw-sheets.tsx';
import { bytesPerRow, type Greys, pack, packRows } from './pack-greys.ts';
import { type PicturePage, writePdf } from './write-pdf.ts';

export interface FileOptions {
  /** Told after each sheet how many of all are done. */
  readonly onProgress?: (done: number, count: number) => void;
  /** Ends the work before the next sheet; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Dots an inch: 300 unless told otherwise, which is what printers resolve in text. */
  readonly dpi?: number;
}

const PRINT_DPI = 300;
const POINTS_PER_MM = 72 / 25.4;
/** Rows read from a canvas at a time: 2.5 MB of A4 at 300 dpi instead of 35. */
const STRIP = 256;

/** The poster as one PDF file of pictures, made on this device without network. */
export async function posterPdf(props: PosterProps, options: FileOptions = {}): Promise<File> {
  const { onProgress, signal, dpi = PRINT_DPI } = options;
  const pages: PicturePage[] = [];
  for await (const sheet of drawSheets(props, dpi, signal)) {
    const { canvas, width, height } = sheet;
    pages.push({
      widthPoints: width * POINTS_PER_MM,
      heightPoints: height * POINTS_PER_MM,
      widthPixels: canvas.width,
      heightPixels: canvas.height,
      packed: await pack(greysOf(sheet).bytes),
    });
    onProgress?.(sheet.number, sheet.count);
  }
  const { title } = props.document;
  const pdf = writePdf(pages, title);
  return new File([pdf], `${fileName(title)}.pdf`, { type: 'application/pdf' });
}

/** The poster as PNG images, one a sheet. */
export async function posterImages(props: PosterProps, options: FileOptions = {}): Promise<File[]> {
  const { onProgress, signal, dpi = PRINT_DPI } = options;
  const files: File[] = [];
  for await (const { canvas, number, count } of drawSheets(props, dpi, signal)) {
    const blob = await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (made) => (made ? resolve(made) : reject(new Error('this browser writes no PNG'))),
        'image/png',
      );
    });
    const name = `${fileName(props.document.title)}-${number}-${count}.png`;
    files.push(new File([blob], name, { type: 'image/png' }));
    onProgress?.(number, count);
  }
  return files;
}

function greysOf({ canvas, context }: DrawnSheet): Greys {
  const { width, height } = canvas;
  const bytes = new Uint8Array(bytesPerRow(width) * height);
  const greys: Greys = { width, height, bytes };
  for (let row = 0; row < height; row += STRIP) {
    const rows = Math.min(STRIP, height - row);
    packRows(context.getImageData(0, row, width, rows).data, row, greys);
  }
  return greys;
}

/** A title as a file's name: without what file systems forbid, and not too long for them. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '').slice(0, 60) || '公示';
}
