import { describe, expect, test } from 'vitest';
import { columnConcern, rules } from '../../src/privacy/index.ts';

describe('默认不公开的列', () => {
  test.each([
    ['身份证号', 'idNumber'],
    ['户主证件号码', 'idNumber'],
    ['联系电话', 'telephone'],
    ['手 机', 'telephone'],
    ['银行账号', 'account'],
    ['一卡通卡号', 'account'],
    ['社保卡', 'account'],
    ['家庭住址', 'address'],
    ['门牌号', 'houseNumber'],
    ['出生年月', 'birthDate'],
    ['健康状况', 'health'],
    ['残疾等级', 'health'],
    ['所患疾病', 'health'],
    ['致贫原因', 'povertyCause'],
    ['主要致贫因素', 'povertyCause'],
    ['人均纯收入(元)', 'income'],
    ['家庭成员姓名', 'familyMembers'],
    ['子女情况', 'familyMembers'],
    ['就读学校', 'school'],
    ['户主照片', 'photo'],
    ['车牌号', 'plateNumber'],
    ['微信号', 'email'],
  ])('%s', (label, code) => {
    const concern = columnConcern(label);
    expect(concern?.code).toBe(code);
    expect(rules[concern?.rule ?? 'pipl-4'].title).toMatch(/^中华人民共和国/);
  });

  test.each([
    '序号',
    '村民小组',
    '户主姓名',
    '家庭人口数',
    '家庭成员数',
    '贷款额度(万元)',
    '年利率(%)',
    '监督电话',
    '责任单位电话',
    '对公账号',
    '合作社账户',
    '项目地址',
    '建设地点',
    '办公地址',
    '现场照片',
    '施工前后照片',
    '村集体经济收入',
    '病虫害防治面积',
    '残疾人补贴金额',
    '健康服务人数',
    '健康扶贫项目',
    '统一社会信用代码',
    '项目编号',
    '',
  ])('「%s」可以公开', (label) => {
    expect(columnConcern(label)).toBeUndefined();
  });
});
