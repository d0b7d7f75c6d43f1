import { type Sheet, Unreadable } from '../files/table-file.ts';
import { formOfBuiltIn, formOfCode, type NumberForm } from './number-text.ts';
import { type CellReading, readSheet } from './read-sheet.ts';
import { attribute, xmlPieces } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** More sheets than a village has groups. */
const SHEET_LIMIT = 60;

/**
 * The visible sheets of an .xlsx workbook as texts. Formulas give the value that was last computed,
 * links to other files and everything that is no cell is never looked at.
 *
 * @throws Unreadable with the problem to tell.
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const archive = openArchive(bytes);
  const workbook = archive.text('xl/workbook.xml');
  if (workbook === undefined) throw new Unreadable('not-a-table');
  const reading: CellReading = {
    strings: sharedStrings(archive.text('xl/sharedStrings.xml') ?? ''),
    forms: numberForms(archive.text('xl/styles.xml') ?? ''),
    isFrom1904: /<(?:\w+:)?workbookPr[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  };
  return sheetParts(workbook, archive)
    .slice(0, SHEET_LIMIT)
    .map(({ name, path }) => {
      const xml = archive.text(path);
      if (xml === undefined) throw new Unreadable('broken');
      return { name, ...readSheet(xml, reading) };
    });
}

function sheetParts(workbook: string, archive: Archive): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  for (const piece of xmlPieces(archive.text('xl/_rels/workbook.xml.rels') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    // what lies outside the file is never fetched
    if (attribute(piece.attributes, 'TargetMode') === 'External') continue;
    const id = attribute(piece.attributes, 'Id');
    const target = attribute(piece.attributes, 'Target');
    if (id && target) targets.set(id, pathOf(target));
  }
  const parts: { name: string; path: string }[] = [];
  for (const piece of xmlPieces(workbook)) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue;
    const state = attribute(piece.attributes, 'state') ?? 'visible';
    const path = targets.get(attribute(piece.attributes, 'id') ?? '');
    if (state === 'visible' && path?.includes('worksheets/')) {
      parts.push({ name: attribute(piece.attributes, 'name') ?? '', path });
    }
  }
  return parts;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** The texts that cells refer to by number; phonetic hints beside them are left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isPhonetic) text += piece.text;
      continue;
    }
    const isOpen = piece.kind === 'open' && !piece.isEmpty;
    if (piece.name === 't') isText = isOpen;
    else if (piece.name === 'rPh') isPhonetic = isOpen;
    else if (piece.name === 'si') {
      if (piece.kind === 'close' || !isOpen) strings.push(text);
      text = '';
    }
  }
  return strings;
}

/** For each cell style, by its number, how it shows a number. */
function numberForms(xml: string): NumberForm[] {
  const codes = new Map<string, NumberForm>();
  const forms: NumberForm[] = [];
  let isCellStyles = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') isCellStyles = piece.kind === 'open';
    if (piece.kind !== 'open') continue;
    if (piece.name === 'numFmt') {
      const id = attribute(piece.attributes, 'numFmtId') ?? '';
      codes.set(id, formOfCode(attribute(piece.attributes, 'formatCode') ?? ''));
    } else if (piece.name === 'xf' && isCellStyles) {
      const id = attribute(piece.attributes, 'numFmtId') ?? '0';
      forms.push(codes.get(id) ?? formOfBuiltIn(Number(id)));
    }
  }
  return forms;
}
