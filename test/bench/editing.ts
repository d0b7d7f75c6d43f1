/*
 * Prints how fast a notice of 500 households × 4 fields is edited in the built app, in a real
 * Chromium at 360 × 740: cold start without network, keys in the form and in a household's panel,
 * nodes, memory, time until a key is durable, and an .xlsx of 500 rows until its preview. Processor
 * slowed 4 and 8 times (8 is about a cheap phone). Run after `npm run build`:
 * node test/bench/editing.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import playwrightConfig from '../e2e/playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from '../e2e/support/real-server.ts';

const HOUSEHOLDS = 500;
/** So many that the slowest 2 % are more than one key. */
const KEYS = 150;
const workbook = join(import.meta.dirname, '../spreadsheet/fixtures/five-hundred.xlsx');

/** A fixed piece of arithmetic, so that figures from two machines can be compared. */
function calibrate(): number {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < 2e7; index++) sum = (sum * 31 + index) % 1000003;
  return sum < 0 ? 0 : performance.now() - start;
}

function openPhone(profile: string): Promise<BrowserContext> {
  const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
}

async function slow(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** From each key until its picture is ready, in milliseconds, as the page itself sees it. */
async function typeKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - event.timeStamp);
          port2.postMessage(0);
        });
      },
      { capture: true },
    );
  });
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press('abcdefghij'[index % 10] ?? 'a');
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}

/**
 * Notes in each page to come when its first field was on the screen. Who asks from outside asks only
 * every half second.
 */
async function watchForFields(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown = new Promise<number>((resolve) => {
      const look = () => {
        const field = document.querySelector('main :is(input, textarea)');
        if (!field?.getBoundingClientRect().height) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { untilFields: shown });
  });
}

function untilFields(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { untilFields: Promise<number> }).untilFields);
}

/** Tells when IndexedDB has said, of the first write after now with this text in it, that it is durable. */
async function watchForDurable(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { put } = IDBObjectStore.prototype;
    const durable = new Promise<number>((resolve) => {
      IDBObjectStore.prototype.put = function (...row) {
        if (JSON.stringify(row[0]).includes(wanted)) {
          this.transaction.addEventListener('complete', () => resolve(performance.now()));
        }
        return put.apply(this, row);
      };
    });
    let typed = 0;
    document.addEventListener(
      'keydown',
      (event) => {
        typed ||= event.timeStamp;
      },
      { capture: true },
    );
    Object.assign(window, { untilDurable: durable.then((at) => at - typed) });
  }, text);
}

function untilDurable(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { untilDurable: Promise<number> }).untilDurable);
}

async function untilSaved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const isSaved = () => document.body.textContent.includes('已存在手机上');
    while (isSaved() && performance.now() - start < 100) await new Promise(requestAnimationFrame);
    while (!isSaved()) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
}

async function memory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_048_576;
}

function say(what: string, value: string): void {
  console.log(`${what.padEnd(52)}${value}`);
}

const data = temporaryDirectory();
const profile = temporaryDirectory();
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
say('machine: 2e7 steps of arithmetic', `${calibrate().toFixed(0)} ms`);

// a draft with all households in it, and everything the app needs without a network
let phone = await openPhone(profile.path);
let page = phone.pages()[0] ?? (await phone.newPage());
await page.goto(enrolmentLink(server.output(), '经办人'));
await page.getByRole('button', { name: '是我，开始使用' }).click();
await page.getByRole('heading', { name: '我的公示' }).waitFor();
await page.evaluate(async () => {
  await navigator.serviceWorker.ready;
});
await page.goto(`${publicUrl}/new`);
await page
  .getByRole('button', { name: /拟退出贫困户名单公示|拟退出/ })
  .first()
  .click();
await page.getByRole('link', { name: '从表格导入' }).click();
await page.locator('input[type=file]').setInputFiles(workbook);
await page.getByRole('button', { name: `导入${HOUSEHOLDS}户` }).click();
await page.getByText(`共${HOUSEHOLDS}户`).waitFor();
await page.getByText('已存在手机上').waitFor();
const list = page.url();
const form = list.replace(/\?.*$/, '');
await phone.close();
await server.stop();

for (const rate of [4, 8]) {
  console.log(`\nprocessor slowed ${rate} times, no network, ${HOUSEHOLDS} households`);
  phone = await openPhone(profile.path);
  page = phone.pages()[0] ?? (await phone.newPage());
  const session = await slow(page, rate);
  // what a key costs on this machine at this moment with nothing behind it
  await page.setContent('<textarea></textarea>');
  await page.getByRole('textbox').focus();
  const bare = await typeKeys(page);
  say(
    'key in a bare field: 98 %, worst',
    `${share(bare, 0.98).toFixed(0)}, ${share(bare, 1).toFixed(0)} ms`,
  );
  await watchForFields(page);
  await page.goto(form);
  await page.getByRole('textbox').first().waitFor();
  const ready = await untilFields(page);
  say('form ready after a cold start', `${ready.toFixed(0)} ms`);
  say('nodes: form', String(await page.locator('*').count()));
  await page.getByLabel(/其他说明/).focus();
  const inForm = await typeKeys(page);
  say(
    'key in the form: 98 %, worst',
    `${share(inForm, 0.98).toFixed(0)}, ${share(inForm, 1).toFixed(0)} ms`,
  );
  await page.getByText('已存在手机上').waitFor();
  await watchForDurable(page, 'z');
  await page.keyboard.press('z');
  const said = await untilSaved(page);
  say('from a key until it is durable', `${(await untilDurable(page)).toFixed(0)} ms`);
  say('from a key until all of it is saved and said so', `${said.toFixed(0)} ms`);

  await page.goto(list);
  await page.getByRole('list', { name: /名单/ }).getByRole('link').first().waitFor();
  await page.getByRole('list', { name: /名单/ }).getByRole('link').nth(3).click();
  await page.getByRole('dialog').getByLabel('户主姓名').focus();
  const inPanel = await typeKeys(page);
  say(
    'key in a household’s panel: 98 %, worst',
    `${share(inPanel, 0.98).toFixed(0)}, ${share(inPanel, 1).toFixed(0)} ms`,
  );
  say('nodes: list with panel', String(await page.locator('*').count()));
  say('memory: list with panel', `${(await memory(session)).toFixed(1)} MB`);
  await phone.close();
}

phone = await openPhone(profile.path);
page = phone.pages()[0] ?? (await phone.newPage());
await page.goto(list);
await page.getByRole('link', { name: '从表格导入' }).click();
await slow(page, 6);
const bytes = [...readFileSync(workbook)];
const preview = await page.evaluate(async (content) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(content)], '名单.xlsx'));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  const start = performance.now();
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  while (!document.body.textContent.includes('会导入')) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}, bytes);
console.log('\nprocessor slowed 6 times (the page; its worker runs free)');
say(`.xlsx of ${HOUSEHOLDS} rows until its preview`, `${preview.toFixed(0)} ms`);
await phone.close();
for (const directory of [data, profile]) directory.remove();
