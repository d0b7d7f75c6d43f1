import { describe, expect, test } from 'vitest';
import { type CheckCode, readCheckCode, sheetVerdict } from '../../src/notice/index.ts';

const code = (text: string) => readCheckCode(text) as CheckCode; // written here, of the right form
const published = [
  { revision: 1, checkCode: code('9F2C41AB') },
  { revision: 2, checkCode: code('K7Q2M8XW') },
];
const judge = (revision: number, checkCode: string) =>
  sheetVerdict({ revision, checkCode: code(checkCode) }, published)?.kind;

describe('一张纸算不算数', () => {
  test('版次和核对码都对，又是最新的：有效', () => {
    expect(judge(2, 'K7Q2M8XW')).toBe('current');
  });

  test('是真的，但后来改过：有更新的一版', () => {
    expect(judge(1, '9F2C41AB')).toBe('newer');
  });

  test('核对码不对：与公布的不一样', () => {
    expect(judge(2, '9F2C41AB')).toBe('differs');
    expect(judge(1, 'ZZZZ9999')).toBe('differs');
  });

  test('版次比已知的还新：这里还没有收到', () => {
    expect(judge(3, 'ZZZZ9999')).toBe('notArrived');
  });

  test('从没公布过：没有结论', () => {
    expect(sheetVerdict({ revision: 1, checkCode: code('9F2C41AB') }, [])).toBeUndefined();
  });
});
