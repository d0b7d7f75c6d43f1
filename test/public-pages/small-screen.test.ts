import { describe, expect, test } from 'vitest';
import { renderNoticePage } from '../../src/public-pages/index.ts';
import { fitsNarrowScreen } from '../../src/public-pages/notice-table.tsx';
import { dialledNumber } from '../../src/public-pages/telephone-link.tsx';
import { aLoanDocument, aNoticePage, anExitDocument } from './page-inputs.ts';

function tableOf(document: ReturnType<typeof anExitDocument>) {
  const table = document.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('the notice has no table');
  return table;
}

describe('小屏幕上看名单', () => {
  test('序号、小组、姓名、人口数四列，320像素放得下', () => {
    expect(fitsNarrowScreen(tableOf(anExitDocument()))).toBe(true);
  });

  test('贷款表放不下，按户显示', () => {
    expect(fitsNarrowScreen(tableOf(aLoanDocument()))).toBe(false);
  });

  test('有很长的姓名时，也按户显示', () => {
    const table = tableOf(anExitDocument(1));
    const rows = [['1', '1组', '阿卜杜热合曼·买买提明·吐尔逊', '3']];
    expect(fitsNarrowScreen({ ...table, rows })).toBe(false);
  });
});

describe('点号码就能打电话', () => {
  test.each([
    ['0458-0000001', '04580000001'],
    ['12317', '12317'],
    ['０４５８-０００００01', '04580000001'],
    ['0458-0000001转12', '04580000001,12'],
    ['+86 458 0000001', '+864580000001'],
    ['(0458) 0000001', '04580000001'],
    ['0458－0000001（白天）', '04580000001'],
  ])('%s', (number, dialled) => {
    expect(dialledNumber(number)).toBe(dialled);
  });

  test.each(['____', '', '无'])('没填的“%s”不做成链接', (number) => {
    expect(dialledNumber(number)).toBeUndefined();
  });

  test.each([
    'dongsheng2026@example.cn',
    '东升镇新兴街128号，邮编153000',
    '153000 东升镇新兴街128号',
    '0458-0000001、0458-0000002',
    '见2026年第12号文件',
  ])('“%s”不是一个号码，不做成链接', (text) => {
    expect(dialledNumber(text)).toBeUndefined();
  });

  test('写在一起的两个号码，各按各的拨', () => {
    const contacts = [{ label: '村委会', number: '0458-0000001、0458-0000002' }];
    const page = renderNoticePage(aNoticePage({ contacts }));
    expect(page).toContain(
      '<a href="tel:04580000001">0458-0000001</a>、<a href="tel:04580000002">',
    );
  });
});
