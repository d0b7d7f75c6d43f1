import { readFileSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, type Page, test } from '@playwright/test';
import { EXAMPLE_PATH, type Phone, startVillage, type Village } from './support/phones.ts';

/** In none of Debian's fonts, and in all of its Chinese ones. */
const LACKED = '\u{31350}';
const HELD = '\u{30ede}';

const table = (name: string) =>
  readFileSync(join(import.meta.dirname, '../spreadsheet/fixtures', name)).toString('base64');

let village: Village;
let phone: Phone;

// one phone, in the order in which a person meets all this
test.beforeAll(async () => {
  village = await startVillage();
  phone = await village.phone('经办人');
});

test.afterEach(() => phone.restore());

test.afterAll(() => village.end());

/** Shares a file as the system does: a navigation that posts a form, to be seen by the worker only. */
async function share(page: Page, file: { name: string; base64: string }): Promise<void> {
  await page.evaluate(({ name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], name));
    const form = document.createElement('form');
    Object.assign(form, { method: 'POST', action: '/share', enctype: 'multipart/form-data' });
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', name: 'files', files: files.files });
    form.append(input);
    document.body.append(form);
    form.submit();
  }, file);
  await page.waitForURL(/\/shared/);
}

test('三张卡片可以用键盘看、跳过，深链接不挡；存过一次才劝装，说不用就不再劝', async () => {
  const { page } = phone;
  const tour = page.getByRole('region', { name: '第一次使用' });
  await phone.open(EXAMPLE_PATH);
  await expect(page.getByRole('heading', { name: '公示', exact: true })).toBeVisible();
  await expect(tour).toHaveCount(0);
  await phone.open('/');
  await tour.getByRole('button', { name: '下一张' }).focus();
  await page.keyboard.press('Enter');
  await expect(tour.getByRole('heading', { name: '审核公布，打印张贴' })).toBeFocused();
  await tour.getByRole('button', { name: '跳过介绍' }).click();
  await expect(tour).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: '我的公示' })).toBeVisible();
  await expect(tour).toHaveCount(0);

  const hint = page.getByRole('region', { name: '装到手机桌面' });
  await expect(hint).toHaveCount(0);
  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await expect(page.getByText('已存在手机上')).toBeVisible();
  await phone.open('/');
  await expect(hint).toBeVisible();
  await hint.getByRole('button', { name: '不用了' }).click();
  await expect(hint).toHaveCount(0);
});

test('没有信号时从微信分享来的表格：选新起草一份，导入，用过就不留', async () => {
  const { page } = phone;
  await page.reload();
  await expect(page.getByText('都已上传')).toBeVisible();
  phone.cut();
  await share(page, { name: '低保名单.xlsx', base64: table('village-list.xlsx') });
  await expect(page.getByRole('heading', { name: '低保名单.xlsx' })).toBeVisible();
  await expect(page.getByText(/收到，\d+行/)).toBeVisible();

  // another day: it waits on the first page, and no ID number of it is kept
  await phone.open('/');
  await expect(page.getByRole('link', { name: '收到的表格还没用（1个）' })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const cache = await caches.open('shared-files');
    const [request] = await cache.keys();
    return request ? await (await cache.match(request))?.text() : '';
  });
  expect(kept).toContain('户主');
  expect(kept).not.toMatch(/\d{17}[\dXx]/);

  await page.getByRole('link', { name: /收到的表格还没用/ }).click();
  await page.getByRole('link', { name: '新起草一份' }).click();
  await expect(page.getByText('选一份公示，收到的表格会导入进去。')).toBeVisible();
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByText('会导入12户')).toBeVisible();
  await page.getByRole('button', { name: '导入12户' }).click();
  await expect(page.getByText('已导入12户')).toBeVisible();
  await phone.open('/shared');
  await expect(page.getByText('没有等着用的表格。')).toBeVisible();
});

test('坏的表格说清楚坏在哪里；电脑上用应用打开的文件，进得了已有的草稿', async () => {
  const { page } = phone;
  await share(page, { name: '名单.xls', base64: table('village-list.xls') });
  await expect(page.getByRole('alert')).toContainText('老格式');
  await page.getByRole('button', { name: '不用了，从这里删掉' }).click();
  await expect(page.getByText('没有等着用的表格。')).toBeVisible();

  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toBeVisible();
  // what the system would hand over to an installed app
  await page.addInitScript((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const file = new File([bytes], '花名册.xlsx');
    const launchQueue = {
      setConsumer: (consumer: (params: unknown) => void) =>
        consumer({ files: [{ kind: 'file', name: file.name, getFile: async () => file }] }),
    };
    if (location.pathname === '/shared') {
      Object.defineProperty(window, 'launchQueue', { value: launchQueue });
    }
  }, table('village-list.xlsx'));
  await phone.open('/shared');
  await expect(page.getByRole('heading', { name: '花名册.xlsx' }).first()).toBeVisible();
  await page
    .getByRole('link', { name: /识别第一次公示/ })
    .first()
    .click();
  await expect(page.getByText('会导入12户')).toBeVisible();
});

test('手机画不出的字，名单上、打印前都说，不会悄悄印成方框', async () => {
  const { page } = phone;
  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByRole('button', { name: '添加户' }).click();
  for (const text of ['1组', `高${HELD}${LACKED}`]) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText('3');
  await page.getByRole('button', { name: '完成' }).click();
  const note = page.getByRole('region', { name: '这部手机画不出1个字' });
  await expect(note).toContainText('U+31350');
  await expect(note).not.toContainText('U+30EDE');
  await expect(note.getByRole('link', { name: /第1户 高/ })).toBeVisible();
  await expect(page.getByText('这部手机画不出 U+31350')).toBeVisible();

  await expect(page.getByText('已存在手机上')).toBeVisible();
  const path = new URL(page.url()).pathname.replace(/\/edit$/, '/poster');
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await phone.open(path);
  await expect(page.getByRole('region', { name: '这部手机画不出1个字' })).toBeVisible();
  await page.getByRole('button', { name: '打印', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('U+31350');
  await dialog.getByRole('button', { name: '不在这里打印' }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(0);
  await page.getByRole('button', { name: '存成文件' }).click();
  await dialog.getByRole('button', { name: /仍然要做/ }).click();
  await expect(page.getByRole('heading', { name: '存成文件' })).toBeVisible();

  // the published example has nothing of the kind
  await phone.open(`${EXAMPLE_PATH}/poster`);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
});

test('没有信号时：帮助有字有图，村民的网页指到手机里的那一份，错的地址有路回家', async () => {
  const { page } = phone;
  await phone.open('/help');
  await page.getByRole('link', { name: /公布和打印/ }).click();
  const picture = page.getByRole('img', { name: /张贴件预览/ });
  const isDrawn = () =>
    picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
  await expect.poll(isDrawn).toBe(true);
  phone.cut();
  await page.reload();
  await expect(page.getByRole('heading', { name: '公布和打印' })).toBeVisible();
  await expect.poll(isDrawn).toBe(true);

  await phone.open(EXAMPLE_PATH.replace('/n/', '/v/'));
  await expect(page.getByRole('heading', { name: '没有信号，打不开这一页' })).toBeVisible();
  await page.getByRole('link', { name: '看手机里的这份公示' }).click();
  await expect(page.getByRole('heading', { name: '公示', exact: true })).toBeVisible();
  await phone.open('/no/such/page');
  await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible();
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page.getByRole('heading', { name: '我的公示' })).toBeVisible();
});

test('选了英文，没有信号也一直是英文；没有信号时选不了没取过的语言，会说明白', async () => {
  const { page } = phone;
  await phone.open('/me');
  phone.cut();
  await page.getByRole('radio', { name: 'English' }).click();
  // beside it may stand that the server is not reached
  const missing = page.getByRole('alert').filter({ hasText: '“English”还没有取到这部手机上' });
  await expect(missing).toBeVisible();
  await expect(page.getByRole('radio', { name: '简体中文' })).toBeChecked();

  phone.restore();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
  await expect(missing).toHaveCount(0);
  phone.cut();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { name: '手机存储' })).toBeVisible();
  phone.restore();
});

test('手机快满了，浏览器自己说还有10 GB，也先说空间不够', async () => {
  const { page } = phone;
  await phone.open('/me');
  await expect(page.getByText('空间够用')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000_000 });
  await page.reload();
  await expect(page.getByText('手机空间不多了，不够一天填写用')).toBeVisible();
  await expect(page.getByText('空间够用')).toHaveCount(0);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.reload();
  await expect(page.getByText('空间够用')).toBeVisible();
  await expect(page.getByText('手机空间不多了')).toHaveCount(0);
});

test('新版本来了：正在填的窗口不刷新、不丢字，别的窗口更新以后还能接着用', async () => {
  const release = await startReleases(village.publicUrl);
  const { context } = phone;
  const typing = await context.newPage();
  await typing.goto(release.url);
  await typing.evaluate(() => localStorage.setItem('language', 'en'));
  await typing.goto(`${release.url}/help/draft`);
  await expect(typing.getByRole('heading', { name: 'Steps' })).toBeVisible();
  await typing.evaluate(() => localStorage.removeItem('language'));
  await typing.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // enrolled at the other origin: this one only has what nobody enrolled sees
  await typing.goto(`${release.url}/help/draft`);
  await expect(typing.getByRole('heading', { name: '起草' })).toBeVisible();
  await typing.evaluate(() => Object.assign(window, { isUntouched: true }));

  release.next();
  const other = await context.newPage();
  await other.goto(`${release.url}/help`);
  await expect(other.getByText('有新版本')).toBeVisible();
  await other.getByRole('button', { name: '更新' }).click();
  await expect(other.getByText('有新版本')).toHaveCount(0);
  await expect(other.getByRole('heading', { name: '怎么用' })).toBeVisible();

  await expect(typing.getByText('有新版本')).toBeVisible();
  expect(await typing.evaluate(() => 'isUntouched' in window)).toBe(true);
  await typing.getByRole('button', { name: '更新' }).click();
  await expect(typing.getByText('有新版本')).toHaveCount(0);

  // the language chosen here came along with the new release
  const kept = await typing.evaluate(async () => {
    const languages = await (await caches.open('languages')).keys();
    return languages.map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual([release.englishWords()]);
  await release.close();
});

/**
 * The same app at an address of its own, whose worker and English words change when told, as with a
 * new release.
 */
async function startReleases(publicUrl: string) {
  const englishWords = /(assets\/words-en-)([\w-]{8})(\.json)/;
  let release = 1;
  let built = '';
  const server: Server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '/').replace(/(words-en-)release\d+/, `$1${built}`);
    const address = new URL(path, publicUrl);
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    incoming.pipe(
      forward(address, { method: incoming.method, headers }, (answer) => {
        const { 'content-length': _length, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 500, rest);
        if (address.pathname === '/service-worker.js') {
          text(answer).then(
            (worker) => outgoing.end(asReleased(worker)),
            (fault: Error) => outgoing.destroy(fault),
          );
        } else answer.pipe(outgoing);
      }),
    );
  });
  const nameInRelease = () => `release${release}`;
  const asReleased = (worker: string): string => {
    [, , built = ''] = englishWords.exec(worker) ?? [];
    return worker.replace(englishWords, `$1${nameInRelease()}$3`);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    englishWords: () => `/assets/words-en-${nameInRelease()}.json`,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      release += 1;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
