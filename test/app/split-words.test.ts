import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysIn, staticallyImported } from '../../src/app/build/first-screen.ts';
import { splitTree } from '../../src/app/build/split-words.ts';

const source = join(import.meta.dirname, '../../src/app');

test('首屏的话跟着首屏走，其余的话一句不少', () => {
  const tree = {
    app: {
      home: { title: '公示', rows_other: '{{count}}件', rows_one: '1件' },
      me: { size: '字号' },
    },
    notice: { state: { draft: '起草', closed: '办结' } },
  };
  const { first, rest } = splitTree(tree, ['app.home.rows', 'notice.state.']);
  expect(first).toEqual({
    app: { home: { rows_other: '{{count}}件', rows_one: '1件' } },
    notice: { state: { draft: '起草', closed: '办结' } },
  });
  expect(rest).toEqual({ app: { home: { title: '公示' }, me: { size: '字号' } } });
});

test('写死的词条和到用时才知道后半截的词条，都从程序里找得出来', () => {
  const program = [
    "t('app.home.title')",
    't(`notice.state.$' + '{state}`)',
    "t('app.home.changed', { when })",
    "import { app } from './app.tsx'",
  ].join('\n');
  expect(keysIn(program, ['app', 'notice'])).toEqual([
    'app.home.title',
    'notice.state.',
    'app.home.changed',
  ]);
});

test('首屏不带起草、审核和张贴的页面', () => {
  const files = [...staticallyImported(join(source, 'main.tsx'))];
  expect(files).toContain(join(source, 'pages/home-page.tsx'));
  expect(files.filter((file) => /edit-page|review-page|poster/.test(file))).toEqual([]);
});
