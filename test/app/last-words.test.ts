// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { forgetLastWords, keepLastWords, withLastWords } from '../../src/app/last-words.ts';
import { changeBetween, type NoticeContent, withField } from '../../src/notice/index.ts';
import { A_CODE, aContent, DONGSHENG } from '../builders/index.ts';

const saying = (note: string) => withField(aContent().build(), 'note', note);

function keep(last: NoticeContent, ...from: NoticeContent[]): void {
  const changes = from.flatMap((one) => changeBetween(one, last) ?? []);
  keepLastWords(DONGSHENG, A_CODE, changes);
}
const opened = (stored: NoticeContent) => withLastWords(DONGSHENG, A_CODE, stored).fields['note'];

beforeEach(() => localStorage.clear());

test('页面关掉前刚打的字，再打开时补上，不管最后一次保存成没成', () => {
  keep(saying('大家好'), saying('大'), saying('大家'));
  expect(opened(saying('大'))).toBe('大家好');
  expect(opened(saying('大家'))).toBe('大家好');
  expect(opened(saying('大家好'))).toBe('大家好');
});

test('别人已经改成别的，就不动', () => {
  keep(saying('大家好'), saying('大'));
  expect(opened(saying('请看名单'))).toBe('请看名单');
});

test('存好了就不再留', () => {
  keep(saying('大家好'), saying('大'));
  forgetLastWords(DONGSHENG, A_CODE);
  expect(opened(saying('大'))).toBe('大');
});

test('留的东西坏了，草稿照常打开', () => {
  localStorage.setItem(`last-words/${DONGSHENG}/${A_CODE}`, '[{"fields":');
  expect(opened(saying('大'))).toBe('大');
});
