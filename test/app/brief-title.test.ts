import { expect, test } from 'vitest';
import { briefTitle } from '../../src/app/brief-title.ts';

const PROJECT = '东升村与红星村之间通村道路硬化及配套排水边沟、涵洞、路灯安装一体化工程（二期）';

test('放得下的标题一字不少', () => {
  expect(briefTitle('2026年贫困户识别第一次公示', 28)).toBe('2026年贫困户识别第一次公示');
});

test('放不下的标题省中间，同一个项目的实施前、实施后分得清', () => {
  const [before, after] = ['实施前公示', '实施后公示'].map((end) => briefTitle(PROJECT + end, 28));
  expect(before).toBe('东升村与红星村之间通村道路硬化及配套…（二期）实施前公示');
  expect(after).toBe('东升村与红星村之间通村道路硬化及配套…（二期）实施后公示');
  expect([...(before ?? '')]).toHaveLength(28);
});

test('数字和字母占半个字，生僻字不拆开', () => {
  expect(briefTitle('ABCDEFGH'.repeat(3), 12)).toBe('ABCDEFGH'.repeat(3));
  expect(briefTitle('𠮷'.repeat(30), 20)).toBe(`${'𠮷'.repeat(10)}…${'𠮷'.repeat(9)}`);
});
