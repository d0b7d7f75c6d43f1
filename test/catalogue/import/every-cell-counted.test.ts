import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridFromMergedRanges, importCatalogue } from '../../../src/catalogue/import/index.ts';
import { cellsWithWords, gridOf, listedCells } from './table-builders.ts';

const HEADINGS = [
  '序号',
  '领域',
  '公开事项',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '全社会',
  '特定群体',
  '公开方式',
  '主动',
  '依申请',
  '公开层级',
  '县级',
  '乡、村级',
  '备注',
];
const WORDS = [
  '',
  '1',
  '0505',
  '√',
  'V',
  '同上',
  '政策文件',
  '■政府网站 □其他',
  't政府网站',
  '村务公开栏、微信群',
  '=A1+B2',
  '《条例》第三条、第四条',
  '信息形成（变更）20个工作日内',
  '每季度',
  '长期公开',
  '·名单\n·数量（户、人等）',
  '1.甲2.乙',
  '扶贫领域基层政务公开标准目录',
  '注：以上',
  '村民委员会、镇和村',
  '主动公开',
  '\u00a0',
  '□',
];

const anyTable = fc
  .record({
    header: fc.shuffledSubarray(HEADINGS, { minLength: 4 }),
    body: fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 16 }), { maxLength: 8 }),
    above: fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }), { maxLength: 2 }),
    merged: fc.array(
      fc.record({
        firstRow: fc.nat(10),
        lastRow: fc.nat(12),
        firstColumn: fc.nat(16),
        lastColumn: fc.nat(20),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ header, body, above, merged }) =>
    gridFromMergedRanges([...above, ['序号', '公开事项', '公开时限', ...header], ...body], merged),
  )
  .filter((result) => result.ok)
  .map(gridOf);

test('不管表乱成什么样，导入不出错，每个有字的格不是读懂就是列出', () => {
  fc.assert(
    fc.property(anyTable, (grid) => {
      const result = importCatalogue(grid);
      if (!result.ok) return;
      const listed = listedCells(grid, result.notUnderstood);
      expect(result.understood.cells + listed).toBe(cellsWithWords(grid));
    }),
    { numRuns: 400 },
  );
});

test('同一张表导两次，结果一样', () => {
  fc.assert(
    fc.property(anyTable, (grid) => {
      expect(importCatalogue(grid)).toEqual(importCatalogue(grid));
    }),
    { numRuns: 50 },
  );
});
