import { expect, test } from 'vitest';
import { findPersonalData, idNumberCheckDigit } from '../../src/privacy/index.ts';

const idNumber = (digits: string) => digits + idNumberCheckDigit(digits);
const KNOWN = idNumber('23071718850312101');
const kindsOf = (text: string, columnLabel?: string) =>
  findPersonalData(text, { where: 'cell', ...(columnLabel ? { columnLabel } : {}) }).map(
    ({ kind }) => kind,
  );

test.each([',', '，', '/'])('身份证号中间用“%s”断开，也认得', (mark) => {
  const parts = [KNOWN.slice(0, 6), KNOWN.slice(6, 14), KNOWN.slice(14)];
  expect(kindsOf(parts.join(mark))).toEqual(['idNumber']);
});

test('两个手机号之间用斜线、逗号隔开，两个都找到', () => {
  for (const mark of ['/', ',', '，']) {
    expect(kindsOf(`13800000000${mark}13900000000`)).toEqual(['mobile', 'mobile']);
  }
});

test.each([
  ['230717****1014', undefined, 'partlyMaskedIdNumber'],
  ['230717 850312 101', '身份证号', 'idNumber15'],
  ['社保卡号A12345678', undefined, 'travelDocument'],
  ['zhaomou @ qq.com', undefined, 'email'],
  ['新村 6 号', undefined, 'houseAddress'],
  ['一组门牌12号', undefined, 'houseAddress'],
  ['丧失劳动能力', undefined, 'health'],
  ['体弱多病', undefined, 'health'],
  ['肢体', '残疾类别', 'health'],
  ['二级', '残疾等级', 'health'],
  ['两岁', undefined, 'minor'],
  ['85.3', '出生年月', 'birthDate'],
] as const)('“%s”（%s）要提醒', (text, columnLabel, kind) => {
  expect(kindsOf(text, columnLabel)).toEqual([kind]);
});

test('号码里夹着看不见的方向记号，也认得', () => {
  expect(kindsOf('\u202d138\u202c0000\u206900\u00ad00')).toEqual(['mobile']);
});

test.each([
  ['622848****1234', '隐去中间的卡号'],
  ['23071720260305000123', '区划、日期加流水号，尾数碰巧像残疾证号'],
  ['2307172026030501', '区划、日期加流水号'],
  ['农证字第230717100200010012号', '证书号'],
  ['耳标号1230717000123456', '耳标号'],
])('“%s”放行：%s', (text) => {
  expect(kindsOf(text)).toEqual([]);
});

test('问健康的一栏里写“无”“良好”的放行', () => {
  for (const text of ['无', '良好', '健康', '略', ''])
    expect(kindsOf(text, '健康状况')).toEqual([]);
});

test('银行卡号的前几位碰巧像区划加日期，仍要遮住', () => {
  expect(kindsOf('6228482043082075399', '备注')).toEqual(['bankCard']);
});

test('区划加日期的二十位编号，没有一个当成身份证号', () => {
  for (let serial = 0; serial < 3_000; serial += 7) {
    expect(kindsOf(`23071720260305${String(serial).padStart(6, '0')}`)).toEqual([]);
  }
});
