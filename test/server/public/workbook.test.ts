import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookOf } from '../../../src/server/public/workbook.ts';

test('下载的表格里，金额是数，写了几位小数就看到几位', async () => {
  const workbook = await workbookOf([
    { name: '名单', headings: ['户主', '金额', '编号'], rows: [['赵某一', '12.50', '007']] },
  ]);
  const files = unzipSync(workbook);
  const part = (name: string) => new TextDecoder().decode(files[name]);
  expect(part('xl/worksheets/sheet1.xml')).toContain('<v>12.5</v>');
  expect(part('xl/styles.xml')).toContain('formatCode="0.00"');
  expect(part('xl/sharedStrings.xml')).toContain('007');
});
