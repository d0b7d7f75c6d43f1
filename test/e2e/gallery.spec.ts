import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startGallery } from './support/gallery.ts';
import { atRest, axeTroubles, fitTroubles, smallTargets } from './support/page-troubles.ts';

test.use({ reducedMotion: 'reduce', serviceWorkers: 'block' });

test('样品页上每个零件的每种状态都看得清、点得准，四种字号都摆得下', async ({ page }) => {
  const gallery = await startGallery();
  await page.goto(gallery.url);
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible({ timeout: 60_000 });
  await atRest(page);
  const troubles: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const contrast of ['no-preference', 'more'] as const) {
      await page.emulateMedia({ colorScheme, contrast });
      // the same part stands here in several states, under one name
      const found = (await axeTroubles(page)).filter((one) => !one.startsWith('landmark-unique'));
      troubles.push(...found.map((one) => `${colorScheme} ${contrast} ${one}`));
    }
  }
  for (const size of ['normal', 'large', 'larger', 'largest']) {
    await page.getByLabel(size, { exact: true }).check();
    troubles.push(...(await fitTroubles(page)).map((one) => `${size} ${one}`));
    const least = size === 'normal' ? 48 : 60;
    troubles.push(...(await smallTargets(page, least)).map((one) => `${size} ${one}`));
  }
  expect(troubles).toEqual([]);
  await gallery.end();
});

test('发布出去的程序里没有样品页', () => {
  const assets = join('dist', 'app', 'assets');
  const holding = readdirSync(assets)
    .filter((name) => /\.(?:js|css)$/.test(name))
    .filter((name) => /SAMP1E0001|gallery/i.test(readFileSync(join(assets, name), 'utf8')));
  expect(holding).toEqual([]);
});
