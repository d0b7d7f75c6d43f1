import { type Browser, expect, type Page, test } from '@playwright/test';
import { addDays, formatChinese, plainDay, todayIn } from '../../src/calendar/index.ts';
import { startCuttableNetwork } from './support/cuttable-network.ts';
import {
  enrolmentLink,
  freePort,
  type RealServer,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';

const PROVISIONAL = '按周末估算，待国务院放假安排公布后更新';

interface World {
  readonly server: RealServer;
  readonly network: Awaited<ReturnType<typeof startCuttableNetwork>>;
  readonly end: () => Promise<void>;
}

let world: World;

test.beforeEach(async () => {
  const data = temporaryDirectory();
  let port = await freePort();
  const network = await startCuttableNetwork(() => port);
  const publicUrl = `http://127.0.0.1:${network.port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
  port = server.port;
  world = {
    server,
    network,
    end: async () => {
      await server.stop();
      await network.close();
      data.remove();
    },
  };
});
test.afterEach(() => world.end());

/** A phone of its own for a person of this role. */
async function phoneOf(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(enrolmentLink(world.server.output(), role));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect(page.getByText('都已上传')).toBeVisible();
  return page;
}

const openCatalogue = async (page: Page) => {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '目录' })
    .click();
};

/** Pastes a table as a web page, Word or WPS puts it on the clipboard. */
async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.getByLabel('粘贴表格').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    clipboardData.setData('text/plain', '');
    const init = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent('paste', init));
  }, html);
}

test('没有信号也能查目录：公开什么、什么时候、在哪里，看完就起草', async ({ browser }) => {
  const page = await phoneOf(browser, '经办人');
  world.network.cut();
  await page.reload();
  await openCatalogue(page);

  await page.getByRole('radio', { name: '按职责' }).check({ force: true });
  const groups = page.getByRole('heading', { level: 2 });
  await expect(groups.first()).toHaveText('村里要公开');
  const ours = page.getByRole('region', { name: '村里要公开' });
  await expect(ours.getByRole('listitem')).toHaveCount(8);
  await page.getByRole('radio', { name: '按时限' }).check({ force: true });
  await expect(
    page.getByRole('region', { name: '资金分配结果下达后15个工作日内' }).getByRole('listitem'),
  ).toHaveCount(1);

  await page.getByRole('searchbox').fill('分配结果');
  await page.getByRole('link', { name: /财政专项扶贫资金分配结果/ }).click();
  const what = page.getByRole('region', { name: '公开什么' });
  await expect(what).toContainText('资金名称');
  await expect(what).toContainText('分配结果');
  await expect(page.getByRole('region', { name: '什么时候公开' })).toContainText('15个工作日');
  const where = page.getByRole('region', { name: '在哪里公开' });
  await expect(where).toContainText(/目录勾选的渠道.*政府网站/s);
  await expect(where).toContainText(/另外要求.*固定的公示栏.*10天.*指导意见/s);

  await page.getByRole('button', { name: /分配结果公示（单笔）/ }).click();
  await expect(page.getByLabel('资金名称')).toBeVisible();
});

test('期限跨到没有放假安排的年份，先标明是估算；管理员录入通知以后，村里的手机重新算', async ({
  browser,
}) => {
  const page = await phoneOf(browser, '经办人');
  await page.goto(`http://127.0.0.1:${world.network.port}/new`);
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByLabel('信息形成日期').fill('2026-12-15');
  const advice = page.getByRole('status', { name: '公开时限' });
  await expect(advice).toContainText('2027年1月13日');
  await expect(advice).toContainText(PROVISIONAL);
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page.getByRole('button', { name: '填好了' }).click();
  await expect(page.getByRole('region', { name: '公开时限' })).toContainText(PROVISIONAL);
  await page.getByRole('link', { name: '返回' }).click();
  const inList = page.getByRole('link', { name: /贫困户识别第一次公示.*最迟2027年1月13日/s });
  await expect(inList.first()).toContainText(PROVISIONAL);

  const administrator = await phoneOf(browser, '管理员');
  await openCatalogue(administrator);
  await administrator.getByRole('link', { name: '节假日和调休' }).click();
  await administrator.getByLabel('通知全文').fill(NOTICE_OF_2027);
  await administrator.getByRole('button', { name: '读一读' }).click();
  await expect(administrator.getByText('读出1段放假、1天调休上班')).toBeVisible();
  await administrator.getByRole('button', { name: '保存，发给全区县' }).click();
  await expect(administrator.getByText('已保存。')).toBeVisible();
  await expect(administrator.getByText('已录到2027年12月31日')).toBeVisible();

  // one weekend day worked in exchange: the twentieth working day comes a day earlier
  await page.reload();
  const updated = page.getByRole('link', { name: /贫困户识别第一次公示.*最迟2027年1月12日/s });
  await expect(updated.first()).toBeVisible();
  await expect(updated.first()).not.toContainText(PROVISIONAL);
});

test('公示天数不够、最后一天放假，填的时候就提醒', async ({ browser }) => {
  const page = await phoneOf(browser, '经办人');
  await page.goto(`http://127.0.0.1:${world.network.port}/new`);
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  const period = page.getByRole('status', { name: '公示期' });
  await page.getByLabel('落款日期').fill('2026-09-25');
  await page.getByLabel('公示开始日期').fill('2026-09-25');
  await expect(period).toContainText('公示到2026年10月1日');
  await expect(period).toContainText('只有6天，不满7天');
  await expect(period).toContainText('国庆节');
  await expect(period).toContainText('顺延到2026年10月8日');
});

test('缺了目录要求的内容不能公布，除非审核人写明理由，理由印在公示上', async ({ browser }) => {
  const page = await phoneOf(browser, '审核人');
  await page.goto(`http://127.0.0.1:${world.network.port}/new`);
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  const coverage = page.getByRole('region', { name: '目录要求的3项内容，已写1项' });
  await expect(coverage).toContainText('“识别标准”还没写');
  await page.getByRole('button', { name: '填好了' }).click();

  await page.getByRole('button', { name: /不适用.*识别标准/ }).click();
  await page.getByLabel('理由').fill('省定标准正在修订');
  await page.getByRole('button', { name: '保存理由' }).click();
  await expect(page.getByRole('region', { name: '不公开的要素' })).toContainText(
    '“识别标准”：省定标准正在修订',
  );
  await page.getByRole('link', { name: '预览张贴件' }).click();
  await expect(page.getByText('因省定标准正在修订，本次不公开“识别标准”。').first()).toBeVisible();
});

test('别的区县的目录，粘贴进来、改好、保存，村里就能按它起草', async ({ browser }) => {
  const administrator = await phoneOf(browser, '管理员');
  await openCatalogue(administrator);
  await administrator.getByRole('link', { name: '管理目录和节假日' }).click();
  await administrator.getByRole('link', { name: '导入一份目录' }).click();
  await pasteHtml(administrator, SUBSIDIES);
  await expect(administrator.getByText('读出2项')).toBeVisible();

  // one cell is not understood: mended in place
  const doubt = administrator.getByLabel(/第5行，“公开时限”/);
  await doubt.fill('信息形成之日起10个工作日内');
  await doubt.locator('..').getByRole('button', { name: '改好了' }).click();
  await expect(administrator.getByText('每一格都读懂了。')).toBeVisible();

  // what was done is kept when the page is closed in the middle
  await administrator.reload();
  await expect(administrator.getByText('每一格都读懂了。')).toBeVisible();
  await administrator.getByLabel('印发单位').fill('示例区农业农村局');
  await administrator.getByLabel('来源').fill('示例网页');
  await administrator.getByRole('button', { name: '保存这份目录' }).click();
  await expect(administrator.getByText('第1版已保存')).toBeVisible();
  await administrator.getByRole('link', { name: '下一步：让各村用这份目录' }).click();
  await administrator.getByRole('checkbox', { name: /涉农补贴领域/ }).check();
  await administrator.getByRole('button', { name: '保存' }).click();
  await expect(administrator.getByText('已保存。')).toBeVisible();

  const page = await phoneOf(browser, '经办人');
  await page.goto(`http://127.0.0.1:${world.network.port}/new`);
  await expect(page.getByLabel('用哪份目录')).toContainText('涉农补贴领域');
  world.network.cut();
  await page.reload();
  await page.getByLabel('用哪份目录').selectOption({ label: '涉农补贴领域' });
  await page.getByRole('button', { name: /耕地地力保护补贴/ }).click();
  await page.getByLabel('补贴对象').fill('本村有承包地的农户');
  await page.getByRole('button', { name: '填好了' }).click();
  await page.getByRole('link', { name: '预览张贴件' }).click();
  await expect(page.getByText('本村有承包地的农户').first()).toBeVisible();

  world.network.restore();
  await page.goto(`http://127.0.0.1:${world.network.port}/`);
  await expect(page.getByText('都已上传')).toBeVisible({ timeout: 60_000 });
});

test('不是目录的、太大的、坏的，都说清楚', async ({ browser }) => {
  const page = await phoneOf(browser, '管理员');
  await openCatalogue(page);
  await page.getByRole('link', { name: '管理目录和节假日' }).click();
  await page.getByRole('link', { name: '导入一份目录' }).click();
  const file = page.getByLabel('或者选一个文件');
  const load = (name: string, content: string | Buffer) =>
    file.setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
  const says = async (words: string | RegExp, act: () => Promise<unknown>) => {
    await act();
    await expect(page.getByRole('alert')).toContainText(words);
  };

  const row = '<tr><td>1</td><td>张三</td><td>3</td></tr>';
  await says('行数太多', () => pasteHtml(page, `<table>${row.repeat(100_000)}</table>`));
  await says('行数太多', () => load('十万行.csv', '1,某项,某内容\n'.repeat(100_000)));
  await says('引号没有结束', () => load('引号.csv', '序号,公开事项,公开时限\n1,"没有结束'));
  await says('文件坏了', () =>
    load('坏.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)])),
  );
  await says('不是表格', () =>
    load('照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3])),
  );
  await says('没有找到表格', () => load('空.csv', '\n\n'));

  await pasteHtml(page, `<table>${row.repeat(20)}</table>`);
  await expect(page.getByRole('alert')).toContainText('不像公开目录');
  await page.getByRole('button', { name: '换一张表' }).click();
  await expect(page.getByLabel('粘贴表格')).toBeVisible();
});

test('手机日期不对，首页和“我的”都会提醒', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wrong = new Date(Date.now() - 3 * 86_400_000);
  await page.clock.install({ time: wrong });
  await page.goto(enrolmentLink(world.server.output(), '经办人'));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(page.getByRole('alert')).toContainText(
    `手机是${formatChinese(addDays(todayIn(new Date()), -3))}，实际是${formatChinese(todayIn(new Date()))}`,
  );
});

/** An invented notice: New Year's Day and a Saturday worked for it. */
const NOTICE_OF_2027 = `国务院办公厅关于2027年
部分节假日安排的通知
国办发明电〔2026〕99号
经国务院批准，现将2027年元旦放假安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
${formatChinese(plainDay('2026-11-20'))}`;

/** A county's table as Word puts it on the clipboard: a title above, merged cells, a vague time limit. */
const SUBSIDIES = `<html><body>
<p class=MsoNormal>示例区涉农补贴领域基层政务公开标准目录</p>
<table><tr><td rowspan=2>序号</td><td colspan=2>公开事项</td><td rowspan=2>公开内容<br>（要素）</td>
<td rowspan=2>公开依据</td><td rowspan=2>公开时限</td><td rowspan=2>公开主体</td><td rowspan=2>公开渠道和载体</td></tr>
<tr><td>一级事项</td><td>二级事项</td></tr>
<tr><td>1</td><td rowspan=2>惠农补贴</td><td>耕地地力保护补贴</td>
<td><p>·补贴对象</p><p>·补贴标准</p></td><td rowspan=2>《示例补贴办法》</td>
<td>信息形成之日起20个工作日内</td><td rowspan=2>村民委员会</td><td>■村公示栏　□政府网站</td></tr>
<tr><td>2</td><td>农机购置补贴</td><td>·补贴名单</td><td>视情况而定</td><td>■村公示栏　□政府网站</td></tr>
</table></body></html>`;
