import { runInNewContext } from 'node:vm';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { WordFile } from '../../src/app/word-files.ts';
import { WORD_TREES, type WordTree } from '../../src/locales/index.ts';
import { MARKS, pseudoTree } from '../locales/pseudo-words.ts';
import { fillVillage, NOTICES } from './support/busy-village.ts';
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

/** A draft's list in full. */
const LIST = `/n/230717100200/${NOTICES.returned}/edit?list=households`;

/** The first of each page, where its words matter and not the state of what it shows. */
const FIRST_OF_EACH = ROUTES.filter(
  ({ path }, at) => at === ROUTES.findIndex((one) => shapeOf(one.path) === shapeOf(path)),
);
function shapeOf(path: string): string {
  return path.replace(/^\/n\/\d+\/\w+/, '/n').replace(/=[^&]*/g, '');
}

test('每一页：亮色、暗色、大字都合规；字放大一倍、用最大的字，都不用左右拖', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const village = await startBusyVillage(browser);
  const troubles: string[] = [];
  for (const role of ROLES) {
    const page = await village.as(role);
    for (const route of routesOf(role)) {
      const note = (way: string, found: readonly string[]) => {
        troubles.push(...found.map((one) => `${route.name}, ${way}: ${one}`));
      };
      await page.goto(village.url + route.path);
      await atRest(page);
      note('light', await axeTroubles(page));
      note('light', await fitTroubles(page));
      note('light, target', await smallTargets(page, 44));
      await page.emulateMedia({ colorScheme: 'dark' });
      note('dark', await axeTroubles(page, ['color-contrast']));
      await page.emulateMedia({ colorScheme: 'light' });
      // how the letters grow is a matter of the page, not of what it shows
      if (!FIRST_OF_EACH.includes(route)) continue;
      await inSize(page, 'large', async () => {
        note('large', await axeTroubles(page));
        note('large', await fitTroubles(page));
        note('large, target', await smallTargets(page, 60));
      });
      await inSize(page, 'largest', async () => note('largest', await fitTroubles(page)));
      await withRootSize(page, '200%', async () => note('200 %', await fitTroubles(page)));
    }
    await page.context().close();
  }
  expect(troubles).toEqual([]);
  await village.end();
});

test('宽屏上名单是表格：光标在格子上、正在改、选着几户，亮色、暗色、大字都合规', async ({
  browser,
}) => {
  const village = await startBusyVillage(browser);
  const page = await village.as('经办人');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(village.url + LIST);
  const grid = page.getByRole('grid', { name: '农户名单' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  const troubles: string[] = [];
  const look = async (state: string) => {
    await atRest(page);
    const note = (way: string, found: readonly string[]) => {
      troubles.push(...found.map((one) => `${state}, ${way}: ${one}`));
    };
    note('light', await axeTroubles(page));
    note('light', await fitTroubles(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await axeTroubles(page, ['color-contrast']));
    await page.emulateMedia({ colorScheme: 'light' });
    await inSize(page, 'large', async () => {
      note('large', await axeTroubles(page));
      note('large', await fitTroubles(page));
    });
  };
  await look('at rest');
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await expect(grid.getByRole('textbox')).toBeFocused();
  await look('under the cursor');
  await page.keyboard.press('F2');
  // what may not hang on a wall is said beside it
  await page.keyboard.insertText('患有慢性病');
  await look('being changed');
  await page.keyboard.press('Enter');
  await look('with something amiss');
  await page.getByRole('button', { name: '选择', exact: true }).click();
  await grid.getByRole('checkbox').nth(1).check();
  await look('while some are selected');
  expect(troubles).toEqual([]);
  await village.end();
});

test('换一种谁也不说的语言，又长又从右往左：每一页都读得全，没有一句漏在词表外面', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const village = await startBusyVillage(browser);
  const troubles: string[] = [];
  const programs = new Map<string, string>();
  for (const role of ROLES) {
    const page = await village.as(role, (context) => speakNobodysLanguage(context, programs));
    await page.evaluate(() => localStorage.setItem('language', 'en'));
    for (const { name, path } of FIRST_OF_EACH.filter((route) => route.role === role)) {
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

/** Swaps the English words for the trial language's wherever a program holds some; `known` is filled. */
async function speakNobodysLanguage(
  context: BrowserContext,
  known: Map<string, string>,
): Promise<void> {
  const swap = (files: RegExp, contentType: string, swapped: (text: string) => string) =>
    context.route(files, async (route) => {
      const url = route.request().url();
      const body = known.get(url) ?? swapped(await (await route.fetch()).text());
      known.set(url, body);
      await route.fulfill({ contentType, body });
    });
  await swap(/\/assets\/[^/]+\.js$/, 'text/javascript', withTrialWords);
  await swap(/\/assets\/words-en-[^/]+\.json$/, 'application/json', (file) => {
    const { words, templates } = JSON.parse(file) as WordFile;
    return JSON.stringify({
      words: pseudoTree(words, 'rtl'),
      templates: pseudoTree(templates, 'rtl'),
    });
  });
}

function withTrialWords(program: string): string {
  const held = /JSON\.parse\((`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)/g;
  return program.replace(held, (whole, literal: string) => {
    const tree = JSON.parse(String(runInNewContext(literal))) as WordTree;
    if (!isEnglish(tree)) return whole;
    return `JSON.parse(${JSON.stringify(JSON.stringify(pseudoTree(tree, 'rtl')))})`;
  });
}

/** Whether a part of some language's words is English: its first text is what English says there. */
function isEnglish(tree: WordTree): boolean {
  let part: string | WordTree | undefined = tree;
  let english: string | WordTree | undefined = WORD_TREES['en'] ?? {};
  while (typeof part === 'object' && typeof english === 'object') {
    const [name = '']: string[] = Object.keys(part);
    part = part[name];
    english = english[name];
  }
  return part !== undefined && part === english;
}

/** Words of the app itself that did not come from the words: English outside the marks. */
async function unspoken(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('script, style, svg, noscript, [lang]:not(html), .sheet'))
        found.push(textContent ?? '');
    }
    return found;
  });
  const { open, close } = MARKS;
  if (!texts.some((text) => text.includes(open))) return ['none of its texts is in this language'];
  // what fills a blank has marks of its own, within those of the text
  const innermost = new RegExp(`${open}[^${open}${close}]*${close}`, 'g');
  const withoutMarked = (text: string): string => {
    const rest = text.replace(innermost, '');
    return rest === text ? text : withoutMarked(rest);
  };
  // addresses, codes, days as Intl writes them, and what devices and languages call themselves
  const noWord =
    /https?:\/\/\S+|\b[0-9A-Z]{5,}\b|\d+ [A-Z][a-z]+ \d{4}(?: at)?|\d+ [A-Z][a-z]+|\b(?:Linux|Android|English)\b/g;
  return texts
    .map((text) => withoutMarked(text).replace(noWord, ''))
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

async function withRootSize(page: Page, size: string, look: () => Promise<void>): Promise<void> {
  const set = (chosen: string) =>
    page.evaluate((one) => {
      document.documentElement.style.fontSize = one;
    }, chosen);
  await set(size);
  await look();
  await set('');
}
