/**
 * Pictures of every page of the built app, in the busy village of invented people, to be looked at
 * one by one: 320, 360, 768 and 1280 px wide, light and dark, Chinese and English, in the larger
 * letters, and the states that a village rarely shows (empty, offline, not enrolled, a fault).
 *   node test/look.ts <folder> [part of a picture's name …]
 * Says which page scrolls sideways.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import playwrightConfig from './e2e/playwright.config.ts';
import { fillVillage } from './e2e/support/busy-village.ts';
import { startGallery } from './e2e/support/gallery.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './e2e/support/real-server.ts';
import { ROUTES, type RoleWord } from './e2e/support/routes.ts';

interface Setting {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly language: 'zh-CN' | 'en';
  readonly size: 'normal' | 'large';
}

const SETTINGS: readonly Setting[] = [
  { width: 360, scheme: 'light', language: 'zh-CN', size: 'normal' },
  { width: 360, scheme: 'dark', language: 'en', size: 'normal' },
  { width: 320, scheme: 'light', language: 'en', size: 'normal' },
  { width: 360, scheme: 'dark', language: 'zh-CN', size: 'large' },
  { width: 768, scheme: 'light', language: 'zh-CN', size: 'normal' },
  { width: 1280, scheme: 'light', language: 'en', size: 'normal' },
  { width: 1280, scheme: 'dark', language: 'zh-CN', size: 'normal' },
];

const [folder = 'app-pictures', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const isWanted = (name: string) => wanted.length === 0 || wanted.some((one) => name.includes(one));

const data = temporaryDirectory();
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl: url });
await fillVillage(url, server.output());
const browser = await chromium.launch(playwrightConfig.use?.launchOptions);

for (const role of ['经办人', '审核人', '监督员', '管理员'] satisfies RoleWord[]) {
  const routes = ROUTES.filter((route) => route.role === role);
  const phone = await newPhone();
  const page = await enrolled(phone, role);
  for (const setting of SETTINGS) {
    const shots = routes.filter(({ name }) => isWanted(nameOf(name, setting)));
    if (shots.length === 0) continue;
    await setUp(page, setting);
    for (const { name, path } of shots) {
      await page.goto(url + path);
      await picture(page, nameOf(name, setting));
    }
  }
  await phone.close();
}
await rareStates();
if (isWanted('gallery')) await galleryPictures();
await browser.close();
await server.stop();
data.remove();

function nameOf(name: string, { width, scheme, language, size }: Setting): string {
  return [name, width, scheme, language, ...(size === 'large' ? ['large'] : [])].join('-');
}

async function newPhone(): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    bypassCSP: true,
  });
}

async function enrolled(phone: BrowserContext, role: RoleWord): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(enrolmentLink(server.output(), role));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await page.getByText('都已上传').first().waitFor();
  return page;
}

async function setUp(page: Page, { width, scheme, language, size }: Setting): Promise<void> {
  await page.setViewportSize({ width, height: width < 700 ? 740 : 800 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(
    ([chosen, letters]) => {
      localStorage.setItem('language', chosen);
      localStorage.setItem('text-size', letters);
      localStorage.setItem('tour-seen', '1');
    },
    [language, size] as const,
  );
}

/** The whole page once it rests: nothing loads, and the frame is there. */
async function picture(page: Page, name: string): Promise<void> {
  await page.locator('main:not([data-opening])').first().waitFor();
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  await page.evaluate(restingPage);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (sideways > 0) console.log(`${name}: scrolls sideways by ${sideways} px`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Resolves when nothing has changed in the page for a moment. Runs in the browser. */
function restingPage(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, 300);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 300);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What is seen by somebody new, out of signal, or when something breaks. */
async function rareStates(): Promise<void> {
  for (const setting of SETTINGS.filter(({ width }) => width === 360)) {
    const named = (name: string) => nameOf(name, setting);
    if (isWanted(named('welcome')) || isWanted(named('enrol'))) {
      const stranger = await newPhone();
      const page = await stranger.newPage();
      await page.goto(url);
      await setUp(page, setting);
      await page.goto(url);
      await picture(page, named('welcome'));
      await page.goto(enrolmentLink(server.output(), '经办人'));
      await page.reload();
      await picture(page, named('enrol'));
      await page.goto(`${url}/enrol#an-invitation-that-nobody-gave`);
      await page.reload();
      await picture(page, named('enrol-used'));
      await stranger.close();
    }
    if (isWanted(named('tour'))) {
      const phone = await newPhone();
      const page = await enrolled(phone, '经办人');
      await setUp(page, setting);
      await page.evaluate(() => localStorage.removeItem('tour-seen'));
      await page.goto(url);
      await picture(page, named('tour'));
      await phone.close();
    }
    if (isWanted(named('offline')) || isWanted(named('empty'))) {
      const phone = await newPhone();
      await phone.route('**/api/sync', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...(await answer.json()), changes: [] } });
      });
      const page = await enrolled(phone, '经办人');
      await setUp(page, setting);
      await page.goto(url);
      await picture(page, named('empty'));
      await phone.unroute('**/api/sync');
      await phone.route('**/api/**', (route) => route.abort());
      await page.goto(url);
      await picture(page, named('offline'));
      await page.goto(`${url}/me`);
      await picture(page, named('offline-me'));
      await page.goto(`${url}/supervision`);
      await picture(page, named('offline-supervision'));
      await phone.close();
    }
  }
}

/** All parts in all states, on a phone and on a desk. */
async function galleryPictures(): Promise<void> {
  const gallery = await startGallery();
  const phone = await newPhone();
  const page = await phone.newPage();
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(gallery.url);
      await page.getByRole('heading', { name: 'Gallery' }).waitFor();
      await picture(page, `gallery-${width}-${scheme}`);
    }
  }
  await phone.close();
  await gallery.end();
}
