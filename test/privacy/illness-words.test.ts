import { describe, expect, test } from 'vitest';
import { illnessSieve, illnessWords } from '../../src/privacy/illness-words.ts';
import { findPersonalData } from '../../src/privacy/index.ts';

function illnessesIn(text: string): string[] {
  return findPersonalData(text, { where: 'text' })
    .filter(({ kind }) => kind === 'health')
    .map(({ text: part }) => part);
}

describe('健康情况', () => {
  test('词表里的每个词都过得了第一道筛子', () => {
    for (const word of illnessWords) expect(illnessSieve.test(word), word).toBe(true);
  });

  test.each([
    ['张三患脑梗', ['脑梗']],
    ['其妻患有强直性脊柱炎', ['强直性脊柱炎']],
    ['视力残疾二级', ['视力残疾二级']],
    ['李四，慢性肾炎', ['慢性肾炎']],
    ['确诊为某种罕见病', ['某种罕见病']],
  ])('%s', (text, expected) => expect(illnessesIn(text)).toEqual(expected));

  test.each([
    '其中风险可控',
    '总结核对完毕',
    '物流产业园',
    '严重病虫害',
    '排查安全隐患',
    '学习会议精神',
    '农村妇女两癌筛查',
    '重度残疾人护理补贴',
    '为高血压患者随访',
    '植物人工授粉',
    '加强水患防治',
  ])('「%s」说的不是谁的病', (text) => expect(illnessesIn(text)).toEqual([]));
});
