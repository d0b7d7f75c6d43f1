import { expect, test } from 'vitest';
import { WORD_TREES, type WordTree } from '../../src/locales/index.ts';

/** What browsers, WeChat and keyboards say, in words of their own. */
const ELSEWHERE = [
  ...['下一项', '分享', '用其他应用打开', '添加到桌面', '安装应用', '添加到主屏幕', '添加', '···'],
  ...['在浏览器打开', '在默认浏览器中打开', '公示栏'],
  ...['Add to home screen', 'Install app', 'Share', 'Add to Home Screen', 'Add'],
];

function textsOf(tree: WordTree): string[] {
  return Object.values(tree).flatMap((one) => (typeof one === 'string' ? [one] : textsOf(one)));
}

function partOf(tree: WordTree, name: string): string[] {
  const part = tree[name];
  return part === undefined || typeof part === 'string' ? [] : textsOf(part);
}

/** A text with its blanks as a pattern: 添加{{name}} is 添加户 on the screen. */
function shownAs(text: string): RegExp {
  const escaped = text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.+')}$`);
}

test.each(Object.entries(WORD_TREES))(
  '帮助里引的按钮和字样，界面上就是那样写的（%s）',
  (_, tree) => {
    const shown = [...partOf(tree, 'app'), ...partOf(tree, 'poster')];
    const patterns = shown
      .filter((text) => text.replace(/\{\{\w+\}\}/g, '').length > 1)
      .map(shownAs);
    const quoted = partOf(tree, 'help').flatMap((text) =>
      [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words),
    );
    expect(quoted.length).toBeGreaterThan(20);
    expect(
      quoted.filter(
        (words) => !ELSEWHERE.includes(words) && !patterns.some((pattern) => pattern.test(words)),
      ),
    ).toEqual([]);
  },
);
