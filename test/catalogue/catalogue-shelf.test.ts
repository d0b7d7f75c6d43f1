import { describe, expect, test } from 'vitest';
import {
  type Catalogue,
  catalogueShelf,
  shippedCatalogues,
  speaksOf,
  yimeiPovertyAlleviation as yimei,
} from '../../src/catalogue/index.ts';

const own = (changes: Partial<Catalogue>): Catalogue => ({ ...yimei, id: 'subsidies', ...changes });
const names = (catalogues: readonly Catalogue[]) =>
  catalogues.map(({ id, version }) => `${id} ${version}`);

describe('各村用哪几份目录', () => {
  test('区县没有定过，用最早的那份；三个时期的都能选', () => {
    const { inForce, others } = catalogueShelf(shippedCatalogues, [], []);
    expect(names(inForce)).toEqual(['yimei-poverty-alleviation 1']);
    expect(names(others)).toEqual(['yimei-rural-revitalisation 1', 'yimei-regular-assistance 1']);
  });

  test('区县定了，按定的顺序排在前面，只列每份的最新一版', () => {
    const shelf = catalogueShelf(
      shippedCatalogues,
      [own({ version: 1 }), own({ version: 2 })],
      ['yimei-regular-assistance', 'subsidies'],
    );
    expect(names(shelf.inForce)).toEqual(['yimei-regular-assistance 1', 'subsidies 2']);
    expect(names(shelf.others)).toEqual([
      'yimei-poverty-alleviation 1',
      'yimei-rural-revitalisation 1',
    ]);
  });

  test('区县改过的新版，顶替软件自带的那一版', () => {
    const { inForce } = catalogueShelf(shippedCatalogues, [own({ id: yimei.id, version: 2 })], []);
    expect(names(inForce)).toEqual([`${yimei.id} 2`]);
  });

  test('定的目录这部手机还没收到，先用最早的那份', () => {
    expect(names(catalogueShelf(shippedCatalogues, [], ['subsidies']).inForce)).toEqual([
      `${yimei.id} 1`,
    ]);
  });
});

describe('在目录里查找', () => {
  const found = (wanted: string) =>
    yimei.items.filter((item) => speaksOf(item, wanted)).map(({ number }) => number);

  test('按名称、要素、依据都找得到，几个词都要有', () => {
    expect(found('小额信贷')).toEqual(['8']);
    expect(found('年度计划 资金项目计划')).toEqual(['7']);
    expect(found('建档立卡')).toEqual(['4']);
    expect(found('没有的词')).toEqual([]);
  });

  test('什么都没填，全部列出；全角半角一样', () => {
    expect(found('  ')).toHaveLength(13);
    expect(found('１２３１７')).toEqual(['13']);
  });
});
