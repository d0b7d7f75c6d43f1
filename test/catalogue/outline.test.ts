import { expect, test } from 'vitest';
import {
  itemById,
  itemOutlineOf,
  outlineOf,
  shippedCatalogues,
  shippedOutlines,
  timeLimitOf,
  villageItems,
  yimeiPovertyAlleviation,
} from '../../src/catalogue/index.ts';
import { makeOutline } from '../../src/catalogue/make-outline.ts';
import outline from '../../src/catalogue/outline.json' with { type: 'json' };
import {
  itemOfTemplate,
  templatesForItem,
  templatesOfPack,
} from '../../src/catalogue/templates/index.ts';

test('首屏用的目录摘要和目录、模板一致；不一致时运行 node src/catalogue/make-outline.ts', () => {
  expect(outline).toEqual(makeOutline());
  expect(shippedOutlines).toEqual(shippedCatalogues.map(outlineOf));
});

test('从模板的编号查到的事项和时限，与模板和目录里的一样', () => {
  for (const catalogue of shippedCatalogues) {
    for (const template of templatesOfPack(catalogue.id)) {
      const item = itemById(catalogue, template.item);
      const outlined = itemOutlineOf(template.id, template.version);
      expect(outlined?.id).toBe(template.item);
      expect(outlined?.name).toBe(item?.level2);
      expect(outlined?.rule).toEqual(item && timeLimitOf(catalogue, item).rule);
      expect(outlined?.isVillages).toBe(item && villageItems(catalogue).includes(item));
    }
  }
});

test('区县自己的目录，照搬的模板和通用的模板都查得到事项', () => {
  const [first, ...rest] = yimeiPovertyAlleviation.items;
  if (!first) throw new Error('the catalogue has items');
  const own = {
    ...yimeiPovertyAlleviation,
    id: 'own',
    version: 3,
    items: [{ ...first, id: 'quite.another', elements: [] }, ...rest],
  };
  for (const item of own.items) {
    for (const template of templatesForItem(own, item)) {
      expect(itemOfTemplate(template, [own])?.item.id).toBe(item.id);
      expect(itemOutlineOf(template.id, template.version, [own])?.id).toBe(item.id);
      expect(itemOutlineOf(template.id, template.version, [])).toBeUndefined();
    }
  }
  expect(itemOutlineOf('own.3.generic.quite.another', 2, [own])).toBeUndefined();
});

test('没见过的模板，查不到事项', () => {
  expect(itemOutlineOf('nothing', 1)).toBeUndefined();
  expect(itemOutlineOf('identification.first-publicity', 99)).toBeUndefined();
});
