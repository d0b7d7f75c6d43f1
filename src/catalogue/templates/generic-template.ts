import { elementName, elementWording, isVillageSubject } from '../catalogue-questions.ts';
import type { Catalogue, CatalogueElement, CatalogueItem } from '../catalogue-schema.ts';
import { GENERIC, GENERIC_VERSION, idPrefixOf } from '../outline.ts';
import parts from './parts.json' with { type: 'json' };
import type { BodyBlock, Field, Template } from './template-schema.ts';
import { type TemplateSource, writeTemplate } from './write-template.ts';

/**
 * A template made from the item alone, for an item without one of its own: a question for each
 * element, a list where one is wanted, the usual closing. The same item of the same catalogue
 * version always gives the same template.
 *
 * It is a publicity where the catalogue's own words speak of one (公示), an announcement otherwise.
 */
export function genericTemplate(item: CatalogueItem, catalogue: Catalogue): Template {
  const isPublicity = /公示/.test([item.level2, ...item.elements.map(({ text }) => text)].join());
  const asksIssuer = !isVillageSubject(item);
  const source: TemplateSource = {
    id: GENERIC + item.id,
    version: GENERIC_VERSION,
    item: item.id,
    name: `${item.level2}${isPublicity ? '公示' : '公告'}`,
    purpose: `公开“${item.level2}”，按目录的要素逐项填写`,
    kind: isPublicity ? 'publicity' : 'announcement',
    deadlineFrom: 'formedOn',
    sections: [
      { use: 'matter' },
      { id: 'list', label: '清单' },
      { use: isPublicity ? 'publicityClosing' : 'announcementClosing' },
    ],
    fields: [
      { use: 'year' },
      {
        id: 'basis',
        label: '依据',
        type: 'longText',
        section: 'matter',
        required: false,
        initial: item.bases.join(''),
      },
      ...questionsOf(item),
      { use: 'formedOn' },
      {
        id: 'hasList',
        label: '要附清单吗？',
        type: 'yesNo',
        section: 'list',
        required: true,
        initial: 'no',
      },
      ...(asksIssuer ? [{ use: 'issuer' }] : []),
      { use: 'signedOn' },
      ...(isPublicity ? [{ use: 'publicityFrom' }, { use: 'publicityDays', initial: '7' }] : []),
      { use: 'note' },
      { use: 'contact' },
    ],
    tables: [LIST],
    title: `{town}{village}{year}年${item.level2}${isPublicity ? '公示' : '公告'}`,
    addressee: '全体村民：',
    body: [
      {
        kind: 'paragraph',
        text: `[[根据{basis}要求，]]现将{year}年${item.level2}有关情况${isPublicity ? '公示' : '公告'}如下。`,
      },
      ...answersOf(item),
      { kind: 'table', table: 'list', when: { field: 'hasList', is: 'yes' } },
      { use: 'note' },
      { use: isPublicity ? 'objections' : 'questions' },
    ],
    ...(isPublicity ? { publicity: SHORTEST } : {}),
    contacts: [{ use: 'all' }],
    signers: [asksIssuer ? '{issuer}' : '{committee}'],
    covers: item.elements.map((_element, element) => ({ element, by: [fieldOf(element)] })),
  };
  return writeTemplate(source, parts, {
    catalogue: catalogue.id,
    catalogueVersion: catalogue.version,
    idPrefix: idPrefixOf(catalogue),
    vocabulary: { office: '{district}主管部门', hotlineLabel: '监督举报电话' },
    elementNames: () => item.elements.map(elementName),
  });
}

/** The catalogue names no days; the shortest that was found in practice is let pass. */
const SHORTEST: Template['publicity'] = {
  days: 5,
  counting: 'calendar',
  source: '目录没有写明公示天数：一般7天，最短5天；本地另有规定的按规定填写',
};

const LIST = {
  id: 'list',
  label: '清单',
  section: 'list',
  rowUnit: '项',
  rowName: '项',
  askedWhen: { field: 'hasList', is: 'yes' },
  columns: [
    { id: 'name', label: '名称', type: 'text', required: true },
    { id: 'detail', label: '内容', type: 'text', required: true },
    { id: 'remark', label: '备注', type: 'text', required: false },
  ],
};

const NUMERALS = '一二三四五六七八九十';

function fieldOf(element: number): string {
  return `element${element}`;
}

/** One question for each element; one for the whole matter where the catalogue names none. */
function questionsOf(item: CatalogueItem): Field[] {
  if (item.elements.length === 0) return [question('matter', item.level2)];
  return item.elements.map((element, index) => ({
    ...question(fieldOf(index), elementName(element)),
    ...helpOf(element),
  }));
}

function question(id: string, label: string): Field {
  return { id, label, type: 'longText', section: 'matter', required: true };
}

function helpOf(element: CatalogueElement): Pick<Field, 'help'> {
  return element.head === undefined ? {} : { help: `目录要求：${elementWording(element)}` };
}

function answersOf(item: CatalogueItem): BodyBlock[] {
  if (item.elements.length === 0) return [{ kind: 'paragraph', text: '{matter}' }];
  return item.elements.flatMap((element, index): BodyBlock[] => [
    { kind: 'heading', text: `${ordinal(index)}、${elementName(element)}` },
    { kind: 'paragraph', text: `{${fieldOf(index)}}` },
  ]);
}

/** 一, 二 … 十, then Arabic: a table of more elements than that is rare. */
function ordinal(index: number): string {
  return NUMERALS[index] ?? String(index + 1);
}
