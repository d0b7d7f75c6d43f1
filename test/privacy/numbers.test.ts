import { describe, expect, test } from 'vitest';
import {
  findPersonalData,
  idNumberCheckDigit,
  isSocialCreditCode,
  passesLuhn,
  type TextContext,
} from '../../src/privacy/index.ts';

/** Kinds with their certainty, as short as they can be compared. */
function found(text: string, context: Partial<TextContext> = {}): string[] {
  return findPersonalData(text, { where: 'text', ...context }).map(
    ({ kind, certainty, text: part }) => `${kind} ${certainty} ${part}`,
  );
}

describe('校验码', () => {
  test.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
    ['23071718800101008', 'X'],
    ['23071718800101001', '2'],
  ])('%s 的校验码是 %s', (digits, check) => {
    expect(idNumberCheckDigit(digits)).toBe(check);
  });

  test('不足十七位数字没有校验码', () => {
    expect(idNumberCheckDigit('2307171880010100')).toBeUndefined();
    expect(idNumberCheckDigit('')).toBeUndefined();
  });

  test('银行卡号按 Luhn 校验', () => {
    expect(passesLuhn('6228480000000000000')).toBe(true);
    expect(passesLuhn('6228480000000000001')).toBe(false);
  });

  test('统一社会信用代码按模 31 校验', () => {
    expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
    expect(isSocialCreditCode('91350100M000100Y44')).toBe(false);
    expect(isSocialCreditCode('230717188001010012')).toBe(false);
  });
});

describe('身份证号码', () => {
  test.each(['11010519491231002X', '440524188001010014', '23071718800101008X'])(
    '校验码正确的 %s 肯定是身份证号码',
    (number) => expect(found(number)).toEqual([`idNumber sure ${number}`]),
  );

  test('校验码错一位也是泄露，但由人判断', () => {
    expect(found('230717188001010013')).toEqual(['idNumber likely 230717188001010013']);
  });

  test('没有这一天的号码不当作身份证号码', () => {
    expect(found('230717188102290017')).toEqual(['account likely 230717188102290017']);
  });

  test.each([
    '23071718800101008x',
    '23071718800101008×',
    '２３０７１７１８８００１０１００８Ｘ',
    '230717 18800101 008X',
    '230717-1880-0101-008X',
    '230717　18800101　008X',
    '230717.18800101.008X',
    '23071718800101008 X',
    '230717\u200b18800101\u200b008X',
  ])('换了写法的 %s 也认得出，位置对应原文', (number) => {
    const text = `户主张三，${number}，三组`;
    expect(found(text)).toEqual([`idNumber sure ${number}`]);
  });

  test('十五位旧号只提醒', () => {
    expect(found('230717880101001')).toEqual(['idNumber15 likely 230717880101001']);
  });

  test('输到十七位时只提醒，不算完整号码', () => {
    expect(found('23071718800101001')).toEqual(['incompleteIdNumber likely 23071718800101001']);
  });

  test('残疾人证号里含身份证号码', () => {
    expect(found('23071718800101008X43')).toEqual([
      'disabilityCertificate sure 23071718800101008X43',
    ]);
  });

  test('和手机号连写在一起的也分得开', () => {
    expect(found('23071718800101008X13800001234')).toEqual([
      'idNumber sure 23071718800101008X',
      'mobile sure 13800001234',
    ]);
  });

  test('遮得太少等于没遮', () => {
    expect(found('23071718800101****')).toEqual(['partlyMaskedIdNumber sure 23071718800101****']);
    expect(found('230717********0012')).toEqual(['partlyMaskedIdNumber likely 230717********0012']);
    expect(found('230717************')).toEqual([]);
    expect(found('35*************123')).toEqual([]);
  });
});

describe('看着像、其实可以公开的号码', () => {
  test.each([
    '统一社会信用代码：91350100M000100Y43',
    '91350100M000100Y43',
    '项目编号：230717202603050012',
    '投资项目代码 2604-230717-04-01-123456',
    '国开办发〔2014〕24号',
    '资金总额13812345678元',
    '2026.3.5 12000.00 358',
    '230717100200',
    '电表号：12345678901234567',
    '拨打12317、12345、12388',
    '监督电话：0458-3601234',
    '户名：伊美区财政局专户，账号：2300165090105250012345',
    '0.30000000000000004',
    '一组 2450 138 4567 1234 300',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('电话', () => {
  test.each(['13800001234', '138 0000 1234', '138-0000-1234', '１３８００００１２３４'])(
    '村民手机 %s',
    (number) => expect(found(`张三${number}已领`)).toEqual([`mobile sure ${number}`]),
  );

  test('联系栏里的手机问一次，确认后不再提', () => {
    const context: TextContext = { where: 'contact' };
    expect(findPersonalData('13800001234', context)[0]?.remedy).toBe('confirm');
    expect(findPersonalData('138 0000 1234', { ...context, allowed: ['+86 13800001234'] })).toEqual(
      [],
    );
  });

  test('电话列里的固定电话', () => {
    expect(found('3601234', { where: 'cell', columnLabel: '联系电话' })).toEqual([
      'landline sure 3601234',
    ]);
    expect(found('0458-3601234', { where: 'cell', columnLabel: '监督电话' })).toEqual([]);
  });
});
