import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createWords,
  LANGUAGES,
  languageFor,
  WORD_TREES,
  type WordTree,
} from '../../src/locales/index.ts';
import type { NoticeState, Problem, RefusalCode, Role } from '../../src/notice/index.ts';

const words: Readonly<Record<string, WordTree>> = WORD_TREES;

/** Every text with its path, such as `notice.state.draft`. */
function textsIn(tree: WordTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, part]): [string, string][] => {
    const here = path ? `${path}.${name}` : name;
    return typeof part === 'string' ? [[here, part]] : textsIn(part, here);
  });
}

/** The plural forms that only some languages have; the form is joined to the name. */
const withoutPlural = (path: string) => path.replace(/_(zero|one|two|few|many|other)$/, '');

function textsByPath(language: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [path, text] of textsIn(words[language] ?? {})) {
    const name = withoutPlural(path);
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return texts;
}

const placeholdersIn = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name))].sort();

const chinese = textsByPath('zh-CN');
const english = textsByPath('en');
const others = LANGUAGES.filter((language) => language !== 'zh-CN');

test('每种语言一个文件，放进去就在名单上', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/locales'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  expect(files.sort()).toEqual([...LANGUAGES].sort());
  expect(Object.keys(words).sort()).toEqual([...LANGUAGES].sort());
});

test.each(others)('%s 和中文有一样的词条，一条不多，一条不少', (language) => {
  expect([...textsByPath(language).keys()].sort()).toEqual([...chinese.keys()].sort());
});

test.each(others)('%s 分单数、复数的地方，这种语言要分的都分了', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const paths = new Set(textsIn(words[language] ?? {}).map(([path]) => path));
  const counted = [...paths].filter((path) => path.endsWith('_other'));
  const missing = counted.flatMap((path) =>
    pluralCategories.map((one) => path.replace(/other$/, one)).filter((one) => !paths.has(one)),
  );
  expect(missing).toEqual([]);
});

/** English has no measure words, and no noun of the template's own to put in these. */
const CHINESE_ONLY: Readonly<Record<string, string>> = { 'app.edit.noRows': 'name' };

test('每一条两种语言填的空一样；只有量词英文可以不要', () => {
  const different = [...chinese].filter(([path, texts]) => {
    // the forms of a plural together: the one for a single thing may leave the number out
    const ours = placeholdersIn(texts.join(' '));
    const theirs = placeholdersIn((english.get(path) ?? []).join(' '));
    const mayLack = (name: string | undefined) => name === 'unit' || name === CHINESE_ONLY[path];
    return (
      theirs.some((name) => !ours.includes(name)) ||
      ours.some((name) => !theirs.includes(name) && !mayLack(name))
    );
  });
  expect(different.map(([path]) => path)).toEqual([]);
});

test('没有空白的词条，英文里没有中文', () => {
  const blank = [...textsIn(words['zh-CN'] ?? {}), ...textsIn(words['en'] ?? {})].filter(
    ([, text]) => text.trim() === '',
  );
  expect(blank).toEqual([]);
  const inEnglish = [...english].filter(([, texts]) =>
    texts.some((text) => /\p{Script=Han}/u.test(text)),
  );
  // the name of the other language is written in that language
  const paths = inEnglish.map(([path]) => path).filter((path) => !/language$/i.test(path));
  expect(paths).toEqual([]);
});

const REFUSALS: Record<RefusalCode, true> = {
  'no-such-notice': true,
  'nothing-to-submit': true,
  'not-with-reviewer': true,
  'nothing-to-publish': true,
  'has-conflicts': true,
  'settled-meanwhile': true,
  'changed-meanwhile': true,
  'published-meanwhile': true,
  'own-draft': true,
  'not-published': true,
  'another-template': true,
  'too-many-rows': true,
  'another-sheet': true,
  'no-such-posting': true,
  'too-many-postings': true,
};
/** Those that the server's border adds; see `MutationResultSchema`. */
const BORDER_REFUSALS = [
  'not-allowed',
  'personal-data',
  'incomplete',
  'words-differ',
  'unreadable',
];

const PROBLEMS: Record<Problem['code'], true> = {
  required: true,
  'not-a-count': true,
  'not-an-amount': true,
  'not-a-year': true,
  'not-a-day': true,
  'not-a-phone': true,
  'table-empty': true,
  'not-confirmed': true,
  'too-long': true,
  'period-short': true,
  'period-long': true,
  'period-over': true,
  'more-than-expected': true,
  'more-votes': true,
  'after-signing': true,
  'far-from-signing': true,
  conflict: true,
};

const STATES: Record<NoticeState, true> = {
  draft: true,
  returned: true,
  submitted: true,
  amending: true,
  published: true,
  inPublicity: true,
  publicityOver: true,
  withdrawn: true,
  closed: true,
};

const ROLES: Record<Role, true> = {
  drafter: true,
  reviewer: true,
  supervisor: true,
  administrator: true,
};

describe('程序里的每个代号都有话说', () => {
  test.each([
    ['refusal', [...Object.keys(REFUSALS), ...BORDER_REFUSALS]],
    ['problem', Object.keys(PROBLEMS)],
    ['notice.state', Object.keys(STATES)],
    ['notice.role', Object.keys(ROLES)],
    ['notice.kind', ['publicity', 'announcement']],
  ])('%s', (section, codes) => {
    expect(codes.filter((code) => !chinese.has(`${section}.${code}`))).toEqual([]);
  });
});

test('话里的空填得上', () => {
  const { t } = createWords('zh-CN');
  expect(t('problem.required', { detail: '年度' })).toBe('请填写“年度”');
  expect(createWords('en').t('problem.period-long', { detail: '1000' })).toContain('1000');
});

test('按人的偏好选语言：中文的各种写法选中文，英文选英文，别的先用中文', () => {
  expect(languageFor(['zh-Hant-TW', 'en'])).toBe('zh-CN');
  expect(languageFor(['en-GB', 'zh-CN'])).toBe('en');
  expect(languageFor(['ug', 'en-US'])).toBe('en');
  expect(languageFor(['ug'])).toBe('zh-CN');
  expect(languageFor([])).toBe('zh-CN');
});
