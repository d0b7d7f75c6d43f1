import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { addDays, formatChinese, todayIn } from '../../src/calendar/index.ts';
import playwrightConfig from './playwright.config.ts';
import { startCuttableNetwork } from './support/cuttable-network.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';
import { readPdf, withoutSpace } from './support/sheets.ts';

/** Invented people: surnames and given names that together name nobody in particular. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '春生|秀兰|德福|桂英|长顺|玉梅|永年|丽华|广田|凤霞';
const households = Array.from({ length: 30 }, (_, index) => ({
  group: `${(index % 6) + 1}组`,
  householder: `${SURNAMES[index % SURNAMES.length]}${GIVEN.split('|')[index % 10]}${index >= 20 ? '甲' : ''}`,
  size: String((index % 5) + 1),
}));

const today = todayIn(new Date());
const firstDay = addDays(today, 1);
const lastDay = addDays(today, 7);

async function openPhone(profile: string): Promise<BrowserContext> {
  const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
}

test('村干部没有信号也能起草、打印，来信号后自动上传，村民扫码看到同样的内容', async () => {
  const data = temporaryDirectory();
  const profile = temporaryDirectory();
  const paper = temporaryDirectory();
  let serverPort = await freePort();
  const network = await startCuttableNetwork(() => serverPort);
  const publicUrl = `http://127.0.0.1:${network.port}`;
  const server = await startRealServer({ port: serverPort, dataDirectory: data.path, publicUrl });
  serverPort = server.port;
  const drafterLink = enrolmentLink(server.output(), '经办人');

  // load the app once, with signal
  let phone = await openPhone(profile.path);
  let page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto(drafterLink);
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(page.getByRole('heading', { name: '我的公示' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect(page.getByText('都已上传')).toBeVisible();

  // cut the network, close everything, open it cold
  network.cut();
  await phone.close();
  phone = await openPhone(profile.path);
  page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto(publicUrl);
  await expect(page.getByRole('heading', { name: '我的公示' })).toBeVisible();

  // draft an identification notice with 30 households
  await page.getByRole('link', { name: '起草公示' }).click();
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page
    .getByLabel('识别标准')
    .fill('农民人均纯收入低于国定标准和省定标准，综合考虑住房、教育、健康等情况');
  await page.getByLabel('应到人数').fill('36');
  await page.getByLabel('实到人数').fill('31');
  await page.getByLabel(/^同意人数/).fill('31');
  await page.getByLabel('不同意人数').fill('0');
  await typeHouseholds(page);
  await page.getByLabel('落款日期').fill(today);
  await page.getByLabel('公示开始日期').fill(firstDay);
  await page.getByLabel('村民委员会电话').fill('0458-0000001');
  await page.getByLabel('镇人民政府电话').fill('0458-0000002');

  // kill the tab in the middle of typing
  const note = page.getByLabel(/其他说明/);
  await note.click();
  const sentence = '示例：本公示所列人员均为虚构，只用来试验软件，不涉及任何真实的人。'.repeat(3);
  const typed: { character: string; at: number }[] = [];
  let killedAt = 0;
  const session = await phone.newCDPSession(page);
  for (const character of sentence) {
    await page.keyboard.insertText(character);
    typed.push({ character, at: Date.now() });
    await page.waitForTimeout(20);
    if (typed.length === 70) {
      killedAt = Date.now();
      void session.send('Page.crash').catch(() => undefined);
      break;
    }
  }
  const surely = typed.filter(({ at }) => at < killedAt - 500).map(({ character }) => character);
  expect(surely.length).toBeGreaterThan(20);
  page = await phone.newPage();
  await page.goto(publicUrl);
  await page
    .getByRole('link', { name: /贫困户识别第一次公示/ })
    .first()
    .click();
  await page.getByRole('link', { name: '继续填写' }).click();
  await expect(page.getByLabel(/其他说明/)).toHaveValue(new RegExp(`^${surely.join('')}`));
  await expect(page.getByLabel('镇人民政府电话')).toHaveValue('0458-0000002');
  await expect(page.getByText('共30户')).toBeVisible();
  await page.getByLabel(/其他说明/).fill('示例：本公示所列人员均为虚构。');
  await page.getByRole('button', { name: '填好了，去检查' }).click();

  // preview: a draft is marked as one and carries no code
  await page.getByRole('link', { name: '预览张贴件' }).click();
  await expect(page.getByText('这是草稿')).toBeVisible();
  await page.getByRole('link', { name: '返回' }).click();

  // publish on the phone, still without signal, and print
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '公布' }).click();
  await page.getByRole('link', { name: '打印张贴件' }).click();
  await expect(page.getByText(/共\d+页 A4/)).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const poster = await readPdf(pdf, paper.path);
  expect(poster.size[0]).toBeCloseTo(210, 0);
  expect(poster.size[1]).toBeCloseTo(297, 0);
  expect(new Set(poster.codes).size).toBe(1);
  expect(poster.codes).toHaveLength(poster.pages);
  const [address = ''] = poster.codes;
  expect(address).toMatch(/^HTTP:\/\/127\.0\.0\.1:\d+\/V\/6PVWZ458\/[0-9A-Z]{10}\/1-[0-9A-Z]{8}$/);

  // a villager scans before the phone has had signal: a helpful page, not an error
  const before = await fetch(address.replace(String(network.port), String(serverPort)));
  expect(before.status).toBe(200);
  const beforeText = await before.text();
  expect(beforeText).toContain('东升村');
  expect(beforeText).not.toContain(households[0]?.householder);

  // give the network back: it syncs without a touch
  network.restore();
  await expect
    .poll(
      async () => (await (await fetch(address)).text()).includes(households[0]?.householder ?? ''),
      {
        timeout: 90_000,
      },
    )
    .toBe(true);

  // the same households and words as on the sheet, in order, with plain HTTP and no JavaScript
  const html = await (await fetch(address)).text();
  expect(html).not.toMatch(/<script/i);
  const published = withoutSpace(textOf(html));
  const names = households.map(({ householder }) => householder);
  expectInOrder(published, names);
  expectInOrder(poster.text, names);
  const words = [
    '东升镇东升村2026年贫困户识别第一次公示',
    '全体村民：',
    '根据《扶贫开发建档立卡工作方案》要求，经农户申请、村民代表会议民主评议（应到36人，实到31人，同意31人，不同意0人）、村民委员会和驻村工作队核实，拟将下列30户90人识别为贫困户，现予以公示。',
    '一、识别标准',
    '农民人均纯收入低于国定标准和省定标准，综合考虑住房、教育、健康等情况',
    '二、识别程序',
    '三、识别结果',
    ...names,
    '示例：本公示所列人员均为虚构。',
    `公示期7天，自${formatChinese(firstDay)}至${formatChinese(lastDay)}。`,
    '0458-0000001',
    '0458-0000002',
    '12317',
    '东升村村民委员会',
    formatChinese(today),
  ].map(withoutSpace);
  expectInOrder(poster.text, words);
  expectInOrder(published, words);

  // the address that the sheet carries is judged genuine and current
  expect(published).toContain(address.slice(-8));

  await phone.close();
  await server.stop();
  await network.close();
  for (const directory of [data, profile, paper]) directory.remove();
});

/** Types all households with the keyboard alone: Enter leads to the next field and household. */
async function typeHouseholds(page: Page): Promise<void> {
  await page.getByRole('button', { name: '添加户' }).click();
  for (const [index, { group, householder, size }] of households.entries()) {
    const panel = page.getByRole('dialog');
    await expect(panel.getByRole('heading')).toContainText(`第${index + 1}户`);
    await expect(panel.getByLabel('村民小组')).toBeFocused();
    await page.keyboard.insertText(group);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(householder);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(size);
    if (index < households.length - 1) await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('共30户')).toBeVisible();
}

function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(
      at,
      `“${part}” after position ${from} of:\n${text.slice(from, from + 400)}`,
    ).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

/** The text of a page as a text browser would show it. */
function textOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'");
}
