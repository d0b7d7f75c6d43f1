import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { aWorkbook, sheetXml, textCell } from '../spreadsheet/builders.ts';
import { type Phone, startVillage, type Village } from './support/phones.ts';
import { temporaryDirectory } from './support/real-server.ts';

const fixture = (name: string) => join(import.meta.dirname, '../spreadsheet/fixtures', name);

let village: Village;
let phone: Phone;

test.beforeEach(async () => {
  village = await startVillage();
  phone = await village.phone('经办人');
  await phone.open('/new');
  await phone.page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await phone.page.getByRole('link', { name: '从表格导入' }).click();
});

test.afterEach(() => village.end());

async function choose(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(fixture(file));
}

/** Pastes as an app does that puts both kinds on the clipboard. */
async function paste(page: Page, content: { html: string; text: string }): Promise<void> {
  await page.getByRole('textbox', { name: /粘贴/ }).evaluate((field, { html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, content);
}

test('没有信号也能导入 LibreOffice 存的表：看清每一栏，改好看不懂的，导入，一步撤回', async () => {
  const { page } = phone;
  phone.cut();
  await choose(page, 'village-list.xlsx');
  await expect(page.getByText('会导入12户')).toBeVisible();
  await expect(page.getByLabel(/^户主/)).toHaveValue('householder');
  await expect(page.getByLabel(/^身份证号码/)).toHaveValue('');
  await expect(page.getByText('这一栏一般不上墙，默认不导入。')).toBeVisible();
  expect(await page.content()).not.toMatch(/\d{15}/);

  // the row that cannot be read is mended here, the rows left out say why
  await expect(page.getByText('“家庭人口数”看不懂：不详')).toBeVisible();
  await page.getByRole('textbox', { name: '家庭人口数' }).fill('2');
  await page.getByText('没有导入的5行').click();
  await expect(page.getByText('合计', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: '导入12户' }).click();

  await expect(page.getByText('共12户')).toBeVisible();
  await expect(page.getByText('家庭人口数合计30人')).toBeVisible();
  await expect(page.getByText('已导入12户')).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('共0户')).toBeVisible();
  await page.getByRole('button', { name: '重做' }).click();
  await expect(page.getByText('共12户')).toBeVisible();
});

test('GB18030 的 CSV 和粘贴的格子都能导入，改过的栏下次还记得', async () => {
  const { page } = phone;
  await choose(page, 'list-gb18030.csv');
  await page.getByRole('button', { name: '导入12户' }).click();
  await expect(page.getByText('共12户')).toBeVisible();
  const table =
    '<table><tr><td>片区</td><td>户主</td><td>人口</td></tr><tr><td>9组</td><td>赵某九</td><td>２</td></tr></table>';
  for (const isRemembered of [false, true]) {
    await page.getByRole('link', { name: '从表格导入' }).click();
    await paste(page, { html: table, text: '' });
    await expect(page.getByLabel(/^片区/)).toHaveValue(isRemembered ? 'group' : '');
    await page.getByLabel(/^片区/).selectOption('村民小组');
    await page.getByRole('button', { name: '导入1户' }).click();
  }
  await expect(page.getByText('共14户')).toBeVisible();
  await page.getByRole('searchbox').fill('赵某九');
  await expect(page.getByRole('link', { name: /赵某九.*9组 · 2人/ })).toHaveCount(2);
  await expect(page.getByText('可能重复（2）').first()).toBeVisible();
});

test('没写单位的金额、隐藏的行、聊天里的名单，导入以前都能看清、能改', async () => {
  const { page } = phone;
  await page.getByRole('textbox', { name: /粘贴/ }).fill('1.赵某一 3人');
  await page.getByRole('button', { name: '读这些字' }).click();
  await expect(page.getByText('会导入1户')).toBeVisible();
  await page.getByRole('button', { name: '导入1户' }).click();
  await expect(page.getByText('家庭人口数合计3人')).toBeVisible();

  await phone.open('/new');
  await page.getByRole('button', { name: /小额信贷/ }).click();
  await page.getByRole('group', { name: '当年有农户贷款吗？' }).getByLabel('是').check();
  await page.getByRole('link', { name: '从表格导入' }).click();
  const rows = ['借款人|贷款金额', '赵某一|50000', '钱某二|2万', '孙某三|30000'].map(
    (line, row) => {
      const cells = line.split('|').map((text, at) => textCell(`${'AB'[at]}${row + 1}`, text));
      return `<row r="${row + 1}"${row === 3 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    },
  );
  await page.locator('input[type=file]').setInputFiles({
    name: '贷款.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(aWorkbook(sheetXml(rows.join('')))),
  });
  await expect(page.getByText('会导入2户')).toBeVisible();
  await expect(page.getByLabel('“贷款额度”的数是按')).toHaveValue('元');
  await page.getByLabel('文件里隐藏的1行也导入').check();
  await page.getByRole('button', { name: '导入3户' }).click();
  await expect(page.getByText('贷款额度合计10万元')).toBeVisible();
});

test('坏文件、假文件、加密的、太大的：两秒内说清楚，草稿不动', async () => {
  const { page } = phone;
  const whole = readFileSync(fixture('village-list.xlsx'));
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024) });
  const encrypted = Buffer.alloc(4096);
  encrypted.set([0xd0, 0xcf, 0x11, 0xe0], 0);
  encrypted.write('EncryptedPackage', 1024, 'utf16le');
  const cases: readonly (readonly [Buffer, RegExp])[] = [
    [Buffer.from(bomb), /太大了/],
    [whole.subarray(0, 3_000), /文件坏了/],
    [encrypted, /加了密码/],
    [readFileSync(fixture('village-list.xls')), /老格式.*另存为 \.xlsx/],
    [readFileSync(fixture('village-list.ods')), /\.ods.*另存为 \.xlsx/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /不是表格文件/],
    [Buffer.from('赵某一,3\r\n'.repeat(60_000)), /行数太多/],
  ];
  for (const [buffer, words] of cases) {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '名单.xlsx', mimeType: 'application/octet-stream', buffer });
    await expect(page.getByRole('alert')).toHaveText(words, { timeout: 2_000 });
    await expect(page.getByRole('alert')).toContainText('草稿没有变');
  }
  const folder = temporaryDirectory();
  const large = join(folder.path, '名单.xlsx');
  writeFileSync(large, '');
  truncateSync(large, 50 * 1024 * 1024);
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(page.getByRole('alert')).toHaveText(/太大了/, { timeout: 2_000 });
  folder.remove();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByText('共0户')).toBeVisible();
});

test('导出的 Excel 能再导入，一户不少', async () => {
  const { page } = phone;
  await choose(page, 'five-hundred.xlsx');
  await page.getByRole('button', { name: '导入500户' }).click();
  await page.getByText('导出', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.locator('input[type=file]').setInputFiles(await download.path());
  await expect(page.getByText('会导入500户')).toBeVisible();
  await page.getByRole('radio', { name: '全部换掉' }).check();
  await page.getByRole('button', { name: '导入500户' }).click();
  await expect(page.getByText('共500户')).toBeVisible();
  await expect(page.getByText('家庭人口数合计1746人')).toBeVisible();
  await expect(page.getByText('已存在手机上')).toBeVisible();

  // the notice's own page saves the same, and what stands outside the list
  await phone.open(new URL(page.url()).pathname.replace(/\/edit$/, ''));
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  const parts = Object.keys(unzipSync(readFileSync(await whole.path())));
  expect(parts).toContain('xl/worksheets/sheet2.xml');
});
