import { type CorpusCell, cell, contact, running } from './cell.ts';
import { creditCode, dateNumber, groups, landline, personName, villages } from './invented.ts';
import type { Chance } from './seeded.ts';

type Maker = (chance: Chance) => CorpusCell;

function money(chance: Chance): string {
  const amount = chance.next() * 10 ** chance.whole(2, 8);
  return chance.of([
    amount.toFixed(2),
    String(Math.round(amount)),
    amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    `¥${amount.toFixed(2)}`,
    `${(amount / 1e4).toFixed(4)}万元`,
    String(amount / 3),
    String(0.1 + chance.whole(1, 9) / 5),
    `${Math.round(amount)}元整`,
  ]);
}

const amounts: Maker = (chance) =>
  chance.of<Maker>([
    (c) => cell(c.of(['金额', '贷款额度(万元)', '', '贴息(元)']), money(c)),
    (c) => cell('', `${c.whole(130, 199)}${c.digits(8)}元`),
    (c) =>
      running(
        `资金总额1${c.whole(3, 9)}${c.digits(9)}.${c.digits(2)}元，其中中央资金${money(c)}。`,
      ),
    (c) =>
      running(
        `${c.of(groups)} ${c.whole(1000, 9999)} ${c.whole(130, 199)} ${c.digits(4)} ${c.digits(4)} ${c.whole(100, 999)}`,
      ),
    (c) =>
      cell(
        '',
        `${c.whole(6000, 6299)} ${c.whole(1000, 9999)} ${c.whole(1000, 9999)} ${c.whole(1000, 9999)} ${c.whole(1000, 9999)}`,
      ),
    (c) => running(`合计人民币壹拾叁万捌仟元整（${money(c)}）`),
    (c) => cell('面积(亩)', `${c.whole(1, 3000)}.${c.digits(c.whole(1, 15))}5`),
    (c) =>
      running(
        `铺设管道${c.whole(1000, 19999)}米，管径DN${c.whole(50, 300)}，砼C${c.whole(15, 40)}，共${c.whole(1, 9)}×${c.whole(2, 60)}根`,
      ),
  ])(chance);

const dates: Maker = (chance) =>
  chance.of<Maker>([
    (c) => cell('日期', dateNumber(c, 2015, 2027)),
    (c) =>
      cell('', `2026-${c.whole(1, 12)}-${c.whole(1, 28)} ${c.whole(10, 23)}:${c.whole(10, 59)}:00`),
    (c) =>
      running(
        `公示期7天，自2026年${c.whole(1, 12)}月${c.whole(1, 28)}日至2026年12月${c.whole(1, 31)}日。`,
      ),
    (c) => cell('贷款期限', `2025.3.${c.whole(1, 28)}-2028.3.${c.whole(1, 28)}`),
    (c) =>
      cell(
        '',
        `2026/0${c.whole(1, 9)}/1${c.whole(0, 9)} - 2026/1${c.whole(0, 2)}/2${c.whole(0, 8)}`,
      ),
    (c) =>
      cell(
        '流水号',
        `${dateNumber(c, 2020, 2027)}${c.whole(10, 23)}${c.whole(10, 59)}${c.whole(10, 59)}${c.digits(c.whole(3, 6))}`,
      ),
    (c) =>
      running(
        `本项目于2026年${c.whole(1, 12)}月开工，生产周期${c.whole(60, 300)}天，出生牛犊${c.whole(1, 90)}头`,
      ),
  ])(chance);

const papers: Maker = (chance) =>
  chance.of<Maker>([
    (c) => running(`根据黑财农〔20${c.whole(15, 27)}〕${c.whole(1, 300)}号文件要求`),
    (c) => running(`依据《关于建立贫困退出机制的意见》和伊美政办发[2026]${c.whole(1, 99)}号`),
    (c) => cell('文号', `黑乡振发〔2021〕${c.whole(1, 99)}号`),
    (c) => cell('合同编号', `YM-2026-${c.digits(4)}-${c.digits(11)}`),
    (c) => cell('', `HT${dateNumber(c, 2018, 2027)}${c.digits(8)}`),
    (c) => running(`合同编号：1${c.whole(3, 9)}${c.digits(9)}，签订日期2026年3月`),
    (c) => cell('发票号码', `26232000000${c.digits(9)}`),
    (c) => running(`发票号码：${c.digits(8)}、${c.digits(8)}，收据号${c.digits(10)}`),
    (c) => cell('营业执照注册号', `230717${c.digits(9)}`),
    (c) =>
      running(
        `第${c.whole(1, 30)}号公告、第${c.whole(1, 30)}号令及${c.of(villages)}${c.whole(1, 20)}号决议`,
      ),
    (c) => running(`招标编号：ZB230717${dateNumber(c, 2019, 2027)}${c.digits(4)}`),
  ])(chance);

const codes: Maker = (chance) =>
  chance.of<Maker>([
    (c) => cell(c.of(['统一社会信用代码', '', '']), creditCode(c, c.in(0.5))),
    (c) => running(`实施单位信用代码${creditCode(c, true)}，负责人${personName(c)}`),
    (c) => running(`${c.of(villages)}种植专业合作社（${creditCode(c, c.in(0.5))}）`),
    (c) =>
      cell(
        c.of(['项目编号', '项目编码', '项目代码']),
        `230717${dateNumber(c, 2014, 2027)}${c.digits(4)}`,
      ),
    (c) => running(`项目编号：230717${dateNumber(c, 2014, 2027)}${c.digits(4)}，投资${money(c)}`),
    (c) =>
      running(
        `投资项目代码2${c.whole(0, 6)}${c.whole(10, 12)}-230717-0${c.whole(1, 9)}-0${c.whole(1, 9)}-${c.digits(6)}`,
      ),
    (c) => cell('项目编号', `5000001${c.digits(9)}`),
    (c) => cell('区划代码', c.of(['230717', '230717100', `230717100${c.whole(200, 299)}`])),
    (c) => cell('', c.of(['230717', '230717100', `230717100${c.whole(200, 299)}`])),
    (c) => cell('承包合同代码', `230717100200${c.digits(6)}J`),
    (c) => cell('承包方编码', `230717200${c.whole(200, 212)}${c.digits(6)}`),
    (c) => cell('地块编码', `230717100200${c.digits(7)}`),
    (c) =>
      running(
        `不动产单元号：230717 00${c.whole(1, 9)}00${c.whole(1, 9)} JC0000${c.whole(1, 9)} W00000000`,
      ),
    (c) => cell('', `230717-${dateNumber(c, 2019, 2027)}-${c.digits(4)}`),
    (c) => running(`HTTPS://HOST/V/230717100200/${c.digits(3)}M9QX2RT/${c.whole(1, 9)}-9F2C41AB`),
    (c) => cell('', `550e8400-e29b-41d4-a716-44665544${c.digits(4)}`),
    (c) => cell('设备编号', `SN${c.digits(15)}`),
    (c) => running(`设备序列号${c.digits(17)}，型号YJV22-3×${c.whole(50, 240)}`),
  ])(chance);

const meters: Maker = (chance) =>
  chance.of<Maker>([
    (c) =>
      cell(
        c.of(['电表号', '水表编号', '表号', '电能表资产号']),
        c.digits(c.of([8, 10, 12, 17, 22])),
      ),
    (c) => running(`电表号：${c.whole(1, 9)}${c.digits(16)}，户号：${c.digits(10)}`),
    (c) => running(`机井电表${c.whole(1, 9)}${c.digits(11)}本月用电${c.whole(100, 20000)}度`),
    (c) => cell('用电户号', `0${c.digits(9)}`),
    (c) => cell('坐标', `128.${c.digits(6)},47.${c.digits(6)}`),
    (c) => cell('', `E128.${c.digits(8)} N47.${c.digits(8)}`),
  ])(chance);

const offices: Maker = (chance) => {
  const [area, subscriber] = landline(chance);
  const number = chance.of([
    `${area}-${subscriber}`,
    `${area}${subscriber}`,
    `（${area}）${subscriber}`,
  ]);
  return chance.of<Maker>([
    () => running(`监督举报电话：12317、12345；镇政府电话：${number}。`),
    () => running(`如有异议，请向${chance.of(villages)}村民委员会反映，电话${number}`),
    () => running(`伊美区乡村振兴局 ${number}，纪检监察举报12388`),
    () => cell('监督电话', number),
    () => cell('责任单位电话', number),
    () => contact(number),
    () => contact(`村委会办公室：${number}`),
    () => contact('国家监督电话：12317'),
    () => contact('邮箱 fupin@yimei.gov.cn'),
    () => running('电子邮箱：yimeixc@yc.gov.cn'),
    () => running(`客服热线400-${chance.digits(3)}-${chance.digits(4)}`),
    () => contact(`伊春市伊美区红旗街${chance.whole(1, 300)}号镇政府二楼`),
    () => running(`办公地址：新兴路${chance.whole(1, 300)}号伊美区农业农村局`),
    () => running(`意见箱设在红旗街${chance.whole(1, 300)}号村委会门口`),
  ])(chance);
};

const publicAccounts: Maker = (chance) =>
  chance.of<Maker>([
    (c) => running(`收款单位：伊美区财政局财政专户，账号：23001${c.digits(15)}`),
    (c) => cell('对公账号', `62${c.digits(15)}`),
    (c) => cell('单位账户', c.digits(c.whole(12, 21))),
    (c) =>
      running(`户名：${c.of(villages)}村集体经济合作社，开户行：农商行，账号：${c.digits(19)}。`),
    (c) => running(`项目资金监管账户：${c.digits(17)}`),
  ])(chance);

const works: Maker = (chance) =>
  chance.of<Maker>([
    (c) => running(`在${c.of(groups)}${c.whole(1, 9)}号机井安装水泵${c.whole(1, 9)}台`),
    (c) => cell('建设地点', `${c.of(villages)}${c.of(groups)}${c.whole(1, 99)}号地块`),
    (c) => cell('项目名称', `${c.of(villages)}${c.whole(1, 20)}号大棚维修`),
    (c) =>
      cell(
        '建设内容',
        `新兴路${c.whole(1, 99)}号至${c.whole(100, 199)}号段硬化${c.whole(100, 2000)}米`,
      ),
    (c) => cell('实施地点', `红旗街${c.whole(1, 99)}号院内`),
    (c) => running(`购置${c.of(['3号', '5号', '12号'])}变压器，更换${c.whole(2, 30)}盏路灯`),
    (c) =>
      cell(
        '施工标段',
        `第${c.whole(1, 9)}标段K${c.whole(0, 9)}+${c.digits(3)}-K${c.whole(10, 19)}+${c.digits(3)}`,
      ),
    (c) =>
      running(
        `种植龙粳${c.whole(21, 99)}、京科968、吉单${c.whole(20, 999)}，云A级、黑B类土地${c.whole(10, 99)}亩`,
      ),
    (c) => cell('', `新C${c.whole(20, 60)}混凝土，宁A标段`),
    (c) => cell('', `${c.of(villages)}${c.of(groups)}`),
  ])(chance);

const programmes: Maker = (chance) =>
  chance.of<Maker>([
    () => running('深入学习贯彻中央农村工作会议精神，推进精神文明建设'),
    (c) => running(`开展妇女两癌筛查${c.whole(20, 300)}人次`),
    (c) => running(`为高血压、糖尿病患者提供签约随访服务${c.whole(20, 300)}人次`),
    (c) => running(`发放困难残疾人生活补贴和重度残疾人护理补贴${money(c)}`),
    () => running('结核病防治宣传，艾滋病预防知识讲座'),
    (c) =>
      cell(
        '项目名称',
        c.of([
          '残疾人康复中心建设',
          '贫困重度残疾人家庭无障碍改造',
          '稻瘟病防治',
          '猪瘟疫苗接种',
          '病险水库除险加固',
          '农村居民大病保险补助',
        ]),
      ),
    () => running('松材线虫病、玉米大斑病、布鲁氏菌病防控，病死畜禽无害化处理'),
    (c) =>
      running(
        `${c.of(['0-6岁', '7～14岁', '3至6岁', '6—35月龄'])}儿童免费体检，${c.of(['60岁以上', '6岁以下', '12岁（含）以下', '80周岁及以上'])}免票`,
      ),
    (c) =>
      running(
        `移栽${c.whole(3, 9)}岁以上红松${c.whole(100, 2000)}株，饲养2岁母牛${c.whole(3, 30)}头`,
      ),
    () => cell('备注', '无病虫害'),
    (c) => cell('健康服务', `家庭医生签约${c.whole(20, 200)}户`),
    (c) => cell('年龄', String(c.whole(18, 95))),
  ])(chance);

const masked: Maker = (chance) =>
  chance.of<Maker>([
    (c) => cell('联系电话', `1${c.whole(30, 99)}****${c.digits(4)}`),
    () => cell('身份证号', '230717************'),
    (c) => running(`张*（35*************${c.digits(3)}）`),
    (c) => cell('银行卡号', `**** **** **** ${c.digits(4)}`),
    (c) => cell('账号', `尾号${c.digits(4)}`),
    (c) => cell('一卡通', `***************${c.digits(4)}`),
    () => cell('', '欧阳*'),
    () => cell('电子邮箱', 'l***@163.com'),
    () => cell('住址', '兴安村三组'),
  ])(chance);

const ordinary: Maker = (chance) =>
  chance.of<Maker>([
    (c) => cell('户主姓名', personName(c)),
    (c) => cell('村民小组', c.of(groups)),
    (c) => cell('家庭人口数', String(c.whole(1, 9))),
    (c) => cell('序号', String(c.whole(1, 500))),
    (c) => cell('贷款用途', c.of(['养殖黄牛', '种植黑木耳', '购买农机具', '大棚蔬菜', '养蜂30箱'])),
    (c) => cell('贷款银行', c.of(['伊春农商银行', '邮储银行', '农业银行伊美支行'])),
    (c) => cell('年利率(%)', c.of(['4.35', '3.45', '4.75', '3.1'])),
    (c) =>
      running(
        `${c.of(villages)}${c.whole(2024, 2027)}年拟退出贫困户${c.whole(3, 60)}户${c.whole(60, 180)}人，现予以公示。`,
      ),
    (c) => running(`经村民代表会议民主评议（应到${c.whole(30, 60)}人，实到${c.whole(20, 30)}人）`),
    () => running('公示期间，如有异议请以书面或电话形式实名反映，逾期不再受理。'),
    (c) =>
      running(
        `责任人${personName(c)}，绩效目标：带动${c.whole(3, 60)}户，户均增收${c.whole(500, 5000)}元`,
      ),
  ])(chance);

/** Makers of cells in which there is nothing to find, many of them made to deceive. */
export const harmlessMakers: readonly (readonly [share: number, make: Maker])[] = [
  [14, amounts],
  [8, dates],
  [10, papers],
  [18, codes],
  [6, meters],
  [9, offices],
  [5, publicAccounts],
  [9, works],
  [9, programmes],
  [5, masked],
  [14, ordinary],
];
