import { gridFromMergedRanges, type MergedRange } from '../../../../src/catalogue/import/index.ts';
import { gridOf } from '../table-builders.ts';

// after town pages on budgets: a workbook with merged ranges, one matter cut into several rows by
// its contents, no column for the level, 批准后20日内, ① ② inside a cell, a basis within a basis
const LAW =
  '《中华人民共和国预算法》、《财政部关于印发<地方政府债务信息公开办法(试行)>的通知》(财预〔2018〕209号)等法律法规和文件规定';
const BLANK = ['', '', '', '', '', '', '', '', '', '', ''];

const rows = [
  ['财政预决算领域基层政务公开标准目录', ...BLANK.slice(1)],
  [
    '序号',
    '公开事项',
    '',
    '公开内容(要素)及要求',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '公开对象',
    '',
    '公开方式',
    '',
  ],
  ['', '一级\n事项', '二级\n事项', '', '', '', '', '', '全社会', '特定\n群体', '主动', '依申请'],
  [
    '1',
    '财政预决算',
    '政府预算',
    '一般公共预算:①一般公共预算收入表②一般公共预算支出表',
    LAW,
    '本级人民代表大会或其常务委员会批准后20日内',
    '江口乡人民政府',
    '■政府网站 □政府公报 □发布会 □其他',
    '√',
    '',
    '√',
    '',
  ],
  ['', '', '', '专项转移支付应当分地区、分项目公开。', '', '', '', '', '', '', '', ''],
  ['', '', '', '没有数据的表格应当列出空表并说明。', '', '', '', '', '', '', '', ''],
  [
    '2',
    '',
    '部门预算',
    '部门收支总体情况；财政拨款收支情况；“三公”经费情况',
    LAW,
    '部门批复后二十日内',
    '江口乡人民政府',
    '■政府网站 □政府公报 □发布会 □其他',
    '√',
    '',
    '√',
    '',
  ],
];

const down = (column: number, firstRow: number, lastRow: number): MergedRange => ({
  firstRow,
  lastRow,
  firstColumn: column,
  lastColumn: column,
});
const across = (row: number, firstColumn: number, lastColumn: number): MergedRange => ({
  firstRow: row,
  lastRow: row,
  firstColumn,
  lastColumn,
});

const merged = [
  across(0, 0, 11),
  ...[0, 3, 4, 5, 6, 7].map((column) => down(column, 1, 2)),
  across(1, 1, 2),
  across(1, 8, 9),
  across(1, 10, 11),
  down(1, 3, 6),
  ...[0, 2, 4, 5, 6, 7, 8, 9, 10, 11].map((column) => down(column, 3, 5)),
];

export const budgetWorkbook = () => gridOf(gridFromMergedRanges(rows, merged));
