import {
  FILE_LIMIT,
  type Sheet,
  type TableFile,
  type TableFileProblem,
} from '../spreadsheet/index.ts';

export type FileProblem = TableFileProblem | 'too-slow';
export type ReadFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: FileProblem };

/** No list of a village takes a slow phone this long. */
const LONGEST_MILLISECONDS = 12_000;

/** The tables in a file, read in a worker that is ended when it takes too long. */
export function readFile(file: Blob): Promise<ReadFile> {
  if (file.size > FILE_LIMIT) return Promise.resolve({ ok: false, problem: 'too-large' });
  const worker = new Worker(new URL('./table-file-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ReadFile>((resolve) => {
    const end = (answer: ReadFile) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ ok: false, problem: 'too-slow' }), LONGEST_MILLISECONDS);
    worker.onmessage = (event: MessageEvent<TableFile>) => end(event.data);
    // the file was moved or deleted meanwhile, or memory ran out
    worker.onerror = () => end({ ok: false, problem: 'broken' });
    worker.postMessage(file);
  });
}
