import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type CatalogueItem,
  catalogueSchema,
  elementsText,
  yimeiPovertyAlleviation as yimei,
} from '../../src/catalogue/index.ts';
import { type SeedRow, seedRows, seedTable, seedTexts } from './seed-table.ts';

const { kept, original } = seedTexts();
const rows = seedRows(kept);

/** The item written back as the table prints it. */
function asPrinted(item: CatalogueItem): SeedRow {
  const tick = (ticked: boolean | undefined) => (ticked ? '√' : '');
  const level = (id: string) => tick(item.levels.find((entry) => entry.level === id)?.ticked);
  return {
    number: item.number,
    level1: item.level1,
    level2: item.level2,
    elements: elementsText(item),
    bases: item.basesText,
    timeLimit: item.timeLimit.text,
    subjects: item.subjectsText,
    channels: item.channels.map((entry) => ({
      mark: entry.ticked ? '■' : '□',
      label: yimei.channels.find((channel) => channel.id === entry.channel)?.label ?? '',
    })),
    wholeSociety: tick(item.audience.wholeSociety),
    specificGroups: tick(item.audience.specificGroups),
    proactive: tick(item.manner.proactive),
    onRequest: tick(item.manner.onRequest),
    district: level('district'),
    town: level('town'),
  };
}

test.runIf(original !== undefined)('随项目保存的目录原文与原件一字不差', () => {
  expect(kept).toBe(original);
});

test('目录符合目录的格式', () => {
  expect(v.parse(catalogueSchema, yimei)).toEqual(yimei);
});

test('目录共13项，原文也是13行', () => {
  expect(rows).toHaveLength(13);
  expect(yimei.items).toHaveLength(13);
});

describe('逐格与原文核对', () => {
  for (const [index, row] of rows.entries()) {
    const item = yimei.items[index];
    const printed = item ? asPrinted(item) : undefined;
    for (const column of Object.keys(row) as (keyof SeedRow)[]) {
      test(`第${row.number}项「${row.level2}」的${column}与原文一字不差`, () => {
        expect(printed?.[column]).toEqual(row[column]);
      });
    }
  }
});

test('原文的13个■、156个□、50个√、34个要素点，目录里一个不多一个不少', () => {
  const count = (mark: string) => seedTable(kept).split(mark).length - 1;
  const boxes = yimei.items.flatMap((item) => item.channels.map((entry) => entry.ticked));
  const ticks = yimei.items
    .map(asPrinted)
    .flatMap((row) => Object.values(row))
    .filter((cell) => cell === '√');
  const bullets = yimei.items.flatMap((item) => item.elements.filter(({ mark }) => mark === '·'));
  const held = {
    '■': boxes.filter((ticked) => ticked).length,
    '□': boxes.filter((ticked) => !ticked).length,
    '√': ticks.length,
    '·': bullets.length,
  };
  expect(held).toEqual({ '■': 13, '□': 156, '√': 50, '·': 34 });
  expect(held).toEqual({ '■': count('■'), '□': count('□'), '√': count('√'), '·': count('·') });
});

test('每项依据和主体都能从原文的格里逐条找到，没有多也没有漏', () => {
  for (const item of yimei.items) {
    expect(item.bases.join('')).toBe(item.basesText);
    expect(item.subjectsText.split(/[、和]/u)).toEqual(item.subjects);
  }
});

test('要素里列举的各部分都是原文的字，按原文的先后', () => {
  for (const { text, head = '', parts = [] } of yimei.items.flatMap((item) => item.elements)) {
    let from = 0;
    for (const words of [head, ...parts]) {
      const at = text.indexOf(words, from);
      expect(at, `${words} 在 ${text}`).toBeGreaterThanOrEqual(from);
      from = at + words.length;
    }
  }
});

test('原文没有文号，目录不编造文号；原文通知里的错字不进目录', () => {
  expect(yimei).not.toHaveProperty('documentNumber');
  expect(JSON.stringify(yimei)).not.toMatch(/央策|领城|渠遒|bookmark/u);
});
