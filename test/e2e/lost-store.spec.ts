import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { chromium, expect, type Page, test } from '@playwright/test';
import playwrightConfig from './playwright.config.ts';
import { journalsOf, storeDirectory, storeFiles, tearJournal } from './support/browser-store.ts';
import { startCuttableNetwork } from './support/cuttable-network.ts';
import { type Killable, startKillable, storeReport } from './support/killable.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';

const FIELD = /其他说明/;

const endings: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A phone without signal, on which a draft is open, and what can befall its browser. */
async function aPhoneInTheField() {
  const data = temporaryDirectory();
  const profile = temporaryDirectory();
  const port = await freePort();
  const network = await startCuttableNetwork(() => port);
  const origin = `http://127.0.0.1:${network.port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl: origin });
  const { launchOptions = {} } = playwrightConfig.use ?? {};
  const phone = await chromium.launchPersistentContext(profile.path, {
    ...launchOptions,
    locale: 'zh-CN',
  });
  const page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto(enrolmentLink(server.output(), '经办人'));
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(page.getByText('都已上传')).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.getByRole('link', { name: '起草公示' }).click();
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByLabel(FIELD)).toBeVisible();
  const form = page.url();
  network.cut();
  await phone.close();
  let browser: Killable | undefined;
  endings.push(async () => {
    await browser?.kill();
    await server.stop();
    await network.close();
    for (const directory of [data, profile]) directory.remove();
  });
  return {
    profile: profile.path,
    origin,
    restoreSignal: network.restore,
    open: async (): Promise<Page> => {
      browser = await startKillable(profile.path, form);
      return browser.page;
    },
    kill: async () => {
      await browser?.kill();
      browser = undefined;
    },
  };
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel(FIELD).fill(text);
  await expect(page.getByText('已存在手机上')).toBeVisible();
}

/** Waits until the phone holds this text a second time, apart from the database; gives all it holds there. */
async function copyWith(page: Page, text: string): Promise<string> {
  const copies = () =>
    page.evaluate(async () => {
      const cache = await caches.open('second-copy');
      const kept = await Promise.all((await cache.keys()).map((one) => cache.match(one)));
      return (await Promise.all(kept.map((one) => one?.text()))).join();
    });
  await expect.poll(copies, { timeout: 30_000 }).toContain(text);
  return copies();
}

// a trace would be of no use after a kill
test.use({ trace: 'off' });
test.setTimeout(180_000);

test('断电正好断在一条记录中间：再打开、接着写、再断电，前后写的都在', async () => {
  const phone = await aPhoneInTheField();
  await write(await phone.open(), '断电以前写的');
  await phone.kill();
  tearJournal(phone.profile);
  expect(journalsOf(phone.profile)).toContainEqual(expect.objectContaining({ end: 'torn' }));

  const page = await phone.open();
  await expect(page.getByLabel(FIELD)).toHaveValue('断电以前写的');
  await write(page, '断电以前写的，接着又写的');
  // the app has had a new journal begun: no torn end is left
  await expect
    .poll(() => journalsOf(phone.profile).map(({ end }) => end), { timeout: 30_000 })
    .toEqual(['whole']);
  await phone.kill();
  const again = await phone.open();
  await expect(again.getByLabel(FIELD), storeReport(phone.profile)).toHaveValue(
    '断电以前写的，接着又写的',
  );
});

/** Of nobody: the day of birth is long past. */
const ID_NUMBER = '23071718800101008X';
const UNSENT = '还没上传的，230717************';

const LOSSES = {
  被清掉了: (profile: string) => rmSync(storeDirectory(profile), { recursive: true }),
  坏了: (profile: string) => {
    for (const path of storeFiles(profile, /^MANIFEST-/)) writeFileSync(path, 'x'.repeat(64));
  },
};

for (const [what, lose] of Object.entries(LOSSES)) {
  test(`手机里的库${what}：不当新手机，说清楚，没信号也取得回没上传的，有信号就上传`, async () => {
    const phone = await aPhoneInTheField();
    const page = await phone.open();
    await write(page, `还没上传的，${ID_NUMBER}`);
    expect(await copyWith(page, UNSENT)).not.toContain(ID_NUMBER);
    await phone.kill();
    lose(phone.profile);

    const after = await phone.open();
    await expect(after.getByRole('heading', { name: '手机里存的内容没有了' })).toBeVisible();
    await expect(after.getByText('已经上传的都在服务器上')).toBeVisible();
    await expect(after.getByText(/没上传的，手机里另外留了一份：\d+项/)).toBeVisible();
    await after.getByRole('button', { name: /取回来接着用/ }).click();
    await expect(after.getByLabel(FIELD)).toHaveValue(UNSENT);
    phone.restoreSignal();
    await after.goto(`${phone.origin}/me`);
    await expect(after.getByText('都已上传')).toBeVisible({ timeout: 30_000 });
    await after.goto(`${phone.origin}/notices`);
    await expect(after.getByText('贫困户识别第一次公示').first()).toBeVisible();
  });
}

test('手机里的库打不开：不当新手机，也不另建一个，能打开了自己接着用', async () => {
  const phone = await aPhoneInTheField();
  await write(await phone.open(), '打不开也没丢的');
  await phone.kill();
  const [lock = ''] = storeFiles(phone.profile, /^LOCK$/);
  renameSync(lock, `${lock}-kept`);
  mkdirSync(lock);

  const page = await phone.open();
  await expect(page.getByRole('heading', { name: '手机里的存储打不开' })).toBeVisible();
  rmSync(lock, { recursive: true });
  renameSync(`${lock}-kept`, lock);
  await expect(page.getByLabel(FIELD)).toHaveValue('打不开也没丢的', { timeout: 40_000 });
});
