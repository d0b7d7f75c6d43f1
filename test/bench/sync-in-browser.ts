/*
 * Prints how long a phone takes to keep 1,000 notices of 5 KB, one after another and all queued at
 * once, beside the bare transactions that take as much; to push them, to push 200 edits, and a
 * second phone to pull both, in a real Chromium whose processor is slowed 4 times, with the built
 * server. First the device's own code alone in a page of the server's; then the whole app with its
 * first screen open, from opening it to the last notice. Run after `npm run build`:
 * node test/bench/sync-in-browser.ts [rounds]
 *
 * The aims at 4 times: save 2.5 s, push 3 s, pull 1.8 s. Saves that are awaited one by one wait for the
 * disk and for the browser's other process once each, which alone is more than the aim.
 */
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { NoticeContent } from '../../src/notice/index.ts';
import playwrightConfig from '../e2e/playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from '../e2e/support/real-server.ts';
import type { InPage } from './sync/in-browser.ts';
import { noticesOf } from './sync/notices.ts';

const rounds = Number(process.argv[2] ?? 3);
const NOTICES = 1_000;
const EDITS = 200;
const BYTES = 5_000;
const RATE = 4;
const PATIENCE = { timeout: 120_000, polling: 20 };

/** The device's code in one file, as small as it ships. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'sync/in-browser.ts'),
        formats: ['iife'],
        name: 'inPage',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  const [file] = first.output;
  return file.code;
}

interface Phone {
  readonly context: BrowserContext;
  readonly end: () => Promise<void>;
}

/** A phone of the drafter's with its app on it, closed. */
async function aPhone(link: string): Promise<Phone> {
  const profile = temporaryDirectory();
  const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  const context = await chromium.launchPersistentContext(profile.path, {
    ...launchOptions,
    bypassCSP: true,
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(link);
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await page.getByText('都已上传').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return {
    context,
    end: async () => {
      await context.close();
      profile.remove();
    },
  };
}

/** A page of the server's that runs nothing but the device's code. */
async function bare(phone: Phone, code: string, rate = RATE): Promise<Page> {
  const page = phone.context.pages()[0] ?? (await phone.context.newPage());
  await page.goto(`${publicUrl}/api/live`);
  await page.addScriptTag({ content: code });
  await slow(page, rate);
  return page;
}

async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

type InWindow = { readonly bench: InPage };

async function save(page: Page, contents: readonly NoticeContent[], awaited: boolean) {
  return page.evaluate(
    ([given, isAwaited]) => (globalThis as unknown as InWindow).bench.save(given, isAwaited),
    [contents, awaited] as const,
  );
}

async function floor(page: Page, contents: readonly NoticeContent[]) {
  return page.evaluate((given) => (globalThis as unknown as InWindow).bench.floor(given), contents);
}

async function sync(page: Page) {
  return page.evaluate(() => (globalThis as unknown as InWindow).bench.sync());
}

async function held(page: Page) {
  return page.evaluate(() => (globalThis as unknown as InWindow).bench.held());
}

const results = new Map<string, number[]>();
const notes = new Map<string, string>();

function note(what: string, milliseconds: number, more = ''): void {
  results.set(what, [...(results.get(what) ?? []), milliseconds]);
  notes.set(what, more);
}

function noteSync(
  what: string,
  { milliseconds, away, requests }: Awaited<ReturnType<typeof sync>>,
) {
  note(what, milliseconds, `${requests} requests; away ${away.toFixed(0)} ms`);
}

/** From opening the app until its database says that all is there. */
async function untilAppHas(phone: Phone, notices: number): Promise<number> {
  const page = phone.context.pages()[0] ?? (await phone.context.newPage());
  await page.goto('about:blank');
  await slow(page, RATE);
  const began = performance.now();
  await page.goto(publicUrl, { waitUntil: 'commit' });
  await page.getByText('都已上传').waitFor(PATIENCE);
  await page.getByText(new RegExp(`看全部${notices}份`)).waitFor(PATIENCE);
  return performance.now() - began;
}

async function oneRound(link: string, code: string, round: number): Promise<void> {
  const contents = noticesOf(BYTES, NOTICES, round);
  const writer = await aPhone(link);
  const reader = await aPhone(link);
  const atWriter = await bare(writer, code);
  const { notices: before } = await held(atWriter);
  note(`bare ${NOTICES} transactions`, await floor(atWriter, contents));
  const half = contents.length / 2;
  // each way saves one half of them, and is told for the whole
  const awaited = await save(atWriter, contents.slice(0, half), true);
  note(`save ${NOTICES} notices one by one`, (awaited * contents.length) / half);
  const queued = await save(atWriter, contents.slice(half), false);
  note(`save ${NOTICES} notices queued`, (queued * contents.length) / half);
  noteSync(`push ${NOTICES} notices`, await sync(atWriter));
  const atReader = await bare(reader, code);
  noteSync(`pull ${NOTICES} notices`, await sync(atReader));
  const edits = [EDITS, `第${round}轮改过`] as const;
  await atWriter.evaluate(
    ([count, typed]) => (globalThis as unknown as InWindow).bench.edit(count, typed),
    edits,
  );
  noteSync(`push ${EDITS} edits`, await sync(atWriter));
  noteSync(`pull ${EDITS} edits`, await sync(atReader));
  const all = await held(atReader);
  if (all.notices !== before + NOTICES || all.waiting > 0) {
    throw new Error(`the second phone has ${all.notices} of ${before + NOTICES} notices`);
  }
  await reader.end();

  // the whole app: first what it has to push, then all that is there on a third phone
  const more = noticesOf(BYTES, NOTICES, round + 1_000);
  const again = await bare(writer, code, 1);
  await save(again, more, false);
  note(`app: open and push ${NOTICES}`, await untilAppHas(writer, before + 2 * NOTICES));
  await writer.end();
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const code = await bundle();
for (let round = 1; round <= rounds; round += 1) {
  const directory = temporaryDirectory();
  const server = await startRealServer({ port, dataDirectory: directory.path, publicUrl });
  try {
    await oneRound(enrolmentLink(server.output(), '经办人'), code, round);
  } finally {
    await server.stop();
    directory.remove();
  }
}
console.log(`Chromium, processor slowed ${RATE} times, ${rounds} rounds, the middle one`);
for (const [what, values] of results) {
  const each = values.map((one) => one.toFixed(0)).join(', ');
  console.log(
    `${what.padEnd(34)}${middle(values).toFixed(0).padStart(6)} ms  (${each})  ${notes.get(what) ?? ''}`,
  );
}
