import { describe, expect, test } from 'vitest';
import { forTheEar } from '../../src/public-pages/ear/for-the-ear.ts';
import { spokenPassages } from '../../src/public-pages/ear/spoken-passages.ts';
import { aLoanDocument, anExitDocument } from './page-inputs.ts';

describe('念给人听的字', () => {
  const heard: readonly (readonly [written: string, spoken: string])[] = [
    ['贷款50,000.00元', '贷款五万元'],
    ['贴息13050元', '贴息一万三千零五十元'],
    ['共10户12人', '共十户十二人'],
    ['100070003元', '一亿零七万零三元'],
    ['2.5万元', '二点五万元'],
    ['年利率4.35%', '年利率百分之四点三五'],
    ['2026年11月23日', '二零二六年十一月二十三日'],
    ['自2026-11-24至2026-11-30', '自二零二六年十一月二十四日至二零二六年十一月三十日'],
    ['期限2026.3—2027.3', '期限二零二六年三月到二零二七年三月'],
    ['2026年度计划', '二零二六年度计划'],
    ['国办函〔2026〕12号', '国办函二零二六年十二号'],
    ['电话0458-1234567', '电话零四五八，幺二三四五六七'],
    ['监督电话12317', '监督电话幺二三幺七'],
    ['每天8—10人', '每天八到十人'],
    ['补助500元/亩', '补助五百元每亩'],
    ['修路3km、铺砖200㎡', '修路三公里、铺砖二百平方米'],
    ['按《建档立卡工作方案》、村“两委”核实', '按建档立卡工作方案、村两委核实'],
    ['10200户', '一万零二百户'],
    ['12345元', '一万二千三百四十五元'],
  ];
  for (const [written, spoken] of heard) {
    test(`“${written}”念作“${spoken}”`, () => {
      expect(forTheEar(written)).toBe(spoken);
    });
  }

  test('念过的字里没有剩下的数字', () => {
    for (const document of [anExitDocument(30), aLoanDocument()]) {
      for (const passage of spokenPassages(document, 'whole')) {
        expect(forTheEar(passage)).not.toMatch(/\d/);
      }
    }
  });
});

describe('一段一段念', () => {
  test('表里的每一户是一句话，最后念合计和电话', () => {
    const passages = spokenPassages(anExitDocument(2), 'whole');
    expect(passages).toContain('第1户，1组，赵某一，家庭人口数1人。');
    expect(passages.some((passage) => /^合计，家庭人口数\d+人。$/.test(passage))).toBe(true);
    expect(passages.at(-1)).toMatch(/2026年\d+月\d+日。$/);
  });

  test('已经撤下的名单，只念户数，不念姓名', () => {
    const passages = spokenPassages(anExitDocument(2), 'takenDown').join('');
    expect(passages).toContain('共2户');
    expect(passages).not.toContain('赵某一');
  });

  test('电话说是电话，只说一遍；邮箱、地址不说成电话', () => {
    const contacts = [
      { label: '东升村村民委员会', number: '0458-0000001' },
      { label: '扶贫监督举报电话', number: '12317' },
      { label: '电子邮箱', number: 'dongsheng@example.cn' },
      { label: '通信地址', number: '东升镇新兴街128号' },
    ];
    const passages = spokenPassages({ ...anExitDocument(1), contacts }, 'whole');
    expect(passages.slice(-5, -1)).toEqual([
      '东升村村民委员会，电话0458-0000001。',
      '扶贫监督举报电话，12317。',
      '电子邮箱，dongsheng@example.cn。',
      '通信地址，东升镇新兴街128号。',
    ]);
  });
});
