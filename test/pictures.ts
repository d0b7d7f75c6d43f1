/**
 * Makes the README's pictures from the built app and its demo village: `node test/pictures.ts`.
 * All people in them are the demo village's, who are invented.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import playwrightConfig from './e2e/playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './e2e/support/real-server.ts';

const target = join(import.meta.dirname, '..', 'public', 'pictures');
mkdirSync(target, { recursive: true });

const data = temporaryDirectory();
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
const phone = await browser.newContext({
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 1,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
});
const page = await phone.newPage();

await page.goto(enrolmentLink(server.output(), '经办人'));
await page.getByRole('button', { name: '是我，开始使用' }).click();
await page.getByText('公示中').first().waitFor();

await page.getByRole('link', { name: '起草公示' }).click();
await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
await page.getByRole('textbox', { name: '年度' }).fill('2026');
await page.getByRole('button', { name: '添加户' }).click();
await untilHousehold(1);
for (const text of ['1组', '高示范', '2']) {
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}
await untilHousehold(2);
for (const text of ['2组', '林样例']) {
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}
await page.keyboard.insertText('3');
await page.getByText('已存在手机上').waitFor();
await page.screenshot({ path: join(target, 'draft.png') });

await page.goto(publicUrl);
await page.locator('main ul a').filter({ hasText: '公示中' }).first().click();
await page.getByRole('link', { name: '打印张贴件' }).click();
await page.getByText(/共\d+页 A4/).waitFor();
const pdf = join(data.path, 'poster.pdf');
await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
const picture = execFileSync('pdftoppm', ['-r', '62', '-f', '1', '-l', '1', '-png', pdf]);
writeFileSync(join(target, 'poster.png'), picture);

await page.goto(`${publicUrl}/v/230717100200`);
await page.locator('a[href*="/v/230717100200/"]').first().click();
await page.screenshot({ path: join(target, 'public-page.png') });

/** The household's panel is open, with the cursor in its first field. */
async function untilHousehold(number: number): Promise<void> {
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading')).toContainText(`第${number}户`);
  await expect(panel.getByLabel('村民小组')).toBeFocused();
}

await browser.close();
await server.stop();
data.remove();
for (const name of ['draft', 'poster', 'public-page']) {
  console.log(
    `${name}.png ${Math.round(readFileSync(join(target, `${name}.png`)).length / 1024)} KB`,
  );
}
