import { expect, test } from '@playwright/test';
import { EXAMPLE_PATH, startVillage } from './support/phones.ts';

test('箭头往上，手机的返回键往回，刷新以后还在原处：走过的路都找得回来', async () => {
  const village = await startVillage();
  const { page, open } = await village.phone('经办人');

  // from the catalogue, searched, into an item; the arrow leads back to what was found
  await page.getByRole('link', { name: '目录' }).click();
  const search = page.getByRole('searchbox');
  await search.fill('识别');
  await expect(page).toHaveURL(/find=/);
  await page.getByRole('link', { name: /贫困人口识别/ }).click();
  await expect(page.getByRole('heading', { name: '目录第4项' })).toBeFocused();
  await expect(page).toHaveTitle(/目录第4项/);
  await page.getByRole('link', { name: '返回' }).click();
  await expect(search).toHaveValue('识别');
  await page.reload();
  await expect(search).toHaveValue('识别');

  // a page left half way down is there again, by the phone's own button too
  await search.fill('');
  await expect(page).not.toHaveURL(/find=/);
  const last = page.getByRole('link', { name: '节假日和调休' });
  await last.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => Math.round(scrollY));
  expect(place).toBeGreaterThan(100);
  await last.click();
  await expect(page.getByRole('heading', { name: '节假日和调休' })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: '公开目录' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(place);

  // into a notice by its address: the arrow leads up, and back does not return into it
  await open(`${EXAMPLE_PATH}/posting`);
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page).toHaveURL(new RegExp(`${EXAMPLE_PATH}$`));
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByRole('heading', { name: '要办的事' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '公开目录' })).toBeVisible();

  // all notices are searched by their titles; what for is there again after a reload
  await open('/notices');
  await expect(page.getByText('1份')).toBeVisible();
  await search.fill('退出');
  await expect(page.getByText('没有标题里带“退出”的公示')).toBeVisible();
  await search.fill('第一次 识别');
  await expect(page).toHaveURL(/find=/);
  await page.reload();
  await expect(search).toHaveValue('第一次 识别');
  await page.getByRole('link', { name: /贫困户识别第一次公示/ }).click();
  await expect(page).toHaveURL(new RegExp(`${EXAMPLE_PATH}$`));

  // what a person set for their eyes is there before the first words are
  await open('/me');
  await page.getByLabel('特大').check();
  await page.reload();
  await expect(page.getByLabel('特大')).toBeChecked();
  expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('larger');
  await page.getByRole('link', { name: '首页' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await village.end();
});

test('从一页走到另一页，屏幕上从不空着', async () => {
  const village = await startVillage();
  const { page, open, context } = await village.phone('经办人');
  await page.addInitScript(countEmptyFrames);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const emptyFrames = () => page.evaluate(() => Number(document.documentElement.dataset['empty']));
  const title = page.getByRole('heading', { name: /贫困户识别第一次公示/ });

  await open('/');
  await page.getByRole('link', { name: '打印和张贴' }).click();
  await expect(page.getByRole('heading', { name: '张贴', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '要办的事' })).toBeVisible();
  expect(await emptyFrames()).toBe(0);

  await open(EXAMPLE_PATH);
  await expect(title).toBeVisible();
  await page.getByRole('link', { name: '看修改历史' }).click();
  await expect(page.getByRole('heading', { name: '修改历史' })).toBeFocused();
  await page.goBack();
  await expect(title).toBeVisible();
  expect(await emptyFrames()).toBe(0);
  await village.end();
});

/** Counts on the page's root how many frames had nothing to read in them. Runs in the browser. */
function countEmptyFrames(): void {
  let empty = 0;
  const look = () => {
    // while the file itself is still coming, nobody has drawn anything
    const isHere = document.readyState !== 'loading';
    if (isHere && !document.querySelector('#app h1')) empty += 1;
    document.documentElement.dataset['empty'] = String(empty);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
