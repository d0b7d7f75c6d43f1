import { useEffect, useRef, useState } from 'react';
import { type PosterProps, posterImages, posterPdf } from '../../poster/index.ts';

export type FileWay = 'pdf' | 'images';

/** How far the making of a poster's files is. */
export type FileMaking =
  | { readonly step: 'idle' }
  | {
      readonly step: 'making';
      readonly way: FileWay;
      readonly done: number;
      readonly count?: number;
    }
  | { readonly step: 'made'; readonly way: FileWay; readonly files: readonly File[] }
  | { readonly step: 'failed'; readonly way: FileWay };

/** Makes the files of a poster on this phone, sheet by sheet; leaving the screen gives it up. */
export function usePosterFiles(poster: PosterProps): {
  readonly making: FileMaking;
  readonly make: (way: FileWay) => Promise<void>;
  readonly giveUp: () => void;
} {
  const [making, setMaking] = useState<FileMaking>({ step: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const make = async (way: FileWay): Promise<void> => {
    const { signal } = renewed(work);
    setMaking({ step: 'making', way, done: 0 });
    const onProgress = (done: number, count: number) =>
      setMaking({ step: 'making', way, done, count });
    try {
      const options = { signal, onProgress };
      const files =
        way === 'pdf' ? [await posterPdf(poster, options)] : await posterImages(poster, options);
      if (!signal.aborted) setMaking({ step: 'made', way, files });
    } catch {
      // given up, or a phone whose memory does not hold a sheet: printing still works
      if (!signal.aborted) setMaking({ step: 'failed', way });
    }
  };
  const giveUp = () => {
    work.current?.abort();
    setMaking({ step: 'idle' });
  };
  return { making, make, giveUp };
}

function renewed(work: { current: AbortController | undefined }): AbortController {
  work.current?.abort();
  const fresh = new AbortController();
  work.current = fresh;
  return fresh;
}
