import { expect, test } from '@playwright/test';
import { type Phone, startVillage, type Village } from './support/phones.ts';

let village: Village;
let phone: Phone;

test.beforeEach(async () => {
  village = await startVillage();
  phone = await village.phone('经办人');
  await phone.open('/new');
  await phone.page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(phone.page.getByRole('textbox', { name: '年度' })).toBeVisible();
});

test.afterEach(() => village.end());

test('再加一种文字：不用的人看不到，填了的印在纸上，下一份公示记得村里的话', async () => {
  const { page } = phone;
  const saved = page.getByText('已存在手机上');
  const language = page.getByLabel('再加一种文字');
  await expect(language).toBeHidden();
  await page.getByText('再加一种文字、一句村里的话').click();
  await page.getByLabel(/村里的一句话/).fill('群众利益无小事');
  await expect(saved).toBeVisible();
  await language.selectOption('维吾尔文');
  await expect(saved).toBeVisible();
  const title = page.getByLabel('维吾尔文标题');
  await expect(title).toHaveAttribute('dir', 'rtl');
  await expect(title).toHaveAttribute('lang', 'ug');
  await title.fill('ئۇقتۇرۇش');
  await page.getByLabel('维吾尔文正文').fill('بىرىنچى ئابزاس.\nكىملىك 230717188703120018');
  await page.getByLabel('“户主姓名”的维吾尔文').fill('ئائىلە باشلىقى');
  // an ID number is masked as it is typed, whatever language it stands in
  await expect(page.getByLabel('维吾尔文正文')).not.toHaveValue(/230717188703120018/);
  await expect(saved).toBeVisible();

  await page.getByRole('button', { name: '填好了，去检查' }).click();
  await page
    .getByRole('link', { name: /预览|张贴件/ })
    .first()
    .click();
  const sheet = page.locator('.sheet').first();
  await expect(sheet).toContainText('群众利益无小事');
  await expect(sheet.locator('h2[lang="ug"]')).toHaveText('ئۇقتۇرۇش');
  await expect(sheet.locator('[lang="ug"] [dir="rtl"]').first()).toBeVisible();
  await expect(sheet.locator('th [lang="ug"]').first()).toHaveText('ئائىلە باشلىقى');

  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第二次公示/ }).click();
  await page.getByText('再加一种文字、一句村里的话').click();
  await expect(page.getByLabel(/村里的一句话/)).toHaveValue('群众利益无小事');
  await expect(page.getByLabel('再加一种文字')).toHaveValue('');
});
