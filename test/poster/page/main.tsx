import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  PosterPreview,
  type PosterProps,
  posterImages,
  posterPdf,
} from '../../../src/poster/index.ts';
import { preparePrint } from '../../../src/poster/print-poster.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('the page has a place for the sheets');
const root = createRoot(place);

const posterPage = {
  /** Shows the sheets as the app does; answers how long it took until all were laid out and drawn. */
  async show(props: PosterProps): Promise<number> {
    const start = performance.now();
    await new Promise<void>((resolve) => {
      flushSync(() => root.render(<PosterPreview {...props} onLayout={() => resolve()} />));
    });
    document.body.getBoundingClientRect();
    return performance.now() - start;
  },
  preparePrint,
  /** Makes the PDF file; answers it in base 64 and how long each sheet took. */
  async pdf(props: PosterProps, dpi?: number): Promise<{ base64: string; times: number[] }> {
    const times: number[] = [];
    let start = performance.now();
    const file = await posterPdf(props, {
      ...(dpi ? { dpi } : {}),
      onProgress: () => {
        times.push(performance.now() - start);
        start = performance.now();
      },
    });
    return { base64: await base64Of(file), times };
  },
  /** Makes the PDF file and throws it away; answers how long each sheet took and how large it was. */
  async timePdf(props: PosterProps): Promise<{ bytes: number; times: number[] }> {
    const times: number[] = [];
    let start = performance.now();
    const { size } = await posterPdf(props, {
      onProgress: () => {
        times.push(performance.now() - start);
        start = performance.now();
      },
    });
    return { bytes: size, times };
  },
  /** Gives up after the first sheet; answers how many were made and how the promise ended. */
  async cancelledPdf(props: PosterProps): Promise<{ sheets: number; reason: string }> {
    const cancel = new AbortController();
    let sheets = 0;
    try {
      await posterPdf(props, {
        dpi: 72,
        signal: cancel.signal,
        onProgress: (done) => {
          sheets = done;
          cancel.abort();
        },
      });
      return { sheets, reason: 'none' };
    } catch (error) {
      return { sheets, reason: error instanceof Error ? error.name : String(error) };
    }
  },
  async images(props: PosterProps, dpi: number): Promise<string[]> {
    const files = await posterImages(props, { dpi });
    return Promise.all(files.map(base64Of));
  },
};

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

declare global {
  interface Window {
    posterPage: typeof posterPage;
  }
}
window.posterPage = posterPage;
