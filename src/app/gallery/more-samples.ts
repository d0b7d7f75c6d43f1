import { gridFromRows, importCatalogue } from '../../catalogue/import/index.ts';
import { shippedCatalogues } from '../../catalogue/index.ts';
import type { Undrawn } from '../font-places.ts';

/** Files, catalogues and rare characters for the parts that show them; all is invented. */

export const undrawn: readonly Undrawn[] = [
  {
    character: '\u{E000}',
    reason: 'private-use',
    places: [{ kind: 'row', number: 2, unit: '户', name: '赵某一' }],
  },
  {
    character: '\u{323AF}',
    reason: 'no-font',
    places: [
      { kind: 'text', label: '说明' },
      { kind: 'row', number: 12, unit: '户', name: '吐尔逊·买买提明·阿布都热合曼' },
    ],
  },
];

export const fileRows: readonly (readonly string[])[] = [
  ['东升村2026年贫困户名单'],
  ['序号', '组别', '户主姓名', '家庭人口', '身份证号', '备注（户主外出务工等情况，由各组填写）'],
  ['1', '1组', '赵某一', '3', '', ''],
  ['2', '2组', '吐尔逊·买买提明·阿布都热合曼', '很多', '', '由其子代办'],
  ['3', '2组', '', '2', '', ''],
  ['4', '3组', '钱某二', '4', '', ''],
  ['', '', '合计', '9', '', ''],
];
/** The row of 钱某二, which a filter hid. */
export const hiddenRows: readonly number[] = [5];

const grid = gridFromRows([
  ['某县扶贫领域基层政务公开标准目录'],
  [
    '序号',
    '一级事项',
    '二级事项',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道',
  ],
  [
    '1',
    '扶贫对象',
    '贫困人口识别',
    '识别标准；识别程序；识别结果',
    '《关于打赢脱贫攻坚战的决定》',
    '信息形成或变更之日起20个工作日内',
    '县扶贫部门、乡镇政府、村委会',
    '■政府网站 ■公开栏',
  ],
  ['2', '扶贫对象', '贫困人口退出', '退出计划；退出标准', '', '尽快', '村委会', '大喇叭'],
]);
if (!grid.ok) throw new Error('the table of the samples does not read');
const imported = importCatalogue(grid.grid);
if (!imported.ok) throw new Error(`the catalogue of the samples: ${imported.error.code}`);

export const pasted = { grid: grid.grid, ...imported };

const [catalogue] = shippedCatalogues;
if (!catalogue) throw new Error('no catalogue is shipped');
export const shelf = {
  choices: [catalogue, { ...catalogue, id: 'sample', title: '某县自定目录' }],
  all: [catalogue],
  inForce: [catalogue],
  chosen: catalogue,
  choose: () => undefined,
};
