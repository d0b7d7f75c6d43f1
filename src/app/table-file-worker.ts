// not by the room's entry: the worker would carry all templates along
import { readTableFile } from '../spreadsheet/files/read-table-file.ts';
import type { TableFile } from '../spreadsheet/index.ts';

/** Reads one file beside the page, so that a heavy one neither stops the hand nor outlives its time. */
self.onmessage = async (event: MessageEvent<Blob>) => {
  const bytes = new Uint8Array(await event.data.arrayBuffer());
  const answer: TableFile = readTableFile(bytes);
  self.postMessage(answer);
};
