import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NoticeContent } from '../../../src/notice/index.ts';
import { startChild } from './child-server.ts';
import type { Contestant, Phone } from './contestant.ts';

const BATCH = 100;
const packed = promisify(gzip);

/** Gzipped batches of 100 with fsync and nothing else: no merge, no conflict, no storage. */
export async function theFloor(): Promise<Contestant> {
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-floor-'));
  const server = await startChild(join(import.meta.dirname, 'floor-server.ts'), [directory]);
  let places = 0;
  return {
    name: 'floor',
    port: server.port,
    place: async () => {
      places += 1;
      const path = `/place-${places}`;
      return { phone: async (port) => aPhone(`http://127.0.0.1:${port}${path}`) };
    },
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function aPhone(url: string): Phone {
  const notices: NoticeContent[] = [];
  let waiting: NoticeContent[] = [];
  let taken = 0;
  return {
    write: async (contents) => {
      notices.push(...contents);
      waiting.push(...contents);
    },
    edit: async (count, typed) => {
      waiting = notices.slice(0, count).map((one) => ({
        ...one,
        fields: { ...one.fields, note: typed },
      }));
    },
    sync: async (way) => {
      try {
        while (waiting.length > 0) {
          const body = await packed(JSON.stringify(waiting.slice(0, BATCH)));
          const response = await fetch(url, { method: 'POST', body });
          const told = (await response.json()) as { readonly taken: number };
          waiting = waiting.slice(told.taken);
          taken += told.taken;
        }
        if (way === 'push') return true;
        for (;;) {
          const told: unknown[] = await (await fetch(`${url}?from=${taken}`)).json();
          taken += told.length;
          if (told.length < BATCH) return true;
        }
      } catch {
        return false;
      }
    },
    held: async () => ({ notices: taken, versions: taken }),
    spent: () => ({ storage: 0, away: 0 }),
    end: async () => undefined,
  };
}
