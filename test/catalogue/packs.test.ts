import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type CatalogueItem,
  catalogueSchema,
  shippedCatalogues,
  villageItems,
  yimeiPovertyAlleviation,
  yimeiRegularAssistance,
  yimeiRuralRevitalisation,
} from '../../src/catalogue/index.ts';

describe.each(shippedCatalogues)('$title', (catalogue) => {
  test('符合目录的格式', () => {
    expect(v.safeParse(catalogueSchema, catalogue).issues).toBeUndefined();
  });

  test('事项、时限、渠道和伊美区原目录一一对应，村里要公开的还是那八项', () => {
    const facts = ({ id, number, timeLimit, channels, levels }: CatalogueItem) => ({
      id,
      number,
      timeLimit,
      channels,
      levels,
    });
    expect(catalogue.items.map(facts)).toEqual(yimeiPovertyAlleviation.items.map(facts));
    expect(villageItems(catalogue).map(({ number }) => number)).toEqual(
      villageItems(yimeiPovertyAlleviation).map(({ number }) => number),
    );
  });
});

test('用词随时期：先是贫困户，后是监测对象，再后是防止返贫致贫对象', () => {
  const names = shippedCatalogues.map(({ items }) => items[3]?.level2);
  expect(names).toEqual(['贫困人口识别', '监测对象识别', '防止返贫致贫对象纳入']);
});

test('原目录照录，没有待确认的；后两部不是印发的文件，写明哪些要区县填写', () => {
  const open = (catalogue: typeof yimeiPovertyAlleviation) => [
    ...(catalogue.toConfirm ?? []),
    ...catalogue.items.flatMap((item) => item.toConfirm ?? []),
  ];
  expect(open(yimeiPovertyAlleviation)).toEqual([]);
  for (const catalogue of [yimeiRuralRevitalisation, yimeiRegularAssistance]) {
    expect(catalogue.source).toContain('不是印发的文件');
    expect(open(catalogue).length).toBeGreaterThan(0);
  }
});

test('没有见到依据的事项，依据空着，并且列为待填写', () => {
  for (const catalogue of shippedCatalogues) {
    for (const item of catalogue.items.filter(({ bases }) => bases.length === 0)) {
      expect(item.toConfirm?.join()).toContain('公开依据');
    }
  }
});

test('各部目录的年份前后相接，不重叠', () => {
  expect(yimeiRuralRevitalisation.period).toEqual({ from: '2021-01-01', to: '2025-12-31' });
  expect(yimeiRegularAssistance.period).toEqual({ from: '2026-01-01' });
});
