import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Session, SyncRequest, SyncResponse } from '../../../src/protocol/index.ts';
import { freePort } from './free-port.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The server as it is shipped, built into a directory of its own. */
export interface BuiltServer {
  readonly directory: string;
  readonly remove: () => void;
}

export async function buildServer(): Promise<BuiltServer> {
  // inside the project, so that its packages are found
  const caches = join(ROOT, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const directory = mkdtempSync(join(caches, 'server-test-'));
  await build({
    root: ROOT,
    logLevel: 'silent',
    build: { ssr: 'src/server/main.ts', outDir: join(directory, 'server'), emptyOutDir: false },
  });
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A server in a process of its own. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it printed for people, and for programs. */
  screen = '';
  log = '';
  readonly ended: Promise<number | null>;

  constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.url = url;
    child.stdout?.on('data', (chunk) => {
      this.screen += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      this.log += chunk;
    });
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** The tokens of the links it printed, in their order. */
  get tokens(): string[] {
    return [...this.screen.matchAll(/\/enrol#(\S+)/g)].map((match) => match[1] ?? '');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Enrols a phone with a link's token; gives its cookie. */
  async enrol(token: string): Promise<{ cookie: string; session: Session }> {
    const response = await fetch(`${this.url}/api/enrol`, {
      method: 'POST',
      body: JSON.stringify({ token }),
    });
    if (response.status !== 200) throw new Error(`not enrolled: ${response.status}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { cookie, session: (await response.json()) as Session };
  }

  async sync(cookie: string, request: SyncRequest): Promise<SyncResponse> {
    const response = await fetch(`${this.url}/api/sync`, {
      method: 'POST',
      headers: { cookie },
      body: JSON.stringify(request),
    });
    if (response.status !== 200) throw new Error(`sync: ${response.status}`);
    return (await response.json()) as SyncResponse;
  }
}

/** Starts the built server without waiting for it. */
export async function launch(
  built: BuiltServer,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [join(built.directory, 'server/main.js')], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', ...environment, PORT: port },
    cwd: built.directory,
  });
  return new ServerProcess(child, `http://127.0.0.1:${port}`);
}

/** Starts the built server and waits until it listens. Throws what it said when it ends instead. */
export async function startServer(
  built: BuiltServer,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const server = await launch(built, environment);
  await Promise.race([
    new Promise<void>((resolve) => {
      server.child.stderr?.on('data', () => {
        if (server.log.includes('"listening"')) resolve();
      });
    }),
    server.ended.then(() => {
      throw new Error(`the server ended: ${server.log}`);
    }),
  ]);
  return server;
}
