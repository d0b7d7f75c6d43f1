import { describe, expect, test } from 'vitest';
import { templates } from '../../../src/catalogue/templates/index.ts';
import type { NoticeDocument } from '../../../src/notice/index.ts';
import {
  estimatedMeasure,
  layOutPoster,
  type PaperSize,
  type PosterLayout,
  type SheetPlan,
  type TypeSize,
  textOf,
} from '../../../src/poster/layout/index.ts';
import { noticeOf } from '../notice-of.ts';
import { bilingual, published, tibetan } from '../sample-documents.ts';

const KINDS: readonly (readonly [PaperSize, TypeSize])[] = [
  ['A4', 'normal'],
  ['A4', 'large'],
  ['A3', 'normal'],
  ['A3', 'large'],
];
/** So many rows of a list; the longest lists in the usual print only, which takes its time. */
const ROWS = [1, 3, 12, 40, 500];
const MOST_ROWS_ELSEWHERE = 40;

function layOut(document: NoticeDocument, paper: PaperSize, type: TypeSize): PosterLayout {
  return layOutPoster({ document, standing: published, paper, type, measure: estimatedMeasure });
}

const MAY_NOT_START = /^[，。、；：？！”’）》〉】〕％,.;:?!)\]}་།،؛؟]/u;

/** All lines of text and cells, as they stand on the sheets. */
function linesOf({ pieces }: PosterLayout): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text') return piece.lines.map(textOf);
    const { header, rows, totals } = piece.table;
    return [header, ...rows, ...(totals ? [totals] : [])].flatMap((row) =>
      row.cells.flatMap(({ lines, second = [] }) => [...lines, ...second]),
    );
  });
}

function leadsOn(layout: PosterLayout, sheet: SheetPlan): boolean {
  const part = sheet.parts.at(-1);
  const piece = part && layout.pieces[part.piece];
  return piece?.kind === 'text' && /heading|title|addressee/.test(piece.role);
}

/** Room for text on a sheet, in mm, by its place. */
function roomOf({ paper, otherCode, sheets }: PosterLayout, index: number): number {
  const height = paper.height - 2 * paper.margin;
  const isOuter = index === 0 || index === sheets.length - 1;
  return isOuter ? height : height - otherCode.side - otherCode.quiet;
}

/** The sheets that a notice must take: what stands on them by the least room that one has. */
function mostSheets(layout: PosterLayout): number {
  const rows = layout.pieces.flatMap((piece) => (piece.kind === 'table' ? piece.table.rows : []));
  const highest = Math.max(0, ...rows.map(({ height }) => height));
  const used = layout.sheets.reduce((sum, sheet) => sum + sheet.used, 0);
  const lost = highest + layout.scale.line * 3;
  const room = roomOf({ ...layout, sheets: [...layout.sheets, ...layout.sheets] }, 1);
  return Math.ceil((used + layout.closing.height) / Math.max(room - lost, room / 2)) + 1;
}

function faultsOf(layout: PosterLayout): string[] {
  const { sheets, closing, pieces } = layout;
  const faults: string[] = [];
  sheets.forEach((sheet, index) => {
    const isLast = index === sheets.length - 1;
    if (!isLast && leadsOn(layout, sheet)) faults.push(`sheet ${index + 1} ends in a heading`);
    if (sheet.parts.length === 0) faults.push(`sheet ${index + 1} is empty`);
    const end = isLast ? (sheet.closingTop ?? 0) + closing.height : sheet.used;
    if (end > roomOf(layout, index) + 1e-6) faults.push(`sheet ${index + 1} is too full`);
    for (const part of sheet.parts) {
      const piece = pieces[part.piece];
      const isAlone = part.to - part.from === 1;
      if (piece?.kind === 'text' && isAlone && piece.lines.length > 1)
        faults.push(`sheet ${index + 1} has a line alone`);
    }
  });
  for (const line of linesOf(layout))
    if (MAY_NOT_START.test(line)) faults.push(`a line starts with ${line.slice(0, 6)}`);
  if (sheets.length > mostSheets(layout)) faults.push(`${sheets.length} sheets are too many`);
  return faults;
}

describe.each(KINDS)('%s %s', (paper, type) => {
  test.each(templates.map((template) => [template.id, template] as const))(
    '%s：几行到几百行，版面都没有毛病',
    (_id, template) => {
      const rows = template.tables.length === 0 ? [1] : ROWS;
      const isUsual = paper === 'A4' && type === 'normal';
      for (const count of rows.filter((one) => isUsual || one <= MOST_ROWS_ELSEWHERE)) {
        const faults = faultsOf(layOut(noticeOf(template, count), paper, type));
        expect(faults, `${count} rows`).toEqual([]);
      }
    },
  );

  test.each([1, 12, 40, 200])('两种文字、%i户，版面都没有毛病', (count) => {
    for (const document of [bilingual(count), tibetan(count)])
      expect(faultsOf(layOut(document, paper, type))).toEqual([]);
  });
});

test.each(templates.map((template) => [template.id, template] as const))(
  '%s：只有一行的，一张纸就够',
  (_id, template) => {
    expect(layOut(noticeOf(template, 1), 'A4', 'normal').sheets).toHaveLength(1);
  },
);
