import { expect, test } from '@playwright/test';
import { EXAMPLE_PATH, startVillage } from './support/phones.ts';

test('没有信号时念一段公示录下来，有了信号自动上传，村民在网上听得到', async ({ page }) => {
  const village = await startVillage({ hears: true });
  const phone = await village.phone('经办人');
  await phone.open(`${EXAMPLE_PATH}/recording`);
  const app = phone.page;
  await expect(app.getByRole('heading', { name: '念这些字' })).toBeVisible();

  // behind the hill: pause, go on, finish
  phone.cut();
  await app.getByRole('button', { name: '开始录音' }).click();
  await expect(app.getByRole('timer')).toHaveText(/0:(0[2-9]|[1-5]\d)/);
  await app.getByRole('button', { name: '停一停' }).click();
  await expect(app.getByText('停着')).toBeVisible();
  await app.getByRole('button', { name: '接着录' }).click();
  await expect(app.getByRole('timer')).toHaveText(/0:(0[4-9]|[1-5]\d)/);
  await app.getByRole('button', { name: '念完了' }).click();
  await expect(app.getByText(/^第1版的录音，0:/)).toBeVisible();

  // a tab that is closed takes nothing along
  await app.reload();
  await expect(app.getByText('先听一遍，满意再用。')).toBeVisible();
  const own = app.getByLabel('听录音');
  await own.evaluate((audio: HTMLAudioElement) => {
    audio.muted = true;
    return audio.play();
  });
  await expect
    .poll(() => own.evaluate((audio: HTMLAudioElement) => audio.currentTime))
    .toBeGreaterThan(0.5);
  await app.getByRole('button', { name: '用这段' }).click();
  await expect(app.getByText(/等待上传/)).toBeVisible();

  phone.restore();
  await app.reload();
  await expect(app.getByText('已上传，村民在网上可以听。')).toBeVisible({ timeout: 90_000 });
  await expect(app.getByText('网上放的是这段')).toBeVisible();

  // a villager's page fetches nothing of it before they ask, and then plays it
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${village.publicUrl}/v/230717100200/DEM0N0TCE1`);
  const audio = page.getByLabel('听村里人念');
  await expect(audio).toBeVisible();
  expect(fetched).toHaveLength(1);
  await audio.evaluate((element: HTMLAudioElement) => {
    element.muted = true;
    return element.play();
  });
  await expect
    .poll(() => audio.evaluate((one: HTMLAudioElement) => one.currentTime))
    .toBeGreaterThan(0.5);
  await expect(page.getByRole('link', { name: /下载录音/ })).toHaveAttribute(
    'download',
    /公示\.(m4a|webm)$/,
  );
  await village.end();
});
