import { type CorpusCell, cell, contact, running, seed } from './cell.ts';
import {
  bankCard,
  birth,
  grouped,
  groups,
  idNumber,
  landline,
  mobile,
  personName,
  villages,
} from './invented.ts';
import type { Chance } from './seeded.ts';

type Maker = (chance: Chance) => CorpusCell;

/** Words that hold other words, numbers inside addresses of the web, works beside homes. */
export const hardHarmless: readonly Maker[] = [
  (c) =>
    running(
      `网址 https://www.yimei.gov.cn/art/2026/3/5/art_${c.digits(5)}_1${c.whole(30, 99)}${c.digits(8)}.html`,
    ),
  (c) => running(`详见http://xxgk.yc.gov.cn/c/202603/1${c.whole(30, 99)}${c.digits(8)}.shtml`),
  () => running('经评估，其中风险可控，中风险地区人员已排查'),
  () => running('年终总结核对无误，完结核销手续'),
  () => running('引进物流产业园，带动现代流通产业'),
  () => running('已发布病虫害预警，防范严重病虫害'),
  () => running('开放疗养院，建设文化疗养基地'),
  () => running('市场信心衰退，村级中心衰减系数'),
  () => running('收购二级残次木材，一级公路残疾人通道'),
  () => running('消除安全隐患，防范水患和火患，增强忧患意识'),
  () => running('防止因病致贫返贫，落实大病专项救治'),
  () => running('严重精神障碍患者管理服务工作经费'),
  () => running('白内障患者免费复明手术项目'),
  () => cell('项目名称', '农村妇女乳腺癌、宫颈癌检查'),
  () => cell('建设内容', '新建残疾人托养中心，配备康复器材'),
  (c) =>
    cell(
      '建设内容',
      `和平小区${c.whole(1, 20)}号楼外墙保温、${c.whole(1, 20)}号楼${c.whole(1, 5)}单元楼道灯维修`,
    ),
  (c) => running(`我村${c.whole(1, 28)}号召开村民代表会议，本村${c.whole(1, 28)}号前完成公示`),
  (c) =>
    running(
      `${c.of(groups)}${c.whole(1, 9)}号村民代表、${c.of(groups)}${c.whole(1, 9)}号井、${c.of(groups)}${c.whole(1, 9)}号田`,
    ),
  (c) => running(`硬化新兴路${c.whole(1, 99)}号桥至红旗街${c.whole(1, 99)}号路口`),
  (c) => cell('ISBN', `978-7-5109-${c.digits(4)}-${c.digits(1)}`),
  (c) => cell('商品条码', `690${c.digits(10)}`),
  (c) => running(`种子审定编号黑审稻2023${c.digits(4)}，农药登记证号PD2013${c.digits(4)}`),
  (c) => running(`执行GB/T 33000-2016、DB23/T ${c.digits(4)}-2020标准`),
  (c) => cell('车架号', `LVSHCAMB1CE${c.digits(6)}`),
  (c) => cell('IMEI', `86${c.digits(13)}`),
  () => running(`办公时间8:30-11:30、13:30-17:00，0830-1130`),
  (c) =>
    running(
      `1 ${c.of(villages)} ${personName(c)} ${c.whole(1, 8)} 50000 4.35 2025-03-05 2028-03-04 ${c.digits(4)}`,
    ),
  (c) =>
    running(
      `一季度 ${c.whole(100, 999)} ${c.whole(1000, 9999)} ${c.whole(1000, 9999)} ${c.whole(1000, 9999)} ${c.whole(100, 999)}`,
    ),
  (c) =>
    running(
      `收入${c.whole(100, 999)},${c.digits(3)}.00元，支出${c.whole(10, 99)},${c.digits(3)}.50元，结余1${c.digits(3)},${c.digits(3)},${c.digits(3)}.00`,
    ),
  (c) => cell('面积(平方米)', `1${c.whole(30, 99)}${c.digits(8)}m2`),
  (c) => cell('', `K${c.whole(100, 199)}+${c.digits(3)}～K${c.whole(200, 299)}+${c.digits(3)}`),
  () => running(`1985年3月生产队解散，2026年3月生效，2026年5月出台生态补偿`),
  () => running('年满6周岁至12周岁儿童，3岁骟马，5岁龄果树，满3岁入园'),
  () => running('按照每5岁一个年龄组统计'),
  (c) => running(`村微信公众号yimei_xingan，QQ群${c.digits(9)}`),
  (c) => cell('凭证号', `记-2026-03-${c.digits(4)}`),
  (c) => cell('', `(2026)黑0717民初${c.digits(4)}号`),
  (c) => running(`黑(2026)伊美区不动产权第${c.digits(7)}号`),
  (c) => cell('批次', `${c.digits(8)}-${c.digits(8)}`),
  (c) => running(`每人${c.whole(1, 9)}00元*${c.whole(10, 99)}人*12个月=${c.digits(7)}元`),
  (c) => cell('', `${c.digits(64).replace(/[1357]/g, 'a')}`),
  (c) => contact(`监督电话：0458-555${c.digits(4)}转${c.digits(3)}，传真0458-555${c.digits(4)}`),
  (c) => running(`请到红旗街${c.whole(1, 200)}号便民服务大厅3号窗口办理`),
  () => cell('户主姓名', '欧阳癸'),
  () => running('精神面貌焕然一新，智力扶贫、扶志扶智'),
  () => running('肝胆相照、呕心沥血，心脏地带'),
  (c) => running(`手机信号基站${c.whole(1, 9)}座，卡口${c.whole(1, 9)}号监控`),
  (c) => cell('水费单号', `${c.digits(11)}`),
  (c) => running(`机票、车次K7${c.digits(3)}，检票口${c.whole(1, 9)}号`),
];

/** The same kinds of secrets, written as tired people write them. */
export const hardPersonal: readonly Maker[] = [
  (c) => {
    const number = idNumber(c);
    return cell('', seed('idNumber', `${number.slice(0, 12)}\n${number.slice(12)}`));
  },
  (c) => cell('', seed('idNumber', idNumber(c)), seed('idNumber', idNumber(c))),
  (c) => cell('', `${c.whole(1, 9)}`, seed('idNumber', idNumber(c))),
  (c) => cell('', seed('idNumber', idNumber(c)), seed('mobile', mobile(c))),
  (c) => cell('', seed('idNumber', idNumber(c)), ' ', seed('mobile', mobile(c))),
  (c) => cell('', seed('mobile', mobile(c)), ' ', seed('idNumber', idNumber(c))),
  (c) => cell('', seed('idNumber', grouped(idNumber(c), [6, 8], '_'))),
  (c) => cell('', seed('idNumber', [...idNumber(c)].join(' '))),
  (c) => cell('备注', `'`, seed('idNumber', idNumber(c))),
  (c) =>
    running(
      `户主${personName(c)}\t`,
      seed('idNumber', idNumber(c)),
      `\t${c.whole(1, 8)}\t`,
      seed('bankCard', bankCard(c)),
    ),
  (c) => running(`项目编号2026-001，负责村民${personName(c)}，`, seed('mobile', mobile(c))),
  (c) => running(`第${c.whole(1, 9)}户`, seed('mobile', mobile(c)), `${personName(c)}`),
  (c) => cell('', '138', '人；', seed('mobile', mobile(c)), '；1234'),
  (c) => cell('', seed('mobile', mobile(c)), '.'),
  (c) => cell('', `${personName(c)}1.`, seed('mobile', mobile(c))),
  (c) => cell('联系电话', seed('mobile', mobile(c)), '\n', seed('mobile', mobile(c))),
  (c) => cell('', '(+86)', seed('mobile', mobile(c))),
  (c) => {
    const [area, subscriber] = landline(c);
    return cell('家庭电话', seed('landline', `${area}-${subscriber}`), '转801');
  },
  (c) =>
    cell(
      '',
      '小区',
      seed('houseAddress', `${c.whole(1, 20)}-${c.whole(1, 6)}-${c.whole(101, 702)}`),
    ),
  (c) => cell('住址', '林场家属区', seed('houseAddress', `${c.whole(1, 20)}栋${c.whole(1, 30)}号`)),
  (c) =>
    cell(
      '住址',
      `${c.of(villages)}`,
      seed('houseAddress', `${c.whole(1, 20)}栋${c.whole(1, 6)}单元${c.whole(1, 7)}楼东户`),
    ),
  (c) => cell('', '二委三组', seed('houseAddress', `${c.whole(1, 99)}号`)),
  () => cell('', seed('health', '因病')),
  () => cell('', seed('health', '残疾')),
  () => cell('致贫原因', seed('health', '因残致贫')),
  () => running('其父', seed('health', '双腿残疾'), '，其母', seed('health', '左眼失明')),
  () => running('身患', seed('health', '重病'), '，常年吃药'),
  () => running('该户为', seed('health', '重度残疾人'), '家庭'),
  (c) => running(`${personName(c)}确诊`, seed('health', '甲状腺癌')),
  (c) => cell('备注', `孙子`, seed('minor', `${c.whole(1, 13)} 岁`)),
  (c) => running(`孙女年龄：`, seed('minor', `${c.whole(1, 9)}`), '，读小学'),
  () => running('长子', seed('minor', '八岁'), '，次子', seed('minor', '十一岁')),
  (c) => {
    const { year, month, day } = birth(c);
    const date = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
    return running('出生日期：', seed('birthDate', date));
  },
  (c) => running('生于', seed('birthDate', `${birth(c).year}年${c.whole(1, 12)}月`)),
  (c) => cell('', seed('plateNumber', `黑f·a${c.digits(4)}`)),
  (c) => running(`护照号码：`, seed('travelDocument', `E${c.digits(8)}`)),
  (c) =>
    running(`开户行：农商行，户名：${personName(c)}，账号：`, seed('account', `2${c.digits(18)}`)),
  (c) => cell('一卡通', `农行 `, seed('bankCard', bankCard(c))),
  (c) => running(`领取人签字 电话 `, seed('mobile', mobile(c)), ` 金额 ${c.whole(100, 999)}`),
  (c) => contact(`家住${c.of(villages)}，身份证`, seed('idNumber', idNumber(c))),
];
