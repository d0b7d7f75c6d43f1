import { type CorpusCell, cell, running, seed } from './cell.ts';
import { birth, groups, personName, villages } from './invented.ts';
import type { Chance } from './seeded.ts';

/* Cells with what is nobody else’s business: where a person lives, and what befell them. */

export function addresses(chance: Chance): CorpusCell {
  const place = `${chance.of(villages)}${chance.of(groups)}`;
  const number = chance.of([
    `${chance.whole(1, 200)}号`,
    `${chance.of(['十二', '七', '二十三', '一百零五'])}号`,
  ]);
  const flat = `${chance.whole(1, 20)}${chance.of(['号楼', '栋', '幢'])}${chance.whole(1, 6)}单元${chance.whole(101, 702)}${chance.of(['室', '', '号'])}`;
  const street = chance.of(['红旗街', '新兴路', '林业大道', '青年巷', '卫东胡同']);
  switch (chance.whole(0, 6)) {
    case 0:
      return cell(chance.of(['', '住址', '家庭住址', '备注']), place, seed('houseAddress', number));
    case 1:
      return cell(
        chance.of(['', '住址']),
        chance.of(['兴安家园', '和平小区', '林业社区']),
        seed('houseAddress', flat),
      );
    case 2:
      return cell('户籍地址', street, seed('houseAddress', `${chance.whole(1, 300)}号`));
    case 3:
      return running(
        `${personName(chance)}家住${place}`,
        seed('houseAddress', number),
        '，全家两口人。',
      );
    case 4:
      return running(
        `现居住于${street}`,
        seed('houseAddress', `${chance.whole(1, 300)}号${flat}`),
        '。',
      );
    case 5:
      return cell(
        '门牌号',
        seed('houseAddress', `${chance.whole(1, 400)}${chance.of(['', '号', '-1'])}`),
      );
    default:
      return cell('', place, seed('houseAddress', `${number}${chance.of(['', '院', '附1号'])}`));
  }
}

const conditions = [
  '肺癌',
  '乳腺癌',
  '胃癌术后',
  '食管癌',
  '脑瘤',
  '肝硬化',
  '尿毒症',
  '白血病',
  '脑血栓',
  '脑梗',
  '脑出血',
  '心脏病',
  '冠心病',
  '高血压',
  '糖尿病',
  '肺结核',
  '乙肝',
  '慢性肾炎',
  '癫痫',
  '精神分裂症',
  '精神病',
  '精神二级',
  '智力残疾',
  '智力三级',
  '肢体残疾',
  '肢体二级',
  '视力一级',
  '听力残疾二级',
  '残疾三级',
  '二级残疾',
  '重度残疾',
  '股骨头坏死',
  '类风湿',
  '红斑狼疮',
  '艾滋病',
  'HIV阳性',
  '老年痴呆',
  '偏瘫',
  '瘫痪',
  '肺气肿',
  '强直性脊柱炎',
  '截肢',
  '长期卧床',
  '双目失明',
  '聋哑',
  '帕金森',
  '脑瘫',
  '抑郁症',
  '甲亢',
  '腰椎间盘突出',
];

export function circumstances(chance: Chance): CorpusCell {
  const name = personName(chance);
  const condition = chance.of(conditions);
  const { year, month, day } = birth(chance);
  const date = chance.of([
    `${year}年${month}月${day}日`,
    `${year}-${month}-${day}`,
    `${year}.${month}.${day}`,
  ]);
  const child = `${chance.whole(1, 13)}岁`;
  switch (chance.whole(0, 8)) {
    case 0:
      return cell(chance.of(['', '备注', '健康状况', '致贫原因']), seed('health', condition));
    case 1:
      return running(`${name}患`, seed('health', condition), '，家庭支出大。');
    case 2:
      return running(`户主妻子因`, seed('health', condition), '丧失劳动能力，');
    case 3:
      return cell('备注', `${name}，`, seed('health', condition));
    case 4:
      return cell(chance.of(['出生日期', '出生年月']), seed('birthDate', date));
    case 5:
      return running(`${name}，`, seed('birthDate', date), '出生，小学文化');
    case 6:
      return cell('户主姓名', `${name}（`, seed('minor', child), '）');
    case 7:
      return cell('年龄', seed('minor', String(chance.whole(1, 13))));
    default:
      return running(`孙女`, seed('minor', child), `，由${name}抚养。`);
  }
}
