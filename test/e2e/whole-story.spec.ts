import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { addDays, todayIn } from '../../src/calendar/index.ts';
import { type Phone, startVillage } from './support/phones.ts';
import { photographOf } from './support/photographs.ts';
import { temporaryDirectory } from './support/real-server.ts';
import { readPdf } from './support/sheets.ts';

/** A phone without signal takes its time, and three of them share one machine. */
const LONG = { timeout: 90_000 };

const today = todayIn(new Date());
const year = today.slice(0, 4);

test('一份公示从起草到存档：三部手机、一个村民，每两步之间都断一次网', async ({ browser }) => {
  test.setTimeout(400_000);
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const reviewer = await village.phone('审核人');
  const supervisor = await village.phone('监督员');
  const villager = await aVillager(browser);

  await test.step('经办人没有信号时起草，提交审核', async () => {
    await drafter.open('/new');
    await expect(drafter.page.getByRole('button', { name: /年度.*贷.*情况公示/ })).toBeVisible();
    drafter.cut();
    await draftLoans(drafter.page);
    await handOver(drafter);
  });

  await test.step('审核人没有信号时批注、退回', async () => {
    const { page } = reviewer;
    await openDuty(reviewer, '等您审核');
    await comment(page, '批注“贷款政策”', '期限请写清楚');
    await comment(page, '批注“年度”', '年度对吗');
    await page.getByRole('button', { name: '退回' }).click();
    await page.getByRole('textbox').fill('请看批注');
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await expect(page.getByText('已退回')).toBeVisible();
    reviewer.restore();
    await reviewer.sent();
  });

  await test.step('经办人在填写的地方看到批注：一条改了，一条核对过不用改', async () => {
    const { page } = drafter;
    await openDuty(drafter, '退回来了');
    await page.getByRole('link', { name: /期限请写清楚/ }).click();
    await page.getByLabel('贷款政策').fill('5万元以下、2年期以内、免担保免抵押。');
    await page
      .getByRole('listitem')
      .filter({ hasText: '年度对吗' })
      .getByRole('button', { name: '已核对，不用改' })
      .click();
    await expect(page.getByRole('listitem').filter({ hasText: '年度对吗' })).toContainText(
      '：已核对，不用改',
    );
    await page.getByRole('button', { name: '填好了，去检查' }).click();
    await expect(page.getByText('已改', { exact: true })).toBeVisible();
    await handOver(drafter);
  });

  const paper = temporaryDirectory();
  const scanned = await test.step('审核人没有信号时公布，当场打印', async () => {
    const { page } = reviewer;
    await openDuty(reviewer, '等您审核');
    await expect(page.getByText('已核对', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '公布' }).click();
    await page.getByRole('link', { name: '打印张贴件' }).click();
    await expect(page.getByText(/共\d+页 A4/)).toBeVisible();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const { codes } = await readPdf(pdf, paper.path);
    const address = (codes[0] ?? '').toLowerCase();
    // whoever scans it before the phone has signal is told so, and is not frightened
    await villager.goto(address);
    await expect(villager.getByRole('heading', { name: /网上还没收到/ })).toBeVisible();
    reviewer.restore();
    await reviewer.sent();
    await villager.goto(address);
    await expect(villager.getByText('核对码相符，是最新的一版')).toBeVisible();
    return address;
  });

  await test.step('经办人张贴，拍照，手机认出贴的是哪一张', async () => {
    const { page } = drafter;
    await drafter.open('/');
    await dutyOn(page, '还没记录张贴').getByRole('link').click(LONG);
    await page.locator('input[type=file]').setInputFiles(await photographOf(page, scanned));
    await expect(page.getByText('二维码核对一致')).toBeVisible(LONG);
    drafter.cut();
    await page.getByLabel('贴在哪里').fill('二组路口公示栏');
    await page.getByRole('button', { name: '记下已张贴' }).click();
    await expect(page.getByText('正在张贴')).toBeVisible();
    drafter.restore();
    await drafter.sent();
  });

  const receipt = await test.step('村民扫码看，提意见', async () => {
    await villager.goto(scanned);
    await villager.getByRole('link', { name: '在网上提意见' }).click();
    await villager.getByLabel('您的意见').fill('贷款是3年以内还，不是2年。');
    await villager.getByRole('button', { name: '提交' }).click();
    await expect(villager.getByRole('heading', { name: '意见收到了' })).toBeVisible();
    return villager.url();
  });

  await test.step('意见到了经办人和监督员的手机', async () => {
    await supervisor.open('/');
    await expect(supervisor.page.getByText(/1条待答复/)).toBeVisible(LONG);
    await drafter.open('/');
    await dutyOn(drafter.page, '等答复').getByRole('link').click(LONG);
    await expect(drafter.page.getByText('贷款是3年以内还，不是2年。')).toBeVisible();
  });

  await test.step('经办人据此修改，审核人公布第2版', async () => {
    const { page } = drafter;
    drafter.cut();
    await page.getByRole('link', { name: '返回' }).click();
    await page.getByRole('button', { name: '修改后重新公布' }).click();
    await page.getByLabel('贷款政策').fill('5万元以下、3年期以内、免担保免抵押。');
    await page.getByRole('button', { name: '填好了，去检查' }).click();
    await handOver(drafter);
    await openDuty(reviewer, '等您审核');
    await reviewer.page.getByRole('button', { name: '公布' }).click();
    await expect(reviewer.page.getByText('第2版')).toBeVisible();
    reviewer.restore();
    await reviewer.sent();
  });

  await test.step('经办人答复，写明因此改了公示', async () => {
    const { page } = drafter;
    // what the reviewer published has arrived when the old sheet is asked to be replaced
    await drafter.open('/');
    await expect(page.getByText('墙上还是旧版')).toBeVisible(LONG);
    await openDuty(drafter, '等答复');
    await page.getByLabel(/^答复/).fill('您说得对，已改为3年以内。');
    await page.getByRole('checkbox', { name: '因为这条意见改了公示（第2版）' }).check();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await expect(page.getByText('已答复')).toBeVisible();
    drafter.restore();
    await expect(page.getByText('还没上传')).toHaveCount(0, LONG);
  });

  await test.step('村民再扫那张旧纸：有更新的一版，改了哪些；凭回执看到答复', async () => {
    await villager.goto(scanned);
    await expect(villager.getByText('后来改过，有更新的一版')).toBeVisible();
    await expect(villager.getByText('比第1版改了哪些')).toBeVisible();
    await expect(villager.locator('del').filter({ hasText: '2' }).first()).toBeVisible();
    await expect(villager.locator('ins').filter({ hasText: '3' }).first()).toBeVisible();
    await villager.goto(receipt);
    await expect(villager.getByText('您说得对，已改为3年以内。')).toBeVisible();
    await expect(villager.getByText('根据这条意见改了公示，见第2版。')).toBeVisible();
  });

  await test.step('监督员看到按时、有张贴的证明；没有信号时看到上次的情况', async () => {
    const { page } = supervisor;
    await supervisor.open('/supervision');
    await expect(page.getByText('1个村，已公开1个')).toBeVisible(LONG);
    supervisor.cut();
    await supervisor.open('/supervision');
    await expect(page.getByText('现在没有信号，取不到最新情况。')).toBeVisible(LONG);
    await page.getByRole('button', { name: /^东升村 精准扶贫贷款：按时$/ }).click();
    const behind = page.getByRole('dialog');
    await behind.getByRole('link', { name: /贷/ }).click();
    await expect(page.getByText('第1版贴在“二组路口公示栏”')).toBeVisible(LONG);
    await expect(page.getByText('二维码核对一致')).toBeVisible();
    await expect(page.getByText('贷款是3年以内还，不是2年。')).toBeVisible();
    await expect(page.getByText('（公示改为第2版）')).toBeVisible();
  });

  await villager.context().close();
  await village.end();
  paper.remove();
});

/** Whatever opens the code of a sheet: no script, no account, nothing kept. */
async function aVillager(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    locale: 'zh-CN',
  });
  return context.newPage();
}

/** Fills in the yearly notice of a village where nobody took a loan. */
async function draftLoans(page: Page): Promise<void> {
  await page.getByRole('button', { name: /年度.*贷.*情况公示/ }).click();
  await page.getByRole('textbox', { name: '年度' }).fill(year);
  await page.getByLabel('贷款政策').fill('5万元以下、免担保免抵押。');
  await page
    .getByRole('group', { name: /有农户贷款吗/ })
    .getByLabel('否')
    .check();
  await page.getByLabel('落款日期').fill(today);
  await page.getByLabel('公示开始日期').fill(addDays(today, 1));
  await page.getByLabel('村民委员会电话').fill('0458-0000001');
  await page.getByLabel('镇人民政府电话').fill('0458-0000002');
  await page.getByRole('button', { name: '填好了，去检查' }).click();
}

/** Hands the notice that is open over to the reviewer; what was done travels when signal returns. */
async function handOver(phone: Phone): Promise<void> {
  await phone.page.getByRole('button', { name: '提交审核' }).click();
  await expect(phone.page.getByText('待审核')).toBeVisible();
  phone.restore();
  await phone.sent();
}

/** Opens what waits on the first screen, and loses the signal there. */
async function openDuty(phone: Phone, words: string): Promise<void> {
  await phone.open('/');
  const duty = phone.page.getByRole('article').filter({ hasText: words }).filter({ hasText: /贷/ });
  await expect(duty).toBeVisible(LONG);
  phone.cut();
  await duty.getByRole('link').click();
}

/** The card of what is to be done about the notice of this story. */
function dutyOn(page: Page, words: string): Locator {
  return page.getByRole('article').filter({ hasText: words }).filter({ hasText: /贷/ });
}

async function comment(page: Page, button: string, text: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: '记下批注' }).click();
  await expect(page.getByText(text)).toBeVisible();
}
