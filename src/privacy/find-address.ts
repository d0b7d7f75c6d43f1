import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';
import { isOfficeColumn, speaksOfOffice } from './number-labels.ts';

const count = '[0-9一二三四五六七八九十百零〇]{1,5}';
/** A place below which a number is a house: group, hamlet, street, estate. */
const anchor = '(?:组|屯|街道?|路|巷|弄|胡同|大道|小区|社区|新村|新区|花园|家园|里|村|庄)';
const house = `(?:第?${count}(?:-${count})?号(?:附${count}号?)?(?:院|楼|栋)?)`;
const unit = `(?:${count}号?(?:楼|栋|幢|座))?${count}单元(?:${count}(?:-${count})?(?:室|户|号)?)?`;
const room = `${count}号?(?:楼|栋|幢|座)${count}(?:室|户)`;
const address = new RegExp(
  `${anchor}[ ,、]?(?:${house}(?:${unit}|${room}|${count}室)?|${unit}|${room})|${unit}|${room}`,
  'g',
);
/** A numbered thing that is not a house: wells, lots, greenhouses, stretches of road, papers. */
const notAHouse =
  /^(?:机?电?井|路灯|[大温]?棚|大棚|温室|地块|地|点位|标段|桥|涵|泵|渠|沟|坝|水库|塘|堤|项目|变压器|台区|变|线|杆|公路|文|令|公告|公示|至|到|起|-|~|图斑|冰雪|车|岗|卡口|监控|垃圾|仓|库房|厂房|车间|桩|闸|站|林班|小班|圈舍|猪舍|牛舍|鸡舍|合同|议案|决议|案|机组|电站)/;

const homeWords = /住址|家住|现住|居住|户籍|住在|门牌/;
const homeColumn = /住址|住所|住处|居住|户籍地|家庭地址|门牌|^(?:详细)?地址$/;
const siteColumn =
  /项目|建设|实施|地点|位置|工程|办公|经营|注册|单位|张贴|坐落|施工|联系地址|通讯地址|监督/;

/**
 * House addresses more exact than the village group. The addresses of offices in contact blocks
 * and the sites of works pass.
 */
export function findAddresses(folded: string, context: TextContext): Spotted[] {
  if (context.where === 'contact') return [];
  if (!/[号室户元]/.test(folded)) return findHouseNumber(folded, context);
  const label = context.columnLabel ?? '';
  const isHome = homeColumn.test(label);
  if (!isHome && (siteColumn.test(label) || isOfficeColumn(label))) return [];
  const results: Spotted[] = [];
  for (const match of folded.matchAll(address)) {
    const start = match.index;
    const end = start + match[0].length;
    if (notAHouse.test(folded.slice(end, end + 4))) continue;
    const before = folded.slice(Math.max(0, start - 24), start);
    const saysHome = isHome || homeWords.test(before);
    if (!saysHome && context.where === 'text' && speaksOfOffice(folded, start)) continue;
    if (!saysHome && isOfficeNear(folded, end)) continue;
    results.push({
      kind: 'houseAddress',
      start,
      end,
      certainty: saysHome ? 'sure' : 'likely',
      remedy: 'mask',
    });
  }
  return results.length > 0 ? results : findHouseNumber(folded, context);
}

function isOfficeNear(folded: string, end: number): boolean {
  return /^[^,、。;\n]{0,12}?(?:政府|村委|委员会|村部|办公|中心|局|大厅|派出所|卫生|学校|信用社|银行|合作社|公司|广场|厕|文化)/.test(
    folded.slice(end, end + 20),
  );
}

/** In a column of house numbers a bare number is an address. */
function findHouseNumber(folded: string, context: TextContext): Spotted[] {
  if (!/门牌/.test(context.columnLabel ?? '')) return [];
  const match = /\d[\d-]*号?/.exec(folded);
  if (match === null) return [];
  const start = match.index;
  return [
    {
      kind: 'houseAddress',
      start,
      end: start + match[0].length,
      certainty: 'sure',
      remedy: 'mask',
    },
  ];
}
