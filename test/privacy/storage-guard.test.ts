import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  containsForbidden,
  findPersonalData,
  mustNotLeavePhone,
  redactBeforeStorage,
} from '../../src/privacy/index.ts';

const idNumber = '23071718800101008X';
const cell = { where: 'cell' } as const;

describe('存进手机之前', () => {
  test.each([
    [idNumber, '230717************'],
    ['230717188001010013', '230717************'],
    ['23071718800101****', '230717************'],
    ['13800001234', '138****1234'],
    ['6228480000000000000', '***************0000'],
  ])('%s 存成 %s', (text, stored) => {
    expect(redactBeforeStorage(text, cell).text).toBe(stored);
  });

  test('再存一次不再变', () => {
    const once = redactBeforeStorage(`张三 ${idNumber} 13800001234`, cell);
    expect(redactBeforeStorage(once.text, cell)).toEqual({ text: once.text, redacted: [] });
  });

  test('只是像的、健康和地址，留给人决定，不替人改', () => {
    for (const text of ['230717188102290017', '尿毒症', '兴安村三组12号', '230717880101001']) {
      expect(redactBeforeStorage(text, cell)).toEqual({ text, redacted: [] });
    }
  });

  test('办公电话、项目编号和金额原样保存', () => {
    expect(redactBeforeStorage('0458-5551234', { where: 'contact' }).text).toBe('0458-5551234');
    expect(redactBeforeStorage('13800001234', { where: 'contact' }).text).toBe('13800001234');
    const code = { where: 'cell', columnLabel: '项目编号' } as const;
    expect(redactBeforeStorage('230717202603050012', code).text).toBe('230717202603050012');
    expect(redactBeforeStorage('13812345678元', cell).text).toBe('13812345678元');
  });
});

describe('一位一位输入时', () => {
  /** Types the keys one by one, storing after each, as the form does. */
  function typed(keys: string, columnLabel: string): string[] {
    const stored: string[] = [];
    let text = '';
    for (const key of keys) {
      text += key;
      text = redactBeforeStorage(text, {
        where: 'cell',
        columnLabel,
        caret: text.length,
      }).text;
      stored.push(text);
    }
    return stored;
  }

  test('身份证号码满十八位即遮，之前不动', () => {
    const stored = typed(idNumber, '备注');
    expect(stored[16]).toBe(idNumber.slice(0, 17));
    expect(stored[17]).toBe('230717************');
  });

  test('河北的号码前十一位像手机号，也等到输完', () => {
    expect(typed('130102188001010018', '身份证号').at(-1)).toBe('130102************');
  });

  test('甘肃的号码前十六位像银行卡，也等到输完', () => {
    const stored = typed('620102188001010010', '身份证号');
    expect(stored[15]).toBe('6201021880010100');
    expect(stored.at(-1)).toBe('620102************');
  });

  test('银行卡号输完、光标离开后才遮', () => {
    const stored = typed('6228480000000000000', '备注').at(-1) ?? '';
    expect(stored).toBe('6228480000000000000');
    expect(redactBeforeStorage(stored, cell).text).toBe('***************0000');
  });

  test('光标在别处时，已输完的手机号照样遮', () => {
    const text = '13800001234，户主';
    expect(redactBeforeStorage(text, { where: 'cell', caret: text.length }).text).toBe(
      '138****1234，户主',
    );
  });
});

describe('服务器拒收', () => {
  test('含有完整号码的文字', () => {
    expect(containsForbidden(`张三 ${idNumber}`)).toBe(true);
    expect(containsForbidden('13800001234', cell)).toBe(true);
  });

  test('遮好的文字不拒', () => {
    expect(containsForbidden('张三 230717************ 138****1234')).toBe(false);
  });

  test('已确认的领导电话不拒', () => {
    expect(containsForbidden('13800001234', { ...cell, allowed: ['138-0000-1234'] })).toBe(false);
  });
});

test('数字不够的不用细看：快看和细看，结论一样', () => {
  const pieces = fc.constantFrom(
    ...'0123456789０１２X*-－ ·甲',
    '230717',
    '18800101',
    '1380',
    '6228480000',
    '残疾证',
    'E1234',
    '电话',
    '癌',
  );
  const texts = fc.array(pieces, { maxLength: 20 }).map((some) => some.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('cell', 'text', 'contact'), (text, where) => {
      const found = findPersonalData(text, { where }).some(mustNotLeavePhone);
      expect(containsForbidden(text, { where })).toBe(found);
      expect(redactBeforeStorage(text, { where }).redacted.length > 0).toBe(found);
    }),
    { numRuns: 2_000 },
  );
});
