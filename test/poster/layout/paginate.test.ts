import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FlowPiece,
  type FlowTable,
  type FlowText,
  type Frame,
  paginate,
  rowHeights,
  type SheetPlan,
} from '../../../src/poster/layout/index.ts';

const frame: Frame = {
  first: 260,
  tablesBelow: 80,
  middle: 215,
  last: 260,
  closingGap: 5,
  closingAlone: 45,
  closingLast: 52,
};

const paragraph = (lines: number): FlowText => ({
  kind: 'text',
  lines,
  line: 8.5,
  gap: 0,
  keepWithNext: false,
});
const heading: FlowText = { ...paragraph(1), keepWithNext: true };
const table = (rows: readonly number[], change: Partial<FlowTable> = {}): FlowTable => ({
  kind: 'table',
  header: 8,
  rows,
  totals: 6,
  gap: 3,
  halves: 1,
  together: 2 * (change.halves ?? 1),
  ...change,
});
const rowsOf = (count: number, height = 6) => Array.from({ length: count }, () => height);

const aTable = fc
  .record({
    rows: fc.array(fc.double({ min: 5, max: 30, noNaN: true }), { minLength: 1, maxLength: 200 }),
    totals: fc.constantFrom(0, 6),
    halves: fc.constantFrom<1 | 2>(1, 2),
  })
  .map(({ rows, ...change }) => table(rows, change));
const aSection = fc
  .record({
    headed: fc.boolean(),
    body: fc.oneof(
      fc.nat(40).map((n) => paragraph(n + 1)),
      aTable,
    ),
  })
  .map(({ headed, body }): FlowPiece[] => (headed ? [heading, body] : [body]));
const aNotice = fc
  .array(aSection, { minLength: 1, maxLength: 8 })
  .map((sections) => [heading, ...sections.flat()]);

const partsOf = (sheets: readonly SheetPlan[]) => sheets.flatMap((sheet) => sheet.parts);
const lengthOf = (piece: FlowPiece) => (piece.kind === 'text' ? piece.lines : piece.rows.length);

function always(holds: (pieces: readonly FlowPiece[], sheets: readonly SheetPlan[]) => void) {
  fc.assert(
    fc.property(aNotice, (pieces) => holds(pieces, paginate(pieces, frame))),
    { numRuns: 400 },
  );
}

describe('分页', () => {
  test('每一行都在纸上，只有一次，顺序不变', () => {
    always((pieces, sheets) => {
      const printed = partsOf(sheets).flatMap((part) =>
        Array.from({ length: part.to - part.from }, (_, index) => [part.piece, part.from + index]),
      );
      const wanted = pieces.flatMap((piece, index) =>
        Array.from({ length: lengthOf(piece) }, (_, at) => [index, at]),
      );
      expect(printed).toEqual(wanted);
    });
  });

  test('什么都不超出纸边，也不压到别的内容', () => {
    always((_pieces, sheets) => {
      sheets.forEach((sheet, index) => {
        const last = index === sheets.length - 1;
        const closing = sheets.length === 1 ? frame.closingAlone : frame.closingLast;
        let end = 0;
        for (const part of sheet.parts) {
          expect(part.top).toBeGreaterThanOrEqual(end - 1e-6);
          end = part.top + part.height;
        }
        const room = index === 0 ? frame.first : frame.middle;
        if (!last) expect(end).toBeLessThanOrEqual(room + 1e-6);
        else {
          expect(sheet.closingTop).toBeGreaterThanOrEqual(end);
          expect((sheet.closingTop ?? 0) + closing).toBeLessThanOrEqual(frame.last + 1e-6);
        }
      });
    });
  });

  test('落款只在最后一页，而且那一页还有正文', () => {
    always((_pieces, sheets) => {
      expect(sheets.filter((sheet) => sheet.closingTop !== undefined)).toEqual([sheets.at(-1)]);
      expect(sheets.at(-1)?.parts.length).toBeGreaterThan(0);
    });
  });

  test('标题不留在页底，表头下面总有行', () => {
    always((pieces, sheets) => {
      for (const sheet of sheets.slice(0, -1)) {
        const part = sheet.parts.at(-1);
        const piece = part && pieces[part.piece];
        expect(piece && lengthOf(piece)).toBeGreaterThan(0);
        if (piece?.kind === 'text') expect(piece.keepWithNext).toBe(false);
      }
      for (const part of partsOf(sheets)) expect(part.to).toBeGreaterThan(part.from);
    });
  });

  test('一段话分在两页时，两边都不止一行', () => {
    always((pieces, sheets) => {
      for (const part of partsOf(sheets)) {
        const piece = pieces[part.piece];
        if (piece?.kind === 'text' && piece.lines > 1)
          expect(part.to - part.from).toBeGreaterThan(1);
      }
    });
  });

  test('合计跟着最后几行，只有一次', () => {
    always((pieces, sheets) => {
      pieces.forEach((piece, index) => {
        const parts = partsOf(sheets).filter((part) => part.piece === index);
        const withTotals = parts.filter((part) => part.totals);
        const wanted = piece.kind === 'table' && piece.totals > 0 ? [parts.at(-1)] : [];
        expect(withTotals).toEqual(wanted);
      });
    });
  });

  test('并排的名单先左后右，单数时左边多一户', () => {
    expect(rowHeights(table([1, 2, 3, 4, 5], { halves: 2 }), 0, 5)).toEqual([4, 5, 3]);
  });

  test('60户排在两页上', () => {
    const sheets = paginate([heading, paragraph(4), table(rowsOf(60, 5.5)), paragraph(2)], frame);
    expect(sheets).toHaveLength(2);
  });

  test('只差落款放不下时，最后一段跟落款走', () => {
    const sheets = paginate([paragraph(26), paragraph(2)], frame);
    expect(sheets).toHaveLength(2);
    expect(sheets[1]?.parts.map((part) => part.piece)).toEqual([1]);
  });
});
