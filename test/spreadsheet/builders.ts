import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Table } from '../../src/catalogue/templates/index.ts';
import { matchHeader, planImport, readTableFile, type Sheet } from '../../src/spreadsheet/index.ts';
import { aTemplate } from '../builders/index.ts';

/** A file that LibreOffice 25.2 wrote, or one from a Chinese Windows. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)));
}

export function theTable(template = 'identification.first-publicity'): Table {
  const table = aTemplate(template).tables.find(({ columns }) =>
    columns.some(({ type }) => type === 'name'),
  );
  if (!table) throw new Error('no list of persons');
  return table;
}

/** The first sheet of bytes that must be readable. */
export function firstSheet(bytes: Uint8Array): Sheet {
  const file = readTableFile(bytes);
  const sheet = file.ok ? file.sheets[0] : undefined;
  if (!sheet) throw new Error(`unreadable: ${file.ok ? 'no sheet' : file.problem}`);
  return sheet;
}

/** What an import of these rows would do, as it is proposed. */
export function planOf(rows: Sheet['rows'], table = theTable()) {
  return planImport(rows, matchHeader(rows, table), table);
}

const RELATIONS = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`;
const WORKBOOK = `<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`;

/** A workbook around the XML of one sheet, with other parts where a test needs them. */
export function aWorkbook(sheet: string | Uint8Array, others: Zippable = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(WORKBOOK),
    'xl/_rels/workbook.xml.rels': strToU8(RELATIONS),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
    ...others,
  });
}

export function sheetXml(cells: string): string {
  return `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
}

/** One cell with a text. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
