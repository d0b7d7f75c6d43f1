import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { axeTroubles } from './support/page-troubles.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';
import { readPdf } from './support/sheets.ts';

const BOARD = '/v/230717100200';
const NOTICE = `${BOARD}/DEM0N0TCE1`;

/** Calls itself a photograph and is none. */
const WORDS = Buffer.from('<svg onload="alert(1)"/>');

/** An old phone's narrow screen, in a browser that runs no script. */
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

test('村民不用装软件、不用登记，看公示、提意见，凭回执号看到答复', async ({ page, request }) => {
  const { url, output, end } = await aServer();

  // from the board to the notice
  await page.goto(url + BOARD);
  await expect(page.getByRole('heading', { name: '正在公示' })).toBeVisible();
  await page.getByRole('link', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByRole('rowheader', { name: '高示范' })).toBeVisible();
  await expectNoSidewaysScrolling(page);

  // what is typed survives a form that is not yet right
  await page.getByRole('link', { name: '在网上提意见' }).click();
  await page.getByLabel('您的意见').fill('   ');
  await page.getByLabel('姓名（可不填）').fill('周某九');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('没有提交成功')).toBeVisible();
  await expect(page.getByLabel('姓名（可不填）')).toHaveValue('周某九');
  await page.getByLabel('您的意见').fill('第2户去年买了小汽车，\n请再核实。');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { name: '意见收到了' })).toBeVisible();
  await expect(page.getByText('还没有答复')).toBeVisible();
  const receipt = (await page.locator('.code b').textContent()) ?? '';
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  // the village sees it at its next sync and answers
  const link = enrolmentLink(output(), '经办人');
  await request.post(`${url}/api/enrol`, { data: { token: link.split('#')[1] } });
  const received = await syncObjections(request, url, []);
  expect(received.changes).toMatchObject([
    { objection: { name: '周某九', text: '第2户去年买了小汽车，\n请再核实。' } },
  ]);
  const answer = { kind: 'answer', text: '已入户核实，车是借用的。' };
  await syncObjections(request, url, [
    {
      id: 'answer-0001',
      village: '230717100200',
      notice: 'DEM0N0TCE1',
      objection: receipt.replace('-', ''),
      action: answer,
      at: new Date().toISOString(),
    },
  ]);

  // with the number noted on paper, in whatever way it is typed
  await page.goto(`${url}${NOTICE}/objection`);
  await page.getByLabel('回执号').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: '看答复' }).click();
  await expect(page.getByRole('heading', { name: '您的意见有答复了' })).toBeVisible();
  await expect(page.getByText(answer.text)).toBeVisible();

  // nobody else reads any of it
  await page.goto(url + NOTICE);
  await expect(page.getByText('周某九')).toHaveCount(0);
  await expect(page.getByText('小汽车')).toHaveCount(0);
  await end();
});

test('村民附上照片提意见，村干部在手机上看到照片并答复，村民凭回执看到', async ({
  page,
  browser,
}) => {
  const { url, output, end } = await aServer();
  await page.goto(`${url}${NOTICE}/objection`);
  const photograph = page.getByLabel('照片（可不附）');
  const buffer = await page.screenshot({ type: 'jpeg' });
  // what is typed survives a file that is no photograph, and the form says to choose again
  await page.getByLabel('您的意见').fill('第2户去年买了小汽车。');
  await photograph.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: WORDS });
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('附的不是照片')).toBeVisible();
  await expect(page.getByText('照片要重新选一次')).toBeVisible();
  await expect(page.getByLabel('您的意见')).toHaveValue('第2户去年买了小汽车。');
  await photograph.setInputFiles({ name: '车.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { name: '意见收到了' })).toBeVisible();
  await expect(page.getByText('收到一张')).toBeVisible();

  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    javaScriptEnabled: true,
  });
  const app = await phone.newPage();
  await app.goto(enrolmentLink(output(), '经办人'));
  await app.getByRole('button', { name: '是我，开始使用' }).click();
  await app
    .getByRole('link', { name: /去答复|待答复/ })
    .first()
    .click();
  await expect(app.getByText('第2户去年买了小汽车。')).toBeVisible();
  await app.getByRole('button', { name: /看附的照片/ }).click();
  const picture = app.getByRole('img', { name: '提意见的人附的照片' });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(300);
  await app.getByLabel(/^答复/).fill('已核实，车是借用的。');
  await app.getByRole('button', { name: '答复', exact: true }).click();
  await expect(app.getByText('已答复')).toBeVisible();
  await expect(app.getByText('还没上传')).toHaveCount(0, { timeout: 30_000 });

  await page.reload();
  await expect(page.getByText('已核实，车是借用的。')).toBeVisible();
  await phone.close();
  await end();
});

test('管理员把姓名设成隐去一部分，村民再打开网页就隐去了', async ({ page, browser }) => {
  const { url, output, end } = await aServer();
  await page.goto(url + NOTICE);
  await expect(page.getByRole('rowheader', { name: '高示范' })).toBeVisible();
  const phone = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: true });
  const app = await phone.newPage();
  await app.goto(enrolmentLink(output(), '管理员'));
  await app.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(app.getByText('都已上传')).toBeVisible();
  await app.goto(`${url}/settings?place=230717100200`);
  await app.getByRole('radio', { name: '隐去一部分' }).check();
  await app.getByRole('button', { name: '保存' }).click();
  await expect(app.getByText('已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('rowheader', { name: '高*范' })).toBeVisible();
  await phone.close();
  await end();
});

test('公示栏码打印成一张A4，扫出来就是公示栏的网址', async ({ page }) => {
  const { url, end } = await aServer();
  const paper = temporaryDirectory();
  await page.goto(url + BOARD);
  await page.getByRole('link', { name: '打印张贴用的公示栏码' }).click();
  await expect(page.getByText('手机扫一扫')).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const card = await readPdf(pdf, paper.path);
  expect(card.pages).toBe(1);
  expect(card.size[0]).toBeCloseTo(210, 0);
  expect(card.codes).toEqual([(url + BOARD).toUpperCase()]);
  paper.remove();
  await end();
});

test('没有语音的浏览器不显示念的按钮，文字照样在', async ({ page }) => {
  const { url, end } = await aServer();
  await page.goto(url + NOTICE);
  await page.getByRole('link', { name: '念给我听' }).click();
  await expect(page.getByText('第1户，1组，高示范，家庭人口数2人。')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expectNoSidewaysScrolling(page);
  await end();
});

test('村民看的每一页，中文英文、白天黑夜，读屏都读得通、看得清', async ({ page, browser }) => {
  const { url, end } = await aServer();
  await page.goto(`${url}${NOTICE}/objection`);
  await page.getByLabel('您的意见').fill('第2户去年买了小汽车。');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { name: '意见收到了' })).toBeVisible();
  const receipt = new URL(page.url()).pathname;
  const looked = await browser.newContext({ javaScriptEnabled: true });
  const reader = await looked.newPage();
  const troubles: string[] = [];
  for (const path of [
    ...[BOARD, `${BOARD}/archive`, `${BOARD}/card`],
    ...[NOTICE, `${NOTICE}/listen`, `${NOTICE}/objection`, receipt, `${BOARD}/N0T0NE0000`],
  ]) {
    for (const language of ['zh-CN', 'en']) {
      await reader.goto(`${url}${path}?lang=${language}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await reader.emulateMedia({ colorScheme });
        const found = await axeTroubles(reader);
        troubles.push(...found.map((one) => `${path} ${language} ${colorScheme}: ${one}`));
      }
    }
  }
  expect(troubles).toEqual([]);
  await looked.close();
  await end();
});

test.describe('有中文语音的浏览器', () => {
  test.use({ javaScriptEnabled: true });

  test('一句一句念，念到哪句标到哪句，可以停', async ({ page }) => {
    const { url, end } = await aServer();
    await page.addInitScript(() => {
      const spoken: string[] = [];
      const speech = {
        getVoices: () => [{ lang: 'zh-CN', name: '普通话' }],
        speak: (words: { text: string }) => spoken.push(words.text),
        cancel: () => undefined,
        addEventListener: () => undefined,
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      class Utterance {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
    });
    await page.goto(`${url}${NOTICE}/listen`);
    await page.getByRole('button', { name: '开始念' }).click();
    const marked = page.locator('[aria-current]');
    await expect(marked).toHaveText(/贫困户识别第一次公示/);
    await page.getByRole('button', { name: '下一句' }).click();
    await expect(marked).toHaveText('全体村民：');
    expect(await page.evaluate('window.spoken.at(0)')).toMatch(/^东升镇东升村二零二\S年贫困户/);
    await page.getByRole('button', { name: '停' }).click();
    await expect(marked).toHaveCount(0);
    await end();
  });
});

async function aServer(): Promise<{
  readonly url: string;
  readonly output: () => string;
  readonly end: () => Promise<void>;
}> {
  const data = temporaryDirectory();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
  return {
    url: publicUrl,
    output: server.output,
    end: async () => {
      await server.stop();
      data.remove();
    },
  };
}

interface ToldObjections {
  readonly results: readonly unknown[];
  readonly changes: readonly unknown[];
}

async function syncObjections(
  request: APIRequestContext,
  url: string,
  mutations: readonly unknown[],
): Promise<ToldObjections> {
  const cursors = { '230717100200': 0 };
  const response = await request.post(`${url}/api/sync`, {
    data: {
      protocol: 1,
      sentAt: new Date().toISOString(),
      cursors,
      mutations: [],
      objections: { cursors, mutations },
    },
  });
  expect(response.status()).toBe(200);
  return ((await response.json()) as { objections: ToldObjections }).objections;
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const box = await page.locator('main').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
}
