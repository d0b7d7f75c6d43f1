import { expect, type Page, test } from '@playwright/test';
import { startVillage } from './support/phones.ts';

/** Nobody is reminded at night (Beijing time). */
const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
const isDaytime = hour >= 7 && hour < 20;

test('每天提醒：点了才问、一天最多一次、随时关掉', async () => {
  const village = await startVillage();
  const { page, context, open } = await village.phone('经办人');
  const { origin } = new URL(page.url());
  expect(await page.evaluate(() => Notification.permission)).not.toBe('granted');
  const browser = await context.newCDPSession(page);
  await browser.send('Browser.grantPermissions', {
    origin,
    permissions: ['notifications', 'periodicBackgroundSync'],
  });
  await open('/me');
  const card = page.getByRole('region', { name: '每天提醒' });
  await card.getByRole('button', { name: '打开提醒' }).click();
  await expect(card.getByText(/^已打开/)).toBeVisible();
  // the first screen writes down what will be said
  await open('/');
  await expect(page.getByText('还没记录张贴')).toBeVisible();
  await expect.poll(() => foretold(page)).toContain('还没记录张贴');

  const registrationId = await registrationOf(page);
  const wake = () =>
    browser.send('ServiceWorker.dispatchPeriodicSyncEvent', {
      origin,
      registrationId,
      tag: 'village-noticeboard-reminder',
    });
  await browser.send('ServiceWorker.enable');
  await wake();
  await expect.poll(() => told(page), { timeout: 60_000 }).toEqual(isDaytime ? 1 : 0);
  await wake();
  await open('/me');
  await card.getByRole('button', { name: '关掉提醒' }).click();
  await expect(card.getByRole('button', { name: '打开提醒' })).toBeVisible();
  expect(await told(page)).toBeLessThanOrEqual(1);
  expect(await foretold(page)).toBe('{}');
  await village.end();
});

/** What is written down for the coming days. */
async function foretold(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('village-noticeboard');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const asking = database.transaction('kept').objectStore('kept').get('reminders');
    const row = await new Promise<{ value: { forecast: object } } | undefined>(
      (resolve, reject) => {
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      },
    );
    database.close();
    return JSON.stringify(row?.value.forecast ?? {});
  });
}

async function told(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).length;
  });
}

async function registrationOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const id = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return id;
}
