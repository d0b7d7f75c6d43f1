import { expect, test } from 'vitest';
import { gridFromRows, packFromDraft, withCellText } from '../../../src/catalogue/import/index.ts';
import { gridOf, imported } from './table-builders.ts';
import { county2020 } from './tables/county-2020.ts';

const details = { id: 'qingxi', version: 1, district: '230717', issuer: '某局', source: '某网页' };

test('改好一格再导，这一格就不再列出', () => {
  const grid = gridOf(
    gridFromRows([
      ['序号', '公开事项', '公开时限', '主动'],
      ['1', '低保名单', '及时公开', 'V'],
    ]),
  );
  expect(imported(grid).notUnderstood).toEqual([
    { row: 1, column: 3, text: 'V', reason: 'unreadable-tick' },
  ]);
  const corrected = imported(withCellText(grid, 1, 3, '√'));
  expect(corrected.notUnderstood).toEqual([]);
  expect(corrected.draft.items[0]?.manner.proactive).toBe(true);
});

test('行太短缺的格，补上字就有了', () => {
  const grid = gridOf(
    gridFromRows([
      ['序号', '公开事项', '公开时限'],
      ['1', '低保名单'],
    ]),
  );
  expect(imported(grid).notUnderstood).toEqual([
    { row: 1, column: 2, text: '', reason: 'empty-cell' },
  ]);
  const corrected = imported(withCellText(grid, 1, 2, '随时公布'));
  expect(corrected.notUnderstood).toEqual([]);
  expect(corrected.draft.items[0]?.timeLimit.rule).toEqual({ kind: 'anytime' });
});

test('合并的格改一处，盖住的各项都改', () => {
  const { draft } = imported(withCellText(county2020(), 4, 1, '政策法规'));
  expect(draft.items.map((item) => item.level1)).toEqual(['政策法规', '政策法规', '扶贫对象']);
});

test('没有区县代码，目录不算完整，说明缺哪一样', () => {
  const { draft } = imported(county2020());
  expect(packFromDraft(draft, { ...details, district: '' })).toEqual({
    ok: false,
    code: 'incomplete',
    paths: ['district'],
  });
});

test('表里没有标题的，要人给标题，不造一个', () => {
  const { draft } = imported(county2020());
  const untitled = { ...draft, title: '', field: '' };
  expect(packFromDraft(untitled, details)).toMatchObject({ ok: false, paths: ['title', 'field'] });
  expect(packFromDraft(untitled, { ...details, title: '某目录', field: '扶贫' })).toMatchObject({
    ok: true,
    catalogue: { title: '某目录', field: '扶贫', district: '230717' },
  });
});
