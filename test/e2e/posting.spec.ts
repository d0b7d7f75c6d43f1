import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { EXAMPLE_PATH, type Phone, startVillage } from './support/phones.ts';
import { photographOf } from './support/photographs.ts';

test('没有信号也能记下张贴：照片变小、去掉位置、认出是哪一张；来了信号自己传上去，村民看得到', async () => {
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const { page } = drafter;
  const address = `${village.publicUrl}/v/230717100200/DEM0N0TCE1`;

  // the first screen asks for it; the record is made without signal
  await drafter.open('/');
  const duty = page.getByRole('article').filter({ hasText: '还没记录张贴' });
  await expect(duty).toBeVisible();
  const code = await checkCodeOn(drafter);
  await drafter.open(`${EXAMPLE_PATH}/posting`);
  // the reader of codes is fetched once, then everything works without signal
  const photograph = await photographOf(page, `${address}/1-${code}`);
  await page.locator('input[type=file]').setInputFiles(photograph);
  await expect(page.getByText('二维码核对一致')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '不要这张' }).click();
  drafter.cut();
  await page.locator('input[type=file]').setInputFiles(photograph);
  await expect(page.getByText('二维码核对一致')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('贴在哪里').fill('二组路口公示栏');
  await page.getByRole('button', { name: '记下已张贴' }).click();
  await expect(page.getByText('正在张贴')).toBeVisible();
  await expect(page.getByText('已上传0%')).toBeVisible();

  // signal returns: record and photograph travel by themselves
  drafter.restore();
  await drafter.sent();
  await expect
    .poll(async () => (await fetch(address)).text(), { timeout: 60_000 })
    .toContain('photographs/');
  const html = await (await fetch(address)).text();
  expect(html).toContain('二组路口公示栏');
  const src = /src="([^"]+\/photographs\/[0-9a-f]{64}\.jpg)"/.exec(html)?.[1] ?? '';
  const picture = Buffer.from(await (await fetch(village.publicUrl + src)).arrayBuffer());
  expect(picture.length).toBeGreaterThan(10_000);
  expect(picture.length).toBeLessThanOrEqual(300_000);
  expect(picture.includes('GPS')).toBe(false);
  expect(picture.includes('Exif')).toBe(false);

  // the duty is done; the file of the notice tells it and prints on A4
  await drafter.open('/');
  await expect(page.getByRole('heading', { name: '要办的事' })).toBeVisible();
  await expect(duty).toHaveCount(0);
  await drafter.open(`${EXAMPLE_PATH}/record`);
  await expect(page.getByText('第1版贴在“二组路口公示栏”')).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(5_000);

  // its photographs are one file, named by rule, and need no signal where they were taken
  drafter.cut();
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存1张照片（.zip）' }).click(),
  ]);
  expect(zip.suggestedFilename()).toBe('东升村–贫困人口识别–DEM0N0TCE1–张贴照片.zip');
  const packed = readFileSync(await zip.path());
  expect(packed.includes('东升村–贫困人口识别–DEM0N0TCE1–')).toBe(true);
  expect(packed.includes('二组路口公示栏.jpg')).toBe(true);
  expect(packed.includes(picture)).toBe(true);
  drafter.restore();

  // a new revision asks to replace what hangs, and taking the old one down is recorded
  await drafter.open(EXAMPLE_PATH);
  await page.getByRole('button', { name: '修改后重新公布' }).click();
  await page.getByLabel('应到人数').fill('38');
  await page.getByRole('button', { name: '填好了，去检查' }).click();
  await page.getByRole('button', { name: '公布', exact: true }).click();
  await expect(page.getByText('已公布，村民扫码就能看到')).toBeVisible();
  await expect(page.getByText('第2版')).toBeVisible();
  await drafter.open('/');
  await page.getByRole('link', { name: '换上新版' }).click();
  await expect(page.getByText('旧版，要换下')).toBeVisible();
  await page.getByRole('button', { name: '记下已张贴' }).click();
  await expect(page.getByText('正在张贴')).toBeVisible();
  await page.getByRole('button', { name: '记录撤下' }).last().click();
  await page.getByRole('button', { name: '记下已撤下' }).click();
  await expect(page.getByText('已撤下')).toBeVisible();
  await drafter.open('/');
  await expect(page.getByText('今天没有要办的事')).toBeVisible();
  await village.end();
});

test('一张也不拍，照样记得下张贴和撤下', async () => {
  const village = await startVillage();
  const { page, open } = await village.phone('经办人');
  await open(`${EXAMPLE_PATH}/posting`);
  await page.getByRole('button', { name: '记下已张贴' }).click();
  await expect(page.getByText('正在张贴')).toBeVisible();
  await page.getByRole('button', { name: '记录撤下' }).click();
  await page.getByRole('button', { name: '记下已撤下' }).click();
  await expect(page.getByText('已撤下')).toBeVisible();
  await village.end();
});

test('监督员看到各村按时没有，不排名次；点开就到公示和它的档案', async () => {
  const village = await startVillage();
  const { page, open } = await village.phone('监督员');
  await open('/');
  await page.getByRole('link', { name: '看各村公开情况' }).click();
  await expect(page.getByText('1个村，已公开0个')).toBeVisible();
  await page.getByRole('button', { name: '东升村 贫困人口识别：按时' }).click();
  const behind = page.getByRole('dialog');
  await expect(behind.getByText('还没记录张贴')).toBeVisible();
  await behind.getByRole('link', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByRole('heading', { name: '公示档案' })).toBeVisible();
  await open('/supervision');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存成表格' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/各村公开情况\.xlsx$/);
  // another year is looked at, and still is after a reload
  const lastYear = String(new Date().getFullYear() - 1);
  await page.getByLabel('年份').selectOption(lastYear);
  await expect(page).toHaveURL(/year=/);
  await page.reload();
  await expect(page.getByLabel('年份')).toHaveValue(lastYear);
  await village.end();
});

async function checkCodeOn(phone: Phone): Promise<string> {
  await phone.open(EXAMPLE_PATH);
  const line = phone.page.getByText(/核对码 [0-9A-Z]{4} [0-9A-Z]{4}/);
  return ((await line.textContent()) ?? '').trim().slice(-9).replace(' ', '');
}
