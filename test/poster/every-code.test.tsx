import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { templates } from '../../src/catalogue/templates/index.ts';
import {
  estimatedMeasure,
  layOutPoster,
  MM_PER_POINT,
  type PaperSize,
  type PosterLayout,
  type TypeSize,
} from '../../src/poster/layout/index.ts';
import { Sheet } from '../../src/poster/sheet.tsx';
import type { PosterStanding } from '../../src/poster/standing.ts';
import { posterWords } from '../../src/poster/words.ts';
import { noticeOf } from './notice-of.ts';
import { longNames, published } from './sample-documents.ts';

const PRINTS: readonly (readonly [PaperSize, TypeSize])[] = [
  ['A4', 'normal'],
  ['A4', 'large'],
  ['A3', 'normal'],
  ['A3', 'large'],
];
const ROWS = [1, 12, 40];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function layOut(
  document: Parameters<typeof layOutPoster>[0]['document'],
  [paper, type]: readonly [PaperSize, TypeSize],
  standing: PosterStanding = published,
): PosterLayout {
  return layOutPoster({ document, standing, paper, type, measure: estimatedMeasure });
}

function markupOf(layout: PosterLayout, index: number, standing: PosterStanding): string {
  const words = posterWords(undefined);
  return renderToStaticMarkup(<Sheet {...{ layout, index, standing, words }} />);
}

/** Where a sheet's code stands, with its quiet zone, in mm from the type area's corner. */
function codeOf(layout: PosterLayout, index: number): Box {
  const { paper, openingCode, openingCodeTop, otherCode, closing, sheets } = layout;
  const room = { width: paper.width - 2 * paper.margin, height: paper.height - 2 * paper.margin };
  const closingTop = sheets[index]?.closingTop;
  const code = index === 0 ? openingCode : otherCode;
  const [left, top] =
    index === 0
      ? [room.width - code.side, openingCodeTop]
      : closingTop === undefined
        ? [0, room.height - code.side]
        : [0, closingTop + closing.codeTop];
  const around = code.side + 2 * code.quiet;
  return box(left - code.quiet, top - code.quiet, around, around);
}

/** What is printed beside the code: letters of lines without their leading, tables, the closing. */
function printedOn(layout: PosterLayout, index: number): Box[] {
  const { pieces, paper, closing, sheets } = layout;
  const sheet = sheets[index];
  if (!sheet) return [];
  const width = paper.width - 2 * paper.margin;
  const boxes = sheet.parts.flatMap((part): Box[] => {
    const piece = pieces[part.piece];
    if (!piece) return [];
    if (piece.kind === 'table') return [box(0, part.top, width, part.height)];
    const em = piece.pt * MM_PER_POINT;
    return piece.lines.slice(part.from, part.to).map((line, at) => {
      const text = line.runs.map((run) => run.text).join('');
      const wide = line.justified ? line.width : estimatedMeasure(text, piece.face);
      const left = /title/.test(piece.role) ? (width - wide * em) / 2 : line.indent * em;
      const top = part.top + at * piece.line + (piece.line - em) / 2;
      return box(left, top, wide * em, em);
    });
  });
  const { closingTop } = sheet;
  if (closingTop === undefined) return boxes;
  const { contacts, signatures } = closing;
  const signs = signatures.map((one) => box(one.left, closingTop + one.top, one.width, one.height));
  return [...boxes, box(contacts.left, closingTop, contacts.width, contacts.height), ...signs];
}

function overlap(one: Box, other: Box): boolean {
  const slack = 0.05;
  return (
    one.left + slack < other.right &&
    other.left + slack < one.right &&
    one.top + slack < other.bottom &&
    other.top + slack < one.bottom
  );
}

describe.each(PRINTS)('%s %s', (...print) => {
  test.each(templates.map((template) => [template.id, template] as const))(
    '%s：每一页都有码，够大，四周空白没有东西压着',
    (_id, template) => {
      const counts = template.tables.length === 0 ? [1] : ROWS;
      for (const document of [...counts.map((rows) => noticeOf(template, rows)), longNames()]) {
        const layout = layOut(document, print);
        for (const index of layout.sheets.keys()) {
          const markup = markupOf(layout, index, published);
          expect(markup.match(/class="sheet-symbol"/g)).toHaveLength(1);
          expect(markup).toContain('9F2C 41AB');
          expect(markup).toContain('gongshi.example.cn/v/');
          const code = codeOf(layout, index);
          const pressing = printedOn(layout, index).filter((one) => overlap(one, code));
          expect(pressing, `sheet ${index + 1} of ${layout.sheets.length}`).toEqual([]);
        }
        expect(layout.openingCode.side).toBeGreaterThanOrEqual(40);
        expect(layout.otherCode.side).toBeGreaterThanOrEqual(35);
      }
    },
  );

  test.each(['draft', 'submitted', 'withdrawn'] as const)(
    '%s：没有一页有能用的码，每一页都有水印',
    (kind) => {
      const template = templates.find(({ tables }) => tables.length > 0);
      if (!template) throw new Error('some template has a table');
      const layout = layOut(noticeOf(template, 40), print, { kind });
      expect(layout.sheets.length).toBeGreaterThan(1);
      for (const index of layout.sheets.keys()) {
        const markup = markupOf(layout, index, { kind });
        expect(markup).not.toContain('sheet-symbol');
        expect(markup).not.toContain('gongshi.example.cn');
        expect(markup).toContain('sheet-watermark');
      }
    },
  );
});
