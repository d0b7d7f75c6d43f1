import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';
import { isOfficeColumn, sentenceBefore, speaksOfOffice } from './number-labels.ts';

const count = '[0-9一二三四五六七八九十百零〇]{1,5}';
const estate = '(?:小区|社区|新村|新区|新城|花园|家园|公寓|家属[区院楼]|[苑园])';
/** A place below which a number is a house: group, hamlet, street, estate. */
const anchor = `(?:组|屯|街道?|路|巷|弄|胡同|大道|里|村|庄|门牌号?|${estate})`;
const building = `${count}(?:号楼|栋|幢|座|号院)`;
const room = `${count}(?:-${count})?(?:室|户|号|楼[东西中左右]?户?)?`;
const flat = `(?:(?:${building}|${count}楼)?${count}单元(?:${room})|${building}${count}(?:室|户|号))`;
const house = `第?${count}(?:-${count})? ?号(?:附${count}号?)?[院楼栋]?`;
const dashed = `(?<=${estate} ?)${count}-${count}-[0-9]{3,4}(?!\\d)`;
const address = new RegExp(
  `${anchor}[ ,、]?(?:${house}(?:${flat}|${count}单元${room}|${count}室)?|${flat})|${flat}|${dashed}`,
  'g',
);
/** Part of a building, which is a home only where the words say so. */
const entrance = new RegExp(`${building}(?:${count}单元)?`, 'g');

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪任姜范姚谭廖邹熊郝孔崔康邱秦顾侯邵孟段钱汤尹黎易乔贺赖龚]';
/**
 * What may follow the number of a house. Anything else makes it a numbered thing: a well, a lot, a
 * stretch of road, the day of a meeting.
 */
const afterHouse = new RegExp(
  `^(?:$|[\\s,.。;:!?()（）/、"'”]|[院附楼栋幢户家室门住男女]|的?住|${surname}[\\u4e00-\\u9fff]{1,2}(?:$|[家等户的]|[^\\u4e00-\\u9fff]))`,
);
const nextOfList = new RegExp(`^(?:[、,和及] ?第?${count}号)+`);

/** A quick first look: no address without one of these. */
const addressSieve = /[号室户元栋幢]|\d-\d/;

const homeWords = /住址|家住|现住|居住|户籍|住在|门牌/;
const homeColumn = /住址|住所|住处|居住|户籍地|家庭地址|门牌|^(?:详细)?地址$/;
const siteColumn =
  /项目|建设|实施|地点|位置|工程|办公|经营|注册|单位|张贴|坐落|施工|联系地址|通讯地址|监督/;
const officeAfter =
  /^[^,、。;\n]{0,12}?(?:政府|村委|委员会|村部|办公|中心|局|大厅|派出所|卫生|学校|信用社|银行|合作社|公司|广场|厕|文化)/;

/**
 * House addresses more exact than the village group. The addresses of offices in contact blocks
 * and the sites of works pass.
 */
export function findAddresses(folded: string, context: TextContext): Spotted[] {
  if (context.where === 'contact') return [];
  const label = context.columnLabel ?? '';
  if (!addressSieve.test(folded) && !label.includes('门牌')) return [];
  const isHome = homeColumn.test(label);
  if (!isHome && (siteColumn.test(label) || isOfficeColumn(label))) return [];
  const results: Spotted[] = [];
  for (const match of folded.matchAll(address)) {
    const start = match.index;
    const end = start + match[0].length;
    const saysHome = isHome || homeWords.test(sentenceBefore(folded, start));
    if (!saysHome && !isHouse(folded, match[0], end)) continue;
    if (!saysHome && context.where === 'text' && speaksOfOffice(folded, start)) continue;
    if (!saysHome && officeAfter.test(folded.slice(end, end + 20))) continue;
    const certainty = saysHome ? 'sure' : 'likely';
    results.push({ kind: 'houseAddress', start, end, certainty, remedy: 'mask' });
  }
  if (results.length > 0 || !isHome) return results;
  return findNumbersOfHomes(folded, label);
}

function isHouse(folded: string, matched: string, end: number): boolean {
  if (!matched.endsWith('号')) return true;
  const rest = folded.slice(end, end + 40);
  return afterHouse.test(rest.replace(nextOfList, ''));
}

/** In a column of homes, buildings and (in one of house numbers) bare numbers are addresses too. */
function findNumbersOfHomes(folded: string, label: string): Spotted[] {
  const pattern = /门牌/.test(label) ? /\d[\d-]*号?/g : entrance;
  return [...folded.matchAll(pattern)].map((match) => ({
    kind: 'houseAddress',
    start: match.index,
    end: match.index + match[0].length,
    certainty: 'sure',
    remedy: 'mask',
  }));
}
