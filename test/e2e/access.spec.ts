import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { WORD_TREES } from '../../src/locales/index.ts';
import { MARKS, pseudoTree } from '../locales/pseudo-words.ts';
import { fillVillage } from './support/busy-village.ts';
import { atRest, axeTroubles, fitTroubles, smallTargets } from './support/page-troubles.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from './support/real-server.ts';
import { ROUTES, type RoleWord, type Route } from './support/routes.ts';

const ROLES: readonly RoleWord[] = ['经办人', '审核人', '监督员', '管理员'];

/** A village with something in every state, and a way to be any of its people. */
async function startBusyVillage(browser: Browser) {
  const data = temporaryDirectory();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl: url });
  await fillVillage(url, server.output());
  return {
    url,
    /** A browser of this person's; `prepare` may meddle with what it loads. */
    as: async (role: RoleWord, prepare?: (context: BrowserContext) => Promise<void>) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: 'block',
        // colours are measured as they come to rest
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(enrolmentLink(server.output(), role));
      await page.getByRole('button', { name: '是我，开始使用' }).click();
      await expect(page.getByText('都已上传')).toBeVisible();
      await prepare?.(context);
      return page;
    },
    end: async () => {
      await server.stop();
      data.remove();
    },
  };
}

const routesOf = (role: RoleWord): Route[] => ROUTES.filter((route) => route.role === role);

test('每一页：亮色、暗色、大字都合规；字放大一倍、用最大的字、从右往左写，都不用左右拖', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const village = await startBusyVillage(browser);
  const troubles: string[] = [];
  for (const role of ROLES) {
    const page = await village.as(role);
    for (const { name, path } of routesOf(role)) {
      const note = (way: string, found: readonly string[]) => {
        troubles.push(...found.map((one) => `${name}, ${way}: ${one}`));
      };
      await page.goto(village.url + path);
      await atRest(page);
      note('light', await axeTroubles(page));
      note('light', await fitTroubles(page));
      note('light, target', await smallTargets(page, 44));
      await page.emulateMedia({ colorScheme: 'dark' });
      note('dark', await axeTroubles(page, ['color-contrast']));
      await page.emulateMedia({ colorScheme: 'light' });
      await inSize(page, 'large', async () => {
        note('large, target', await smallTargets(page, 60));
        note('large', await fitTroubles(page));
      });
      await inSize(page, 'largest', async () => note('largest', await fitTroubles(page)));
      await withRoot(page, { fontSize: '200%' }, async () =>
        note('200 %', await fitTroubles(page)),
      );
      await withRoot(page, { direction: 'rtl' }, async () => note('rtl', await fitTroubles(page)));
    }
    await page.context().close();
  }
  expect(troubles).toEqual([]);
  await village.end();
});

test('换一种谁也不说的语言，又长又从右往左：每一页都读得全，没有一句漏在词表外面', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const village = await startBusyVillage(browser);
  const troubles: string[] = [];
  for (const role of ROLES) {
    const page = await village.as(role, async (context) => {
      // the words of English come in files of their own: they are swapped on the way
      await context.route(/\/assets\/en-[^/]+\.js$/, (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `export default ${JSON.stringify(pseudoTree(WORD_TREES.en, 'rtl'))}`,
        }),
      );
    });
    await page.evaluate(() => localStorage.setItem('language', 'en'));
    for (const { name, path } of routesOf(role)) {
      await page.goto(village.url + path);
      await atRest(page);
      const found = [...(await fitTroubles(page)), ...(await unspoken(page))];
      troubles.push(...found.map((one) => `${name}: ${one}`));
    }
    await page.context().close();
  }
  expect(troubles).toEqual([]);
  await village.end();
});

/** Words of the app itself that did not come from the words: English outside the marks. */
async function unspoken(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('script, style, svg, [lang], .sheet'))
        found.push(textContent ?? '');
    }
    return found;
  });
  const { open, close } = MARKS;
  if (!texts.some((text) => text.includes(open))) return ['none of its texts is in this language'];
  const marked = new RegExp(`${open}[^${close}]*${close}?`, 'g');
  // addresses, codes and the names of the browser's devices are nobody's words
  const isNoWord = /https?:\/\/\S+|\b[0-9A-Z]{5,}\b|\b(?:Linux|A4|CSV|PDF)\b/g;
  return texts
    .map((text) => text.replace(marked, '').replace(isNoWord, ''))
    .filter((text) => /[A-Za-z]{3}/.test(text))
    .map((text) => `not in the words: ${text.trim().slice(0, 80)}`);
}

async function inSize(page: Page, size: string, look: () => Promise<void>): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset['size'] = chosen;
  }, size);
  await look();
  await page.evaluate(() => {
    document.documentElement.dataset['size'] = 'normal';
  });
}

async function withRoot(
  page: Page,
  style: Readonly<Record<string, string>>,
  look: () => Promise<void>,
): Promise<void> {
  await page.evaluate((set) => {
    Object.assign(document.documentElement.style, set);
    if (set['direction']) document.documentElement.dir = set['direction'];
  }, style);
  await look();
  await page.evaluate(() => {
    document.documentElement.removeAttribute('style');
    document.documentElement.dir = 'ltr';
  });
}
