import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FILE_LIMIT, readTableFile } from '../../src/spreadsheet/index.ts';
import { aWorkbook, firstSheet, fixture, sheetXml, textCell } from './builders.ts';

function problemOf(bytes: Uint8Array): string {
  const file = readTableFile(bytes);
  return file.ok ? 'readable' : file.problem;
}

describe('坏文件、假文件、害人的文件', () => {
  test('压缩炸弹：声明的大小超限，不解压就拒绝', () => {
    const bomb = aWorkbook(new Uint8Array(200 * 1024 * 1024).fill(0x20));
    expect(problemOf(bomb)).toBe('too-large');
  });

  test('压缩炸弹把大小写小了：解压到上限就停', () => {
    const bomb = aWorkbook(new Uint8Array(200 * 1024 * 1024).fill(0x20));
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(problemOf(bomb)).toBe('too-large');
  });

  test('一百多万行的表：行数太多', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => {
      return `<row r="${row + 1}">${textCell(`A${row + 1}`, '赵')}</row>`;
    });
    expect(problemOf(aWorkbook(sheetXml(cells.join(''))))).toBe('too-many-rows');
    const last = `<row r="1048576">${textCell('A1048576', '赵')}</row>`;
    expect(problemOf(aWorkbook(sheetXml(last)))).toBe('too-many-rows');
  });

  test('只是画了格子的一百万空行不算行', () => {
    const sheet = sheetXml(
      `<row r="1">${textCell('A1', '户主姓名')}</row><row r="1048576"><c r="A1048576" s="1"/></row>`,
    );
    expect(firstSheet(aWorkbook(sheet)).rows).toEqual([['户主姓名']]);
  });

  test('公式只取上次算好的数，外部链接不去碰', () => {
    const sheet = sheetXml(
      `<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>30</v></c><c r="B1" t="str"><f>[1]表!A1</f><v>赵某一</v></c></row>`,
    );
    const link = '<externalLink><externalBook r:id="rId1"/></externalLink>';
    const book = aWorkbook(sheet, { 'xl/externalLinks/externalLink1.xml': strToU8(link) });
    expect(firstSheet(book).rows).toEqual([['30', '赵某一']]);
  });

  test('XML 里的实体不展开', () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheetXml(
      `<row r="1">${textCell('A1', '&amp;&b;')}</row>`,
    )}`;
    expect(firstSheet(aWorkbook(sheet)).rows.flat().join('')).toBe('&&b;');
  });

  test('加了密码的、老格式的、不是表格的，各说各的原因', () => {
    expect(problemOf(fixture('village-list.xls'))).toBe('old-workbook');
    expect(problemOf(fixture('village-list.ods'))).toBe('open-document');
    const protectedBook = new Uint8Array(4096);
    protectedBook.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    protectedBook.set(name, 1024);
    expect(problemOf(protectedBook)).toBe('password');
    expect(problemOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toBe(
      'not-a-table',
    );
    expect(problemOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-table');
  });

  test('截断的、改坏的文件：说坏了，不会卡住', () => {
    const whole = fixture('village-list.xlsx');
    expect(problemOf(whole.slice(0, 3_000))).toBe('broken');
    expect(problemOf(new Uint8Array([0x50, 0x4b]))).toBe('broken');
    let seed = 7;
    const problems = new Set<string>();
    for (let round = 0; round < 300; round += 1) {
      const damaged = whole.slice();
      for (let hit = 0; hit < 12; hit += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        damaged[seed % damaged.length] = seed % 251;
      }
      problems.add(problemOf(damaged));
    }
    expect([...problems].sort()).toEqual(expect.arrayContaining(['broken', 'readable']));
  });

  test('50兆的文件不读', () => {
    expect(problemOf(new Uint8Array(FILE_LIMIT + 1))).toBe('too-large');
  });

  test('扩展名写错没有关系：看的是内容', () => {
    expect(firstSheet(strToU8('户主姓名,人口数\r\n赵某一,3')).rows[1]).toEqual(['赵某一', '3']);
    const page = '<html><table><tr><td>户主姓名<td>人口数<tr><td>赵某一<td>3</table></html>';
    expect(firstSheet(strToU8(page)).rows).toEqual([
      ['户主姓名', '人口数'],
      ['赵某一', '3'],
    ]);
  });

  test('没有收口的标签和引号不会拖住人', () => {
    readTableFile(strToU8(`<table>${'<a "'.repeat(200_000)}`));
    readTableFile(strToU8(`<table>${'<td'.repeat(200_000)}`));
    readTableFile(strToU8(`"${'a'.repeat(500_000)}`));
  });
});
