import { expect, test } from 'vitest';
import {
  boardRuleOf,
  isTickedForVillageBoard,
  shippedCatalogues,
  villageItems,
} from '../../src/catalogue/index.ts';

test.each(shippedCatalogues)(
  '$field：目录勾了村公示栏的，和规定要求上栏的，各是各的',
  (catalogue) => {
    const numbers = (isSo: (item: (typeof catalogue.items)[number]) => boolean) =>
      catalogue.items.filter(isSo).map(({ number }) => number);
    expect(numbers(isTickedForVillageBoard)).toEqual(['4', '5', '8']);
    expect(numbers((item) => boardRuleOf(item) !== undefined)).toEqual([
      '6',
      '7',
      '8',
      '10',
      '11',
      '12',
    ]);
  },
);

test('资金和项目按2018年的意见上固定公示栏，原则上不少于10天', () => {
  const funds = villageItems(shippedCatalogues[0] ?? never()).find(({ number }) => number === '6');
  expect(funds && boardRuleOf(funds)).toEqual({
    paper: '《国务院扶贫办、财政部关于完善扶贫资金项目公告公示制度的指导意见》',
    article: '第四条第（二）项',
    days: 10,
  });
});

function never(): never {
  throw new Error('no catalogue ships');
}
