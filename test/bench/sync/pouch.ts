import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeContent } from '../../../src/notice/index.ts';
import { startChild } from './child-server.ts';
import type { Contestant, Phone } from './contestant.ts';

/** Of the benchmark, not of the project: installed when it runs. */
const PACKAGES = [
  'pouchdb-core@9.0.0',
  'pouchdb-adapter-http@9.0.0',
  'pouchdb-adapter-memory@9.0.0',
  'pouchdb-adapter-leveldb@9.0.0',
  'pouchdb-replication@9.0.0',
  'pouchdb-mapreduce@9.0.0',
  'express-pouchdb@4.2.0',
  'express@4.22.3',
];

interface Document {
  readonly _id: string;
  readonly _rev?: string;
  readonly content?: NoticeContent;
}

interface Pouch {
  readonly bulkDocs: (documents: readonly Document[]) => Promise<unknown>;
  readonly allDocs: (options: object) => Promise<{ rows: { id: string; doc: Document }[] }>;
  readonly destroy: () => Promise<unknown>;
}

interface Pouches {
  new (name: string, options?: object): Pouch;
  readonly plugin: (plugin: unknown) => Pouches;
  readonly replicate: (from: Pouch, to: Pouch) => Promise<unknown>;
}

/** PouchDB on both sides; undefined, with the reason printed, where it cannot be installed. */
export async function pouch(): Promise<Contestant | undefined> {
  const packages = mkdtempSync(join(tmpdir(), 'noticeboard-pouch-'));
  const data = join(packages, 'data');
  const remove = () => rmSync(packages, { recursive: true, force: true });
  try {
    writeFileSync(join(packages, 'package.json'), '{"private":true}');
    const given = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...PACKAGES];
    execFileSync('npm', given, { cwd: packages, stdio: 'pipe', timeout: 180_000 });
    execFileSync('mkdir', ['-p', data]);
    return await installed(packages, data, remove);
  } catch (error) {
    remove();
    console.log(`PouchDB cannot be installed, so it is not measured: ${String(error)}`);
    return undefined;
  }
}

async function installed(packages: string, data: string, remove: () => void): Promise<Contestant> {
  const require = createRequire(join(packages, 'package.json'));
  const pouches: Pouches = require('pouchdb-core');
  for (const name of ['adapter-http', 'adapter-memory', 'replication']) {
    pouches.plugin(require(`pouchdb-${name}`));
  }
  const server = await startChild(join(import.meta.dirname, 'pouch-server.ts'), [packages, data]);
  let places = 0;
  return {
    name: 'PouchDB',
    port: server.port,
    place: async () => {
      places += 1;
      const name = `place-${places}`;
      await fetch(`http://127.0.0.1:${server.port}/${name}`, { method: 'PUT' });
      return { phone: async (port) => aPhone(pouches, `http://127.0.0.1:${port}/${name}`) };
    },
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

/** Keeps connections and unpacks as a browser does; the package's own client for Node does not. */
function asInBrowsers(url: string, request: RequestInit = {}): Promise<Response> {
  const { method = 'GET', headers, body } = request;
  return fetch(url, {
    method,
    headers: [...((headers ?? []) as Iterable<[string, string]>)],
    ...(body ? { body } : {}),
  });
}

let phones = 0;

function aPhone(pouches: Pouches, url: string): Phone {
  phones += 1;
  const here = new pouches(`phone-${phones}`, { adapter: 'memory' });
  const there = new pouches(url, { skip_setup: true, fetch: asInBrowsers });
  let written = 0;
  const all = async () => (await here.allDocs({ include_docs: true })).rows.map(({ doc }) => doc);
  return {
    write: async (contents) => {
      const documents = contents.map((content, index) => ({
        _id: String(written + index).padStart(10, '0'),
        content,
      }));
      written += contents.length;
      await here.bulkDocs(documents);
    },
    edit: async (count, typed) => {
      const documents = (await here.allDocs({ include_docs: true, limit: count })).rows;
      await here.bulkDocs(
        documents.flatMap(({ doc }) => {
          const { content } = doc;
          if (!content) return [];
          const fields = { ...content.fields, note: typed };
          return { ...doc, content: { ...content, fields } };
        }),
      );
    },
    sync: async (way) => {
      try {
        if (way === 'push') await pouches.replicate(here, there);
        else await pouches.replicate(there, here);
        return true;
      } catch {
        return false;
      }
    },
    held: async () => {
      const documents = await all();
      const versions = documents.reduce(
        (sum, { _rev = '0' }) => sum + Number.parseInt(_rev, 10),
        0,
      );
      return { notices: documents.length, versions };
    },
    spent: () => ({ storage: 0, away: 0 }),
    end: async () => {
      await here.destroy();
    },
  };
}
