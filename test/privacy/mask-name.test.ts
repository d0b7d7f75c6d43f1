import { expect, test } from 'vitest';
import { maskName } from '../../src/privacy/index.ts';

test.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['张王李四', '张**四'],
  ['欧阳修', '欧阳*'],
  ['欧阳娜娜', '欧阳*娜'],
  ['阿卜杜拉·买买提', '阿***·买**'],
  ['乌力吉•巴雅尔', '乌**•巴**'],
  ['𠮷田丰', '𠮷*丰'],
  ['张 三', '张*'],
  ['张　三', '张*'],
  ['张三（户主）', '张*（户主）'],
  ['张三、李四光', '张*、李*光'],
  ['Мария Иванова', 'М**** И******'],
])('网上公开时 %s 写作 %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('单字的名字留下，绝不遮成一片空白', () => {
  expect(maskName('李')).toBe('李');
  expect(maskName('欧阳')).toBe('欧*');
  expect(maskName('')).toBe('');
});

test('遮过的名字再遮不变', () => {
  for (const name of ['张*', '张*丰', '阿***·买**', '张*、李*光']) {
    expect(maskName(name)).toBe(name);
  }
});

test('名字里的异体字选择符跟着本字走', () => {
  expect(maskName('葛\u{E0100}三')).toBe('葛\u{E0100}*');
});
