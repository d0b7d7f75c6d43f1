import { chromium, expect, type Page, test } from '@playwright/test';
import playwrightConfig from './playwright.config.ts';
import { startCuttableNetwork } from './support/cuttable-network.ts';
import { startKillable, storeReport } from './support/killable.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';

const KILLS = 20;
/** What was typed longer ago than this may never be lost. */
const PROMISED_MILLISECONDS = 500;
/** So many characters at least are older than that when the browser is killed. */
const ENOUGH = 6;
/** Where a person types, in turn. */
const FIELDS = [/其他说明/, '识别标准'] as const;
/** No character stands beside itself, so that one lost anywhere is seen. */
const SENTENCE = '示例本公示所列人员均为虚构只用来试验软件不涉及任何真实的村民';

/**
 * Types until enough stands long enough to be promised, and so much longer; gives each character with
 * the time at which the browser had it.
 */
async function typeOn(page: Page, from: number, longerMilliseconds: number) {
  const typed: { readonly character: string; readonly at: number }[] = [];
  const isEnough = () =>
    (typed[ENOUGH]?.at ?? Number.POSITIVE_INFINITY) <
    Date.now() - PROMISED_MILLISECONDS - longerMilliseconds;
  while (!isEnough()) {
    const character = SENTENCE[(from + typed.length) % SENTENCE.length] ?? '';
    await page.keyboard.insertText(character);
    typed.push({ character, at: Date.now() });
    await page.waitForTimeout(15);
  }
  return typed;
}

// a trace would be of no use after a kill, and takes a third of the time
test.use({ trace: 'off' });
test.setTimeout(240_000);

test(`写着写着浏览器没了，断网${KILLS}次：每次再打开，半秒以前写的字都在`, async () => {
  const data = temporaryDirectory();
  const profile = temporaryDirectory();
  const port = await freePort();
  const network = await startCuttableNetwork(() => port);
  const publicUrl = `http://127.0.0.1:${network.port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });

  const { launchOptions = {} } = playwrightConfig.use ?? {};
  const phone = await chromium.launchPersistentContext(profile.path, {
    ...launchOptions,
    locale: 'zh-CN',
  });
  const first = phone.pages()[0] ?? (await phone.newPage());
  await first.goto(enrolmentLink(server.output(), '经办人'));
  await first.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(first.getByText('都已上传')).toBeVisible();
  await first.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await first.getByRole('link', { name: '起草公示' }).click();
  await first.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(first.getByLabel(FIELDS[0])).toBeVisible();
  const form = first.url();
  network.cut();
  await phone.close();

  const kept = FIELDS.map(() => '');
  const lost: number[] = [];
  let browser = await startKillable(profile.path, form);
  for (let round = 0; round < KILLS; round += 1) {
    const which = round % FIELDS.length;
    const field = browser.page.getByLabel(FIELDS[which] ?? '');
    await field.click();
    await field.press('Control+End');
    const before = await field.inputValue();
    // a different moment between two writes in each round
    const typed = await typeOn(browser.page, before.length, ((round * 7) % 20) * 12);
    const killedAt = Date.now();
    await browser.kill();

    const surely = typed.filter(({ at }) => at < killedAt - PROMISED_MILLISECONDS);
    expect(surely.length).toBeGreaterThanOrEqual(ENOUGH);
    kept[which] = before + surely.map(({ character }) => character).join('');
    const whole = before + typed.map(({ character }) => character).join('');

    browser = await startKillable(profile.path, form);
    for (const [index, name] of FIELDS.entries()) {
      const shown = browser.page.getByLabel(name);
      const least = kept[index] ?? '';
      try {
        await expect(shown, `round ${round + 1}`).toHaveValue(new RegExp(`^${least}`));
      } catch (error) {
        // what explains it is gone with the profile
        console.log(await browser.page.locator('body').textContent(), storeReport(profile.path));
        throw error;
      }
      const value = await shown.inputValue();
      if (index === which) {
        expect(whole.startsWith(value), `only what was typed is there: ${value}`).toBe(true);
        lost.push(whole.length - value.length);
      }
      kept[index] = value;
    }
  }
  console.log(`characters of the last half second lost, round by round: ${lost.join(' ')}`);

  // all of it is on its way too: with signal it goes up without a touch
  network.restore();
  await browser.page.goto(`${publicUrl}/me`);
  await expect(browser.page.getByText('都已上传')).toBeVisible({ timeout: 30_000 });
  await browser.kill();
  await server.stop();
  await network.close();
  for (const directory of [data, profile]) directory.remove();
});
