import { expect, type Page, test } from '@playwright/test';
import { type Phone, startVillage, type Village } from './support/phones.ts';

let village: Village;
let phone: Phone;

test.beforeAll(async () => {
  village = await startVillage();
  phone = await village.phone('经办人');
});

test.afterEach(() => phone.restore());

test.afterAll(() => village.end());

/** Throws the picture away and waits until the page has kept another. */
async function pictureTaken(page: Page): Promise<void> {
  const kept = (isToGo: boolean) =>
    new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('village-noticeboard');
      opening.onsuccess = () => {
        const store = opening.result.transaction('kept', 'readwrite').objectStore('kept');
        if (isToGo) store.delete('firstPicture');
        const reading = store.get('firstPicture');
        reading.onsuccess = () => resolve(reading.result !== undefined);
        opening.result.close();
      };
    });
  await page.evaluate(kept, true);
  // whatever moves on the page has it taken anew
  await page.evaluate(() => document.querySelector('#app')?.append(''));
  await expect.poll(() => page.evaluate(kept, false)).toBe(true);
}

/** From here on the page is only what came with it; gives the way to let the program run again. */
async function stillProgram({ context, page }: Phone): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  return () => session.detach();
}

/** Counts from the start of the next page on how far things jump. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.sum += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

test('没有信号打开，程序还没动，首页已是上次的样子；程序接手时一点不跳', async () => {
  const { page } = phone;
  await page.evaluate(() => localStorage.setItem('tour-seen', '1'));
  await phone.open('/');
  await expect(page.getByText('都已上传')).toBeVisible();
  phone.cut();
  await phone.open('/');
  await expect(page.getByText('没有信号', { exact: true })).toBeVisible();
  const words = await page.getByRole('main').textContent();

  let runAgain = async () => {};
  // an attempt to sync takes the picture away, and the next is taken a second later
  await expect(async () => {
    await runAgain();
    await phone.open('/');
    await pictureTaken(page);
    runAgain = await stillProgram(phone);
    await phone.open('/');
    await expect(page.getByRole('heading', { name: '东升村' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.locator('main a[href^="/n/"]').first()).toBeVisible();
  expect(await page.getByRole('main').textContent()).toBe(words);

  await runAgain();
  const shifts = await countShifts(page);
  await phone.open('/');
  await page.getByRole('button', { name: '把期限存到手机日历' }).click();
  await expect(page.getByRole('heading', { name: '我的公示' })).toBeVisible();
  expect(await shifts()).toBe(0);
});

test('改过一个字，旧样子就不再出现：宁可先空着，也不说过时的话', async () => {
  const { page } = phone;
  await phone.open('/');
  await pictureTaken(page);
  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await expect(page.getByText('已存在手机上')).toBeVisible();

  const runAgain = await stillProgram(phone);
  await phone.open('/');
  await expect(page.getByRole('heading', { name: '村务公示栏' })).toBeVisible();
  await expect(page.getByText('要办的事')).toHaveCount(0);
  await runAgain();
});
