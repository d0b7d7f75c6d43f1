import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { toBuffer } from 'qrcode';
import {
  type NoticeAddress,
  qrAddress,
  readCheckCode,
  readNoticeCode,
  readNoticePath,
} from '../../src/notice/index.ts';
import { decodeCodes } from '../poster/decode-code.ts';
import { type GreyImage, rasterise } from '../poster/grey-image.ts';
import { writeVideo } from '../poster/write-video.ts';
import playwrightConfig from './playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  type RealServer,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';

type Sheet = Required<NoticeAddress>;

const data = temporaryDirectory();
const files = temporaryDirectory();
let server: RealServer;
let publicUrl: string;
/** A published sheet of the demo village: as printed, and what its code says. */
let paper: GreyImage;
let photograph: string;
let sheet: Sheet;

test.beforeAll(async ({ browser }) => {
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
  const page = await enrolled(browser, '审核人');
  const pdf = await printedPoster(page);
  await page.context().close();
  paper = rasterise(pdf, 150)[0] ?? failed('the poster has a sheet');
  photograph = join(files.path, 'sheet.png');
  const printed = join(files.path, 'sheet.pdf');
  writeFileSync(printed, pdf);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', printed, photograph.slice(0, -4)]);
  const [address = ''] = await decodeCodes(paper);
  const read = readNoticePath(new URL(address).pathname);
  sheet = read?.sheet ? { ...read, sheet: read.sheet } : failed('the sheet has a code');
});
test.afterAll(async () => {
  await server.stop();
  data.remove();
  files.remove();
});

test('照片里的码：先按手机核对，再问服务器；没有信号也能核对', async ({ browser }) => {
  const page = await enrolled(browser, '监督员');
  const complaints = complaintsOn(page);
  await openCheck(page);
  await choose(page, readFileSync(photograph));
  await expect(page.getByRole('heading', { name: /有效：是最新的一版/ })).toBeVisible();
  await expect(page.getByText('刚才问过服务器')).toBeVisible();
  await expect(page.getByText('再对一对纸上的字')).toBeVisible();
  expect(complaints).toEqual([]);

  await page.context().setOffline(true);
  await page.reload();
  await choose(page, readFileSync(photograph));
  await expect(page.getByRole('heading', { name: /有效：是最新的一版/ })).toBeVisible();
  await expect(page.getByText('按这部手机里的公示核对')).toBeVisible();

  // nothing is known of a notice that never came to this phone
  const unknown = { ...sheet, notice: readNoticeCode('ZZZZZZZZZZ') ?? failed('a code') };
  await choose(page, await codeOf(qrAddress(publicUrl, unknown)));
  await expect(page.getByRole('heading', { name: /现在查不到/ })).toBeVisible();
  await page.context().close();
});

test('改过的核对码、别的网站、不相干的码，都说得明白', async ({ browser }) => {
  const page = await enrolled(browser, '监督员');
  await openCheck(page);
  const forged = readCheckCode('ZZZZ9999') ?? failed('a check code');
  const altered = { ...sheet, sheet: { revision: 1, checkCode: forged } };
  await choose(page, await codeOf(qrAddress(publicUrl, altered)));
  await expect(page.getByRole('heading', { name: /与公布的不一样/ })).toBeVisible();

  await choose(page, await codeOf(qrAddress('https://gongshi.example.com', sheet)));
  await expect(page.getByRole('heading', { name: /二维码指向别的网站/ })).toBeVisible();
  await expect(page.getByText('gongshi.example.com')).toBeVisible();

  await choose(page, await codeOf('https://example.com/coupon'));
  await expect(page.getByRole('heading', { name: /不是张贴件的二维码/ })).toBeVisible();

  await choose(page, await codeOf(qrAddress(publicUrl, { ...sheet, notice: unheardOf() })));
  await expect(page.getByRole('heading', { name: /还没有收到这一版/ })).toBeVisible();

  await choose(page, Buffer.from('not a picture'));
  await expect(page.getByText('没有读成')).toBeVisible();
  await page.context().close();
});

test('相机对准墙上的纸，不用点就出结果', async () => {
  const video = join(files.path, 'wall.y4m');
  writeVideo(video, paper, { width: 640, height: 480 });
  const { launchOptions } = playwrightConfig.use ?? {};
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ],
  });
  const page = await enrolled(browser, '监督员');
  await openCheck(page);
  await page.getByRole('button', { name: '打开相机扫码' }).click();
  await expect(page.getByRole('heading', { name: /有效：是最新的一版/ })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('button', { name: '再扫一张' })).toBeVisible();
  await browser.close();
});

test('没有相机时，告诉人还可以用照片', async ({ browser }) => {
  const page = await enrolled(browser, '监督员');
  await openCheck(page);
  await page.getByRole('button', { name: '打开相机扫码' }).click();
  await expect(page.getByRole('alert')).toContainText('从照片里读码');
  await page.context().close();
});

test('改后重新公布：旧纸说过时，打印过的手机提醒换下', async ({ browser }) => {
  const page = await enrolled(browser, '审核人');
  page.on('dialog', (dialog) => void dialog.accept());
  await openNotice(page);
  await page.getByRole('link', { name: '打印张贴件' }).click();
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.getByText('已记下：打印了第1版')).toBeVisible();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByText(/打印，1页A4/)).toBeVisible();

  await page.getByRole('button', { name: '修改后重新公布' }).click();
  await page.getByLabel(/其他说明/).fill('更正：电话有误，已改。');
  await page.getByRole('button', { name: '填好了，去检查' }).click();
  await page.getByRole('button', { name: '公布' }).click();
  await expect(page.getByText(/墙上可能还贴着第1版/)).toBeVisible();

  await openCheck(page);
  await choose(page, readFileSync(photograph));
  await expect(page.getByRole('heading', { name: /过时：有更新的一版/ })).toBeVisible();
  await page.context().close();
});

async function enrolled(browser: Browser, role: string): Promise<Page> {
  const { viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  const context = await browser.newContext({
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  const page = await context.newPage();
  await page.goto(enrolmentLink(server.output(), role));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  // a supervisor's home names the village's notices, everybody else's the person's own
  await page.getByRole('heading', { name: /^(?:我的|东升村的)公示$/ }).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page;
}

/** What the browser complains of on a page, the content policy's complaints among it. */
function complaintsOn(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

async function openNotice(page: Page): Promise<void> {
  await page.goto(publicUrl);
  await page.locator('main ul a').filter({ hasText: '公示中' }).first().click();
}

async function printedPoster(page: Page): Promise<Buffer> {
  await openNotice(page);
  await page.getByRole('link', { name: '打印张贴件' }).click();
  await page.getByText(/共\d+页 A4/).waitFor();
  return page.pdf({ preferCSSPageSize: true });
}

async function openCheck(page: Page): Promise<void> {
  await page.goto(publicUrl);
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('link', { name: '核对张贴件' }).click();
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const picture = { name: 'photograph.png', mimeType: 'image/png', buffer };
  await page.getByLabel('从照片里读码').setInputFiles(picture);
}

function codeOf(text: string): Promise<Buffer> {
  return toBuffer(text, { type: 'png', scale: 8 });
}

function unheardOf(): Sheet['notice'] {
  return readNoticeCode('0123456789') ?? failed('a notice code');
}

function failed(what: string): never {
  throw new Error(what);
}
