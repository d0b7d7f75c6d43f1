import { expect, test } from 'vitest';
import { placeOf, yimeiPlaces } from '../../src/places/index.ts';

test('东升镇东升村在册，落款和上级写得对', () => {
  expect(placeOf(yimeiPlaces, '230717100200')).toEqual({
    village: { code: '230717100200', name: '东升村', committee: '东升村村民委员会' },
    town: { code: '230717100', name: '东升镇', government: '东升镇人民政府' },
    district: { code: '230717', name: '伊美区' },
  });
});

test('每个村的代码是12位数字、不重复，前9位是本区的一个镇或街道', () => {
  const { district, towns, villages } = yimeiPlaces;
  const townCodes = new Set(towns.map(({ code }) => code));
  expect(
    towns.filter(({ code }) => !/^\d{9}$/.test(code) || !code.startsWith(district.code)),
  ).toEqual([]);
  expect(villages.filter(({ code }) => !/^\d{12}$/.test(code))).toEqual([]);
  expect(villages.filter(({ code }) => !townCodes.has(code.slice(0, 9)))).toEqual([]);
  expect(new Set(villages.map(({ code }) => code)).size).toBe(villages.length);
  expect(villages.length).toBeGreaterThan(0);
});

test('每个村都说得出落款单位和上级政府', () => {
  for (const { code, name, body } of yimeiPlaces.villages) {
    const place = placeOf(yimeiPlaces, code);
    expect(place?.village.name).toBe(name);
    expect(place?.town.government).toMatch(/(人民政府|街道办事处)$/);
    if (body !== 'other') expect(place?.village.committee).toMatch(/(村民委员会|居民委员会)$/);
  }
});

test('名字里不带“村委会”“居委会”，免得落款写成两遍', () => {
  const wrong = yimeiPlaces.villages.filter(({ name }) => /委员会|村委会|居委会/.test(name));
  expect(wrong).toEqual([]);
});

test('不在册的代码，没有地方', () => {
  for (const code of ['230717100999', '230717999200', '110101001001', '', '230717100']) {
    expect(placeOf(yimeiPlaces, code)).toBeUndefined();
  }
});

test('写明数据从哪里来', () => {
  expect(yimeiPlaces.source).toContain('国家统计局');
});
