import { type HtmlCell, htmlTable } from '../table-builders.ts';

// after district portals: several fields on one page, each with its title and the header again,
// no level and no first-level column, 特定对象, words in place of ticks, boxes that lost their font
const HEADER: readonly HtmlCell[] = [
  '序号',
  '公开主体',
  '事项名称',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '责任科室',
];

const rows: readonly (readonly HtmlCell[])[] = [
  [['重大建设项目领域基层政务公开标准目录', 1, 10]],
  HEADER,
  [
    '1',
    '相关审批部门',
    '办事指南',
    '申报材料清单、批准流程、办理时限、受理机构联系方式、申报要求等',
    '《中华人民共和国政府信息公开条例》',
    '实时公开',
    '■政府网站    ■两微一端',
    '全社会',
    '主动公开',
    '综合科',
  ],
  [
    '2',
    '招标人',
    '招标投标',
    '招标公告、中标候选人公示、合同订立及备案情况',
    '《招标投标法》',
    '及时公开,公告期限为5个工作日',
    '■政府网站',
    '全社会、特定对象',
    '主动公开',
    '综合科',
  ],
  [['救灾领域基层政务公开标准目录', 1, 10]],
  HEADER,
  [
    '1',
    '区应急管理局',
    '救灾捐赠',
    '①捐赠款物总数②使用情况',
    '=VLOOKUP(A1,B:C,2)',
    '作出决定之日起7个工作日内',
    't政府网站□政府公报\n□两微一端□发布会/听证会\nt社区/企事业单位/村公示栏(电子屏)',
    '全体居民',
    '主动',
    '救灾科',
  ],
];

export const twoFields = () => htmlTable(rows);
