import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { DECODERS, decodeCodes } from '../poster/decode-code.ts';
import { rasterise } from '../poster/grey-image.ts';
import playwrightConfig from './playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  type RealServer,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';

const data = temporaryDirectory();
let server: RealServer;
let publicUrl: string;
/** Found by the first phone. */
let posterUrl: string | undefined;

test.beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
});
test.afterAll(async () => {
  await server.stop();
  data.remove();
});

test('没有信号也能存成PDF，打印店印出来码扫得出；办理情况里记着', async ({ browser }) => {
  const { page, complaints } = await posterPage(browser);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText(/共1页 A4/).waitFor();
  await page.getByRole('button', { name: '存成文件' }).click();
  await page.getByRole('button', { name: '存成PDF文件' }).click();
  await expect(page.getByText(/做好了：1个文件/)).toBeVisible();
  await expect(page.getByText('上面有村民姓名')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '存到手机' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/第一次公示\.pdf$/);
  const file = join(data.path, 'shop.pdf');
  await download.saveAs(file);
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(facts).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
  const [sheet] = rasterise(readFileSync(file), 150);
  for (const decoder of DECODERS)
    expect(sheet && (await decodeCodes(sheet, decoder))).toEqual([
      expect.stringContaining('/V/6PVWZ458/'),
    ]);

  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByText(/存成PDF，1页A4/)).toBeVisible();
  // with no signal the app says so itself; the browser's word for a failed request is no fault
  expect(complaints().filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await page.context().close();
});

test('存成图片，能分享的手机直接发微信', async ({ browser }) => {
  const { page, complaints } = await posterPage(browser, {}, 'shares');
  await page.getByRole('button', { name: '存成文件' }).click();
  await page.getByRole('button', { name: '存成图片' }).click();
  await page.getByRole('button', { name: /发送/ }).click();
  await expect(page.getByText('已发送')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
    expect.stringMatching(/第一次公示-1-1\.png$/),
  ]);
  expect(complaints()).toEqual([]);
  await page.context().close();
});

test('浏览器说能发却不肯发时，还可以存到手机', async ({ browser }) => {
  const { page } = await posterPage(browser, {}, 'refuses');
  await page.getByRole('button', { name: '存成文件' }).click();
  await page.getByRole('button', { name: '存成PDF文件' }).click();
  await page.getByRole('button', { name: /发送/ }).click();
  await expect(page.getByText('浏览器不肯发送')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '存到手机' }).click();
  await downloading;
  await page.context().close();
});

test('做到一半可以不做了', async ({ browser }) => {
  const { page } = await posterPage(browser);
  // a phone so slow that a person has time to think better of it
  await page.evaluate(() => {
    const decode = HTMLImageElement.prototype.decode;
    HTMLImageElement.prototype.decode = async function () {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return decode.call(this);
    };
  });
  await page.getByRole('button', { name: '存成文件' }).click();
  await page.getByRole('button', { name: '存成PDF文件' }).click();
  await page.getByRole('button', { name: '不做了' }).click();
  await expect(page.getByRole('button', { name: '存成图片' })).toBeVisible();
  await expect(page.getByText(/做好了/)).toBeHidden();
  await page.context().close();
});

test('选了大字和A3，纸和字都变大，下次还是这样', async ({ browser }) => {
  const { page } = await posterPage(browser);
  await page.getByText(/字：标准，纸：A4/).click();
  await page.getByLabel('大字').check();
  await page.getByLabel('A3').check();
  await expect(page.getByText(/共\d页 A3/)).toBeVisible();
  const [sheet] = rasterise(await page.pdf({ preferCSSPageSize: true }), 72);
  expect(sheet?.width).toBeCloseTo((297 / 25.4) * 72, -1);
  expect(sheet?.height).toBeCloseTo((420 / 25.4) * 72, -1);
  await page.reload();
  await expect(page.getByText(/共\d页 A3/)).toBeVisible();
  await page.context().close();
});

test('手机用英文，贴出来的仍是中文', async ({ browser }) => {
  const { page } = await posterPage(browser, { locale: 'en-US' });
  await expect(page.getByText('1 A4 sheet', { exact: true })).toBeVisible();
  await expect(page.getByText('第 1 页 共 1 页')).toBeVisible();
  await page.context().close();
});

/** The poster page of the demo village's notice in publicity. */
async function posterPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  sharing: 'none' | 'shares' | 'refuses' = 'none',
): Promise<{ page: Page; complaints: () => string[] }> {
  const { viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  const context = await browser.newContext({
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
    ...options,
  });
  await context.addInitScript(pretendSharing, sharing);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(enrolmentLink(server.output(), '审核人'));
  await page.getByRole('button', { name: /是我，开始使用|Yes|start/i }).click();
  await page.locator('main ul a').filter({ hasText: '第一次公示' }).first().waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  if (posterUrl === undefined) {
    await page.locator('main ul a').filter({ hasText: '公示中' }).first().click();
    await page.getByRole('link', { name: '打印张贴件' }).click();
    await page.waitForURL(/\/poster$/);
    posterUrl = page.url();
  } else {
    await page.goto(posterUrl);
  }
  await page.locator('.sheet').first().waitFor();
  return { page, complaints: () => complaints };
}

/** Chromium on a computer has no share sheet to test with. */
function pretendSharing(sharing: 'none' | 'shares' | 'refuses'): void {
  const canShare = sharing !== 'none';
  Object.defineProperty(navigator, 'canShare', { value: () => canShare });
  const share = async ({ files = [] }: ShareData): Promise<void> => {
    if (sharing === 'refuses') throw new DOMException('not now', 'NotAllowedError');
    Reflect.set(
      window,
      'shared',
      files.map((file) => file.name),
    );
  };
  Object.defineProperty(navigator, 'share', { value: share });
}
