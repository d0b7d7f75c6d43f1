/*
 * Prints how long the installed app takes to show its first rows with no network and 10,000 notices
 * on the phone, and how fast a search in them answers, in a real Chromium whose processor is slowed 4
 * and 8 times (8 is about a cheap phone). Each start is a browser of its own on a profile that was
 * used before. Beside it, in the same run and in turn, a bare page: a service worker, a list of the
 * same 20 rows from a database of 10,000, and no library. Run after `npm run build`:
 * node test/bench/cold-start.ts
 *
 * The app's first rows are those of its last state, as long as that is true; when the program has drawn
 * its own and answers every touch stands beside them.
 *
 * The aims: first rows within 700 ms at 4 times and 1,400 ms at 8 times, an answer within 150 ms at 4.
 */
import { createServer, type Server } from 'node:http';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import playwrightConfig from '../e2e/playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from '../e2e/support/real-server.ts';

const NOTICES = 10_000;
/** So many of them call for something. */
const OPEN = 40;
const STARTS = 5;
const RATES = [4, 8] as const;
/** A browser keeps what it compiled a while after a page was used. */
const SETTLING_MILLISECONDS = 8_000;
const SEARCHED = ['贫困户', '第77', '2026 退出', '没有这样的标题', '9999'];

function openPhone(profile: string): Promise<BrowserContext> {
  const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const median = (values: readonly number[]) => share(values, 0.5);

function say(what: string, value: string): void {
  console.log(`${what.padEnd(58)}${value}`);
}

const ROWS_PAINTED = 'rows painted: ';
const PROGRAM_DREW = 'the program drew: ';

/** Says, in the page itself, when rows are painted, in milliseconds from the start of the page. */
function tellWhenPainted({
  rows,
  painted,
  drew,
}: {
  rows: string;
  painted: string;
  drew: string;
}): void {
  const tellOnce = (words: string, isThere: (row: Element) => boolean) => {
    const row = document.querySelector(rows);
    if (!row || !isThere(row)) return void requestAnimationFrame(() => tellOnce(words, isThere));
    // the frame that holds them, and then that it is drawn
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => console.info(words + performance.now());
      port2.postMessage(0);
    });
  };
  tellOnce(painted, () => true);
  // React marks what it has drawn
  tellOnce(drew, (row) => Object.keys(row).some((name) => name.startsWith('__react')));
}

interface Start {
  readonly rows: number;
  readonly program: number;
}

/** A start of the browser and the page on a profile that was used before; until rows are painted. */
async function coldStart(
  profile: string,
  url: string,
  rows: string,
  rate: number,
  hasProgram: boolean,
): Promise<Start> {
  const phone = await openPhone(profile);
  await phone.setOffline(true);
  const page = phone.pages()[0] ?? (await phone.newPage());
  const session = await phone.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const words = { painted: ROWS_PAINTED, drew: PROGRAM_DREW };
  await page.addInitScript(tellWhenPainted, { rows, ...words });
  // asking the page would cost it time
  const told = async (beginning: string) => {
    const said = await page.waitForEvent('console', (one) => one.text().startsWith(beginning));
    return Number(said.text().slice(beginning.length));
  };
  const all = [told(ROWS_PAINTED), hasProgram ? told(PROGRAM_DREW) : Number.NaN] as const;
  await page.goto(url, { waitUntil: 'commit' });
  const [painted, program] = await Promise.all(all);
  if (rate === 1) await page.waitForTimeout(SETTLING_MILLISECONDS);
  await phone.close();
  return { rows: painted, program };
}

/** Fills the phone: copies of a notice that is there, most of them done with. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(
    async ({ notices, open }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('village-noticeboard');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const stores = ['summaries', 'notices'] as const;
      const all = (name: string) =>
        new Promise<Record<string, unknown>[]>((resolve) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
      const [[summary], [notice]] = await Promise.all([all('summaries'), all('notices')]);
      if (!summary || !notice) throw new Error('nothing to copy');
      const start = Date.UTC(2020, 0, 1);
      for (let from = 0; from < notices; from += 500) {
        const transaction = database.transaction(stores, 'readwrite');
        for (let index = from; index < from + 500; index += 1) {
          const code = `C0LD${String(index).padStart(6, '0')}`;
          const calls = index % Math.floor(notices / open) === 0;
          transaction.objectStore('summaries').put({
            ...summary,
            code,
            title: `东升村${2020 + (index % 7)}年第${index}号贫困户退出公告`,
            touchedAt: new Date(start + index * 3_600_000).toISOString(),
            stage: calls ? 'draft' : 'settled',
            standing: calls ? 'unpublished' : 'published',
            waiting: 0,
            refused: false,
            lastCall: calls ? '9999-12-31' : '',
            toldOn: `${2020 + (index % 7)}-01-01`,
          });
          transaction.objectStore('notices').put({ ...notice, code });
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
      }
      database.close();
    },
    { notices: NOTICES, open: OPEN },
  );
}

const BARE_PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>bare</title><h1>公示</h1><ul></ul><script>
navigator.serviceWorker.register('/worker.js');
const opening = indexedDB.open('bare', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'code' }).createIndex('touchedAt', 'touchedAt');
opening.onsuccess = () => {
  window.database = opening.result;
  const reading = opening.result.transaction('rows').objectStore('rows').index('touchedAt').openCursor(null, 'prev');
  const list = document.querySelector('ul');
  reading.onsuccess = () => {
    const cursor = reading.result;
    if (!cursor || list.children.length === 20) return;
    const line = document.createElement('li');
    line.textContent = cursor.value.title;
    list.append(line);
    cursor.continue();
  };
};
</script>`;
const BARE_WORKER = `
self.addEventListener('install', (event) => event.waitUntil(caches.open('bare').then((cache) => cache.add('/'))));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(caches.match('/').then((page) => page ?? fetch(event.request))));`;

async function startBare(): Promise<{ readonly server: Server; readonly url: string }> {
  const port = await freePort();
  const server = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isWorker ? BARE_WORKER : BARE_PAGE);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${port}/` };
}

async function fillBare(page: Page): Promise<void> {
  await page.evaluate(async (notices) => {
    const { database } = window as unknown as { database: IDBDatabase };
    const transaction = database.transaction('rows', 'readwrite');
    for (let index = 0; index < notices; index += 1) {
      transaction.objectStore('rows').put({
        code: `C0LD${index}`,
        title: `东升村第${index}号贫困户退出公告`,
        touchedAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
      });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  }, NOTICES);
}

/** From the typed word until the list answers it on the screen, in milliseconds. */
async function searchTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const word of SEARCHED) {
    times.push(
      await page.getByRole('searchbox').evaluate(async (field, typed) => {
        const input = field as HTMLInputElement;
        const said = () => document.querySelector('[role=status] + *, main')?.textContent ?? '';
        const before = said();
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        const start = performance.now();
        setValue?.call(input, typed);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        while (said() === before && performance.now() - start < 5_000) {
          await new Promise(requestAnimationFrame);
        }
        await new Promise(requestAnimationFrame);
        return performance.now() - start;
      }, word),
    );
  }
  return times;
}

const data = temporaryDirectory();
const profile = temporaryDirectory();
const bareProfile = temporaryDirectory();
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
const bare = await startBare();

let phone = await openPhone(profile.path);
let page = phone.pages()[0] ?? (await phone.newPage());
await page.goto(enrolmentLink(server.output(), '经办人'));
await page.getByRole('button', { name: '是我，开始使用' }).click();
await page.getByRole('heading', { name: '我的公示' }).waitFor();
await page.locator('main a[href^="/n/"]').first().waitFor();
await page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  localStorage.setItem('tour-seen', '1');
});
await fill(page);
await page.goto(publicUrl);
await page.getByText(/第9999号/).waitFor();
await phone.close();

phone = await openPhone(bareProfile.path);
page = phone.pages()[0] ?? (await phone.newPage());
await page.goto(bare.url);
await page.evaluate(async () => {
  await navigator.serviceWorker.ready;
});
await page.waitForFunction(() => 'database' in window);
await fillBare(page);
await page.reload();
await page.locator('li').nth(19).waitFor();
await phone.close();
await server.stop();
bare.server.close();

const OURS = 'main li a[href^="/n/"]';
const THEIRS = 'li:nth-child(20)';
for (let start = 0; start < 2; start += 1) {
  await coldStart(profile.path, publicUrl, OURS, 1, true);
  await coldStart(bareProfile.path, bare.url, THEIRS, 1, false);
}
for (const rate of RATES) {
  const ours: Start[] = [];
  const theirs: Start[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    ours.push(await coldStart(profile.path, publicUrl, OURS, rate, true));
    theirs.push(await coldStart(bareProfile.path, bare.url, THEIRS, rate, false));
  }
  const rows = ours.map((start) => start.rows);
  const [app, page] = [median(rows), median(theirs.map((start) => start.rows))];
  say(
    `cold start without network, ${rate} times slower: first rows`,
    `${app.toFixed(0)} ms (${share(rows, 0).toFixed(0)}–${share(rows, 1).toFixed(0)}); bare page ${page.toFixed(0)} ms; ratio ${(app / page).toFixed(2)}`,
  );
  const drawn = median(ours.map((start) => start.program));
  say('… drawn by the program', `${drawn.toFixed(0)} ms`);
}

phone = await openPhone(profile.path);
await phone.setOffline(true);
page = phone.pages()[0] ?? (await phone.newPage());
const session = await phone.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await page.goto(publicUrl);
await page.getByRole('link', { name: /看全部/ }).click();
const opened = Date.now();
await page.getByRole('searchbox').waitFor();
await page.locator('main li a[href^="/n/"]').first().waitFor();
say('all notices, 4 times slower: first rows', `${Date.now() - opened} ms`);
await page.getByRole('searchbox').fill('第9999号');
await page.locator('main li').getByText('第9999号').waitFor();
await page.getByText('1份').waitFor();
say('… until all titles are known', `${Date.now() - opened} ms`);
const times = await searchTimes(page);
say(
  `search in ${NOTICES} titles, 4 times slower`,
  `median ${median(times).toFixed(0)} ms, longest ${share(times, 1).toFixed(0)} ms`,
);
await phone.close();
for (const one of [data, profile, bareProfile]) one.remove();
