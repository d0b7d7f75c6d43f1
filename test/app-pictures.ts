/**
 * Makes the pictures of the help pages and of the app's entry in a phone's installer from the built
 * app and its demo village: `npm run build && node test/app-pictures.ts`. All people in them are the
 * demo village's, who are invented. WebP of few bytes, since phones keep all of them.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { HelpTopic } from '../src/app/help-topics.ts';
import { createWords, LANGUAGES, type Language, type Say } from '../src/locales/index.ts';
import playwrightConfig from './e2e/playwright.config.ts';
import { EXAMPLE_PATH } from './e2e/support/phones.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './e2e/support/real-server.ts';

const root = join(import.meta.dirname, '..');
/** What a help page shows of the app: the upper part of a phone's screen. */
const HELP = { width: 360, height: 600 };
const PHONE = { width: 360, height: 740 };
const TABLE = join(root, 'test/spreadsheet/fixtures/village-list.xlsx');
const COMPUTER = { width: 1280, height: 800 };

const QUALITY = { installer: 60, help: 40 };
/** Sharp enough to read a button's word, and light on a weak link. */
const HELP_SCALE = 1.25;

const data = temporaryDirectory();
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
let bytes = 0;

const drafter = await enrolled('经办人', PHONE, 2);
await shootNarrow(drafter);
const reviewer = await enrolled('审核人', COMPUTER, 1);
await shootWide(reviewer);
const overseer = await enrolled('监督员', HELP, HELP_SCALE);
await drafter.page.setViewportSize(HELP);
for (const language of LANGUAGES) await shootHelp(language);

await browser.close();
await server.stop();
data.remove();
console.log(`${Math.round(bytes / 1024)} KiB`);

interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A person with a phone or computer of their own, past the first cards. */
async function enrolled(
  role: string,
  viewport: { width: number; height: number },
  deviceScaleFactor: number,
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(enrolmentLink(server.output(), role));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await page.getByText('都已上传').waitFor();
  await page.evaluate(async () => {
    localStorage.setItem('tour-seen', '1');
    localStorage.setItem('install-turned-down', '1');
    await navigator.serviceWorker.ready;
  });
  return { context, page };
}

async function shootNarrow({ page }: Person): Promise<void> {
  await open(page, '/');
  await page.getByText('公示中').first().waitFor();
  await shoot(page, 'public/pictures/app/narrow-home', QUALITY.installer, 2);
  await beginDraft(page, 'zh-CN');
  await shoot(page, 'public/pictures/app/narrow-draft', QUALITY.installer, 2);
  await openPoster(page);
  await shoot(page, 'public/pictures/app/narrow-poster', QUALITY.installer, 2);
}

async function shootWide({ page }: Person): Promise<void> {
  await open(page, '/');
  await page.getByText('公示中').first().waitFor();
  await shoot(page, 'public/pictures/app/wide-home', QUALITY.installer, 1);
  await openPoster(page);
  await shoot(page, 'public/pictures/app/wide-poster', QUALITY.installer, 1);
}

/** One picture for each help page but that of installing, which shows other programs. */
async function shootHelp(language: Language): Promise<void> {
  const { t } = createWords(language);
  for (const { page } of [drafter, overseer]) {
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
  }
  const { page, context } = drafter;
  const keep = (topic: HelpTopic, of = page) =>
    shoot(of, `src/app/help-pictures/${language}/${topic}`, QUALITY.help, HELP_SCALE);
  const keepTop = async (topic: HelpTopic, of = page) => {
    await of.evaluate(() => window.scrollTo(0, 0));
    await keep(topic, of);
  };

  await beginDraft(page, language);
  await keep('draft');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('app.edit.close') })
    .click();
  const draft = new URL(page.url()).pathname;

  await open(page, `${draft}?import=households`);
  await page.locator('input[type=file]').setInputFiles(TABLE);
  await page.getByRole('status').getByText('12').waitFor();
  await keepTop('import');

  await open(page, draft.replace(/\/edit$/, ''));
  await page.locator('#to-fix').waitFor();
  await page.locator('#to-fix').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await keep('review');

  await openPoster(page);
  await keepTop('print');

  await open(page, `${EXAMPLE_PATH}/posting`);
  await page.getByText(t('app.posting.usualBoard')).or(page.locator('input')).first().waitFor();
  await keepTop('post');

  await open(page, `${EXAMPLE_PATH}/objections`);
  await recordObjection(page, t);
  await keepTop('objections');

  await open(page, '/me#backup');
  await page.getByRole('heading', { name: t('app.backup.title') }).waitFor();
  await page
    .getByRole('heading', { name: t('app.backup.title') })
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await keep('backup');

  await context.setOffline(true);
  await open(page, '/');
  await page.getByText(t('app.sync.offline'), { exact: true }).first().waitFor();
  await keepTop('offline');
  await context.setOffline(false);

  await open(overseer.page, '/supervision');
  await overseer.page.getByRole('heading', { name: t('app.supervision.matrix') }).waitFor();
  await keepTop('supervision', overseer.page);
}

/** A new draft with its first household half typed. */
async function beginDraft(page: Page, language: Language): Promise<void> {
  const { t } = createWords(language);
  const named = templateWords(language);
  await open(page, '/new');
  await page.getByRole('button', { name: named('贫困户识别第一次公示') }).click();
  await page.getByRole('textbox', { name: named('年度') }).fill('2026');
  await page.getByRole('button', { name: t('app.edit.addRow', { name: named('户') }) }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  for (const text of ['1组', '高示范']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText('3');
  await page.getByText(t('app.edit.saved')).waitFor();
}

/** What the templates' forms call things in a language; in the first one as they stand. */
function templateWords(language: Language): (text: string) => string {
  const file = join(root, `src/locales/templates/${language}.json`);
  const words = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return (text) => words[text] ?? text;
}

async function recordObjection(page: Page, t: Say): Promise<void> {
  await page.getByText(t('app.objection.record')).first().click();
  await page.getByRole('textbox', { name: t('app.objection.text') }).fill('表里我家少写了一口人。');
  await page
    .getByRole('button', { name: t('app.objection.record') })
    .last()
    .click();
  await page.getByText('表里我家少写了一口人。').first().waitFor();
}

async function openPoster(page: Page): Promise<void> {
  await open(page, `${EXAMPLE_PATH}/poster`);
  await page.locator('.sheet').first().waitFor();
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(publicUrl + path);
}

async function shoot(page: Page, path: string, quality: number, scale: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? PHONE;
  const y = await page.evaluate(() => window.scrollY);
  const shot = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    clip: { x: 0, y, width, height, scale },
  });
  const file = join(root, `${path}.webp`);
  mkdirSync(dirname(file), { recursive: true });
  const picture = Buffer.from(shot.data, 'base64');
  writeFileSync(file, picture);
  bytes += picture.length;
  console.log(`${path} ${(picture.length / 1024).toFixed(1)} KiB`);
}
