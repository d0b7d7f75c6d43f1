import 'fake-indexeddb/auto';
import '../device/fake-storage.ts';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { pageWithPicture } from '../../src/app/first-page.ts';
import { DeviceDatabase } from '../../src/device/database.ts';
import { type FirstPicture, keepFirstPicture } from '../../src/device/first-picture.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head><script type="module" crossorigin src="/assets/start-1.js"></script></head>
  <body>
    <div id="app">
      <main>村务公示栏</main>
    </div>
  </body>
</html>`;
const HOME = '<main><div>东升村 $& 要办的事</div></main>';
const NOON = new Date('2026-11-24T04:00:00Z');

const database = new DeviceDatabase();
afterEach(() => database.delete().then(() => database.open()));

async function openedWith(change: Partial<FirstPicture>, now = NOON, page = PAGE): Promise<string> {
  const picture: FirstPicture = {
    program: '/assets/start-1.js',
    day: '2026-11-24',
    languages: navigator.languages.join(),
    lang: 'en',
    dir: 'ltr',
    size: 'larger',
    html: HOME,
    ...change,
  };
  await keepFirstPicture(database, picture, async () => true);
  return (await pageWithPicture(aPage(page), now)).text();
}

function aPage(text = PAGE): Response {
  const headers = { 'content-security-policy': "default-src 'none'", 'content-encoding': 'br' };
  return new Response(text, { headers });
}

test('样子还真，打开就是它，语言和字号也是它的', async () => {
  const text = await openedWith({});
  expect(text).toContain(`<div id="app">${HOME}</div>`);
  expect(text).toContain('<html lang="en" dir="ltr" data-size="larger">');
  expect(text).not.toContain('村务公示栏');
});

test('应用自己的那一页里有放样子的地方', async () => {
  const own = readFileSync('index.html', 'utf8').replace('/src/app/main.tsx', '/assets/start-1.js');
  const text = await openedWith({}, NOON, own);
  expect(text).toContain(`<div id="app">${HOME}</div>`);
  expect(text).not.toContain('look-opening');
});

test.each<[string, Partial<FirstPicture>]>([
  ['换了版本', { program: '/assets/start-2.js' }],
  ['过了一天', { day: '2026-11-23' }],
  ['换了浏览器的语言', { languages: 'xx' }],
])('%s，旧样子不再显示，字号照旧', async (_what, change) => {
  const text = await openedWith(change);
  expect(text).toContain('村务公示栏');
  expect(text).not.toContain(HOME);
  expect(text).toContain('data-size="larger"');
});

test('北京时间过了零点就是另一天', async () => {
  expect(await openedWith({}, new Date('2026-11-24T15:59:59Z'))).toContain(HOME);
  expect(await openedWith({}, new Date('2026-11-24T16:00:00Z'))).not.toContain(HOME);
});

test('没有样子，页面原样给出', async () => {
  expect(await (await pageWithPicture(aPage(), NOON)).text()).toBe(PAGE);
});

test('安全策略不变；正文变了，压缩的说明就去掉', async () => {
  await openedWith({});
  await database.open();
  const { headers } = await pageWithPicture(aPage(), NOON);
  expect(headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(headers.get('content-encoding')).toBeNull();
});
