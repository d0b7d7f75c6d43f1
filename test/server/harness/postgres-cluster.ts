import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL for tests: the one that TEST_DATABASE_URL names, or a temporary one of its own. */
export interface Cluster {
  /** Makes an empty database and gives its address. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are installed; undefined where they are not. */
function programs(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const newest = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a))[0];
  const directory = newest && join(INSTALLED, newest, 'bin');
  return directory && existsSync(join(directory, 'initdb')) ? directory : undefined;
}

/** Whether tests on PostgreSQL can run here. */
export const hasPostgres = Boolean(process.env['TEST_DATABASE_URL']) || programs() !== undefined;

export async function startCluster(): Promise<Cluster> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return clusterAt(given, async () => undefined);

  const bin = programs();
  if (!bin) throw new Error('no PostgreSQL is installed');
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-postgres-'));
  const port = await freePort();
  const owner = unprivilegedUser();
  if (owner) chownSync(directory, owner.uid, owner.gid);
  const data = join(directory, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...owner,
    stdio: 'ignore',
  });
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', directory, ...settings.flatMap((one) => ['-c', one])],
    { ...owner, stdio: 'ignore' },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await reachable(url);
  return clusterAt(url, () => end(server, directory));
}

/** Whom PostgreSQL runs as where tests run as root, which it refuses. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function clusterAt(url: string, stop: () => Promise<void>): Cluster {
  let number = 0;
  return {
    stop,
    createDatabase: async () => {
      number += 1;
      const name = `noticeboard_test_${process.pid}_${number}`;
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.toString();
    },
  };
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await wait(100);
    }
  }
}

async function end(server: ChildProcess, directory: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // PostgreSQL's immediate shutdown: nothing of this is needed again
  server.kill('SIGQUIT');
  await Promise.race([ended, wait(5_000).then(() => server.kill('SIGKILL'))]);
  rmSync(directory, { recursive: true, force: true });
}
