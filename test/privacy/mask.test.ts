import { describe, expect, test } from 'vitest';
import {
  type FindingKind,
  findPersonalData,
  mask,
  maskText,
  type TextContext,
} from '../../src/privacy/index.ts';

function masked(text: string, context: Partial<TextContext> = {}): string {
  return maskText(text, findPersonalData(text, { where: 'text', ...context }));
}

describe('遮挡', () => {
  const examples: readonly (readonly [FindingKind, string, string])[] = [
    ['idNumber', '23071718800101008X', '230717************'],
    ['idNumber', '２３０７１７ 1880-0101 008×', '230717************'],
    ['idNumber15', '230717880101001', '230717*********'],
    ['disabilityCertificate', '23071718800101008X43', '230717**************'],
    ['partlyMaskedIdNumber', '230717********0012', '230717************'],
    ['partlyMaskedIdNumber', '2307**18800101001X', '2307**************'],
    ['mobile', '138 0000 1234', '138****1234'],
    ['mobile', '1380000123*', '138****123*'],
    ['landline', '0458-5551234', '0458-****234'],
    ['landline', '(010)55512345', '(010)****2345'],
    ['landline', '5551234', '****234'],
    ['bankCard', '6228 4800 0000 0000 000', '***************0000'],
    ['account', '900012345678901', '***********8901'],
    ['email', 'lisi@qq.com', 'l***@qq.com'],
    ['plateNumber', '黑F·12345', '黑F***45'],
    ['houseAddress', '组12号', '组**号'],
    ['houseAddress', '3栋2单元401室', '**号'],
    ['travelDocument', 'E00001234', 'E********'],
    ['health', '尿毒症', '略'],
    ['minor', '9岁', '略'],
    ['birthDate', '1885年3月4日', '略'],
  ];

  test.each(examples)('%s %s 显示为 %s', (kind, text, expected) => {
    expect(mask({ kind, text })).toBe(expected);
  });

  test('身份证号码绝不留后四位：村里人知道生日', () => {
    expect(mask({ kind: 'idNumber', text: '230717188001010012' })).not.toMatch(/\d$/);
  });

  test('只动该遮的地方，其余一字不改', () => {
    expect(
      masked(
        '张三（身份证号：23071718800101008x），住兴安村三组12号，电话138-0000-1234；金额3,000.00元。',
      ),
    ).toBe(
      '张三（身份证号：230717************），住兴安村三组**号，电话138****1234；金额3,000.00元。',
    );
  });

  test('遮过的文字再查，什么也没有', () => {
    const text = '李四 138 0000 1234 患尿毒症，孙子9岁，黑F12345';
    const once = masked(text);
    expect(findPersonalData(once, { where: 'text' })).toEqual([]);
    expect(masked(once)).toBe(once);
  });

  test('没有发现时原样返回', () => {
    expect(maskText('现予以公示。', [])).toBe('现予以公示。');
  });
});
