import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import playwrightConfig from '../playwright.config.ts';
import { journalsOf, storeFiles } from './browser-store.ts';

/** A whole browser that can be ended as an empty battery ends it, and its one page. */
export interface Killable {
  readonly page: Page;
  /** Ends every process of the browser at once, without a word to any of them. */
  readonly kill: () => Promise<void>;
}

/** What a browser says of its stores, while it runs on a profile. */
const SAYS_MORE = ['--enable-logging=stderr', '--vmodule=*indexed_db*=2,*leveldb*=2,*quota*=1'];

export async function startKillable(profile: string, address: string): Promise<Killable> {
  const { executablePath = chromium.executablePath(), args = [] } =
    playwrightConfig.use?.launchOptions ?? {};
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const log = openSync(logOf(profile), 'a');
  const browserProcess = spawn(
    executablePath,
    [
      ...args,
      ...SAYS_MORE,
      '--headless=new',
      '--accept-lang=zh-CN',
      '--password-store=basic',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      address,
    ],
    // a group of its own, so that one signal reaches all its processes
    { stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  // the databases' files are this process's own: once it has ended, nobody holds or writes them
  const ended = new Promise<void>((resolve) => browserProcess.once('exit', () => resolve()));
  const browser = await connect(portFile, browserProcess);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error('the browser opened no page');
  return {
    page,
    kill: async () => {
      if (browserProcess.pid === undefined) throw new Error('the browser did not start');
      process.kill(-browserProcess.pid, 'SIGKILL');
      await ended;
      await browser.close();
    },
  };
}

/** How a profile's databases stand and what Chromium said of them, for whoever reads a failure. */
export function storeReport(profile: string): string {
  const said = existsSync(logOf(profile)) ? readFileSync(logOf(profile), 'utf8') : '';
  return [
    ...journalsOf(profile).map(({ path, end }) => `${path}: ${end}`),
    ...storeFiles(profile, /^LOG(\.old)?$/).map((path) => `${path}\n${readFileSync(path, 'utf8')}`),
    ...said.split('\n').filter((line) => /indexed_?db|leveldb|corrupt|quota/i.test(line)),
  ].join('\n');
}

const logOf = (profile: string) => join(profile, 'chromium.log');

/** Waits until the browser has written down where it listens. */
async function connect(portFile: string, browserProcess: ChildProcess): Promise<Browser> {
  let port = '';
  await expect
    .poll(
      () => {
        if (browserProcess.exitCode !== null) throw new Error('the browser ended by itself');
        port = existsSync(portFile) ? (readFileSync(portFile, 'utf8').split('\n')[0] ?? '') : '';
        return port;
      },
      { intervals: [20], timeout: 20_000 },
    )
    .toMatch(/^\d+$/);
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
}
