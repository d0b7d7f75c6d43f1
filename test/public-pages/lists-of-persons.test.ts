import { describe, expect, test } from 'vitest';
import { templates } from '../../src/catalogue/templates/index.ts';
import { namesPersons } from '../../src/notice/index.ts';
import { renderNoticePage } from '../../src/public-pages/index.ts';
import { aLoanDocument, aNoticePage, anAmendedPage, FIRST_CODE } from './page-inputs.ts';
import { textOf } from './reading.ts';

describe('名单在网上留到公示期满', () => {
  test('公示期最后一天，名单还在', () => {
    const page = renderNoticePage(aNoticePage({ today: '2026-11-30' }));
    expect(page).toContain('赵某一');
  });

  test('期满第二天，名单撤下，户数和人数留着', () => {
    const page = renderNoticePage(aNoticePage({ today: '2026-12-01' }));
    expect(page).not.toContain('赵某一');
    expect(textOf(page)).toContain('农户名单（12户）已从网上撤下');
    expect(textOf(page)).toContain('农户名单：12户，家庭人口数合计33人');
  });

  test('期满以后，版次之间的改动也不再列出姓名', () => {
    const page = renderNoticePage(
      anAmendedPage({ today: '2026-12-01', sheet: { revision: 1, checkCode: FIRST_CODE } }),
    );
    expect(page).not.toMatch(/孙某三|周某五/);
    expect(textOf(page)).toContain('农户名单有改动，已不再列出');
  });

  test('撤回的公示，名单也撤下', () => {
    expect(renderNoticePage(aNoticePage({ standing: 'withdrawn' }))).not.toContain('赵某一');
  });

  test('村里的设置要求保留的，期满也不撤', () => {
    const page = renderNoticePage(aNoticePage({ today: '2026-12-01', keepLists: true }));
    expect(page).toContain('赵某一');
  });

  test('期满撤下的只是个人名单，企业的表留着', () => {
    const page = renderNoticePage(aNoticePage({ document: aLoanDocument(), today: '2027-01-01' }));
    expect(page).not.toContain('赵某一');
    expect(page).toContain('东升村种植专业合作社');
  });
});

describe('姓名在网上怎样显示', () => {
  test('默认与纸上一样，全名', () => {
    expect(renderNoticePage(aNoticePage())).toContain('<th scope="row">赵某一<');
  });

  test('设为隐去一部分时，全名哪里都不出现', () => {
    const page = renderNoticePage(
      anAmendedPage({ names: 'masked', sheet: { revision: 1, checkCode: FIRST_CODE } }),
    );
    expect(page).not.toMatch(/[赵钱孙李周]某/);
    expect(page).toContain('<th scope="row">赵*一<');
    expect(textOf(page)).toContain('网上的姓名隐去了一部分');
  });

  test('有个人名单的页面，不让搜索引擎收录', () => {
    expect(renderNoticePage(aNoticePage())).toContain('<meta name="robots" content="noindex"/>');
  });

  test('写谁的姓名由模板说了算：户主要隐，责任人不隐，受益对象写的是户数', () => {
    const columns = templates.flatMap(({ tables }) => tables.flatMap((table) => table.columns));
    expect(columns.filter(({ sensitive }) => sensitive).length).toBeGreaterThan(0);
    for (const { label, sensitive } of columns) {
      const shown = { label, align: 'start', ...(sensitive ? { sensitive } : {}) } as const;
      expect({ label, isName: namesPersons(shown) }).toEqual({ label, isName: sensitive === true });
    }
    expect(namesPersons({ label: '种粮大户', align: 'start', sensitive: true })).toBe(true);
    expect(namesPersons({ label: '受益对象', align: 'start' })).toBe(false);
  });

  test('早先公布的名单，列上还没有标记，也照样认得', () => {
    expect(namesPersons({ label: '户主姓名', align: 'start' })).toBe(true);
    expect(namesPersons({ label: '贷款对象', align: 'start' })).toBe(true);
  });
});
