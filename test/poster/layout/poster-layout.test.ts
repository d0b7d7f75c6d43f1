import { describe, expect, test } from 'vitest';
import type { NoticeDocument } from '../../../src/notice/index.ts';
import {
  estimatedMeasure,
  layOutPoster,
  MM_PER_POINT,
  type PosterLayout,
  textOf,
} from '../../../src/poster/layout/index.ts';
import type { PosterStanding } from '../../../src/poster/standing.ts';
import {
  announcement,
  fiveColumns,
  hostile,
  households,
  longNames,
  microloans,
  published,
} from '../sample-documents.ts';

function layOut(
  document: NoticeDocument,
  standing: PosterStanding = published,
  type: 'normal' | 'large' = 'normal',
): PosterLayout {
  return layOutPoster({ document, standing, paper: 'A4', type, measure: estimatedMeasure });
}

/** All words of the sheets in the order in which they stand there. */
function wordsOf(layout: PosterLayout): string[] {
  return layout.sheets.flatMap((sheet) =>
    sheet.parts.flatMap((part) => {
      const piece = layout.pieces[part.piece];
      if (!piece) return [];
      if (piece.kind === 'text') return piece.lines.slice(part.from, part.to).map(textOf);
      const rows = piece.table.rows.slice(part.from, part.to);
      return rows.flatMap((row) => row.cells.map((cell) => cell.lines.join('')));
    }),
  );
}

describe('张贴件的版面', () => {
  test.each([1, 12, 60, 500])('%i户的每一户都按顺序在纸上', (count) => {
    const document = households(count);
    const table = document.blocks.find((block) => block.kind === 'table');
    const words = wordsOf(layOut(document)).join('\n');
    const rows = table?.rows.map((row) => row.join('\n')) ?? [];
    const places = rows.map((row) => words.indexOf(row));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('正文一个字不少', () => {
    const document = microloans(18);
    const words = wordsOf(layOut(document)).join('').replaceAll(' ', '');
    for (const block of document.blocks)
      if (block.kind !== 'table') expect(words).toContain(block.text);
  });

  test('五列60户排两页，表内字不小于12磅', () => {
    const layout = layOut(fiveColumns(60));
    expect(layout.sheets).toHaveLength(2);
    expect(layout.scale.tablePt).toBeGreaterThanOrEqual(12);
  });

  test('户数少时字大，户数多时字小而不多占纸', () => {
    expect(layOut(households(1)).scale.tablePt).toBeGreaterThanOrEqual(16);
    expect(layOut(households(30)).sheets).toHaveLength(1);
    expect(layOut(households(500)).sheets.length).toBeLessThanOrEqual(8);
  });

  test('大字版表内字不小于20磅', () => {
    expect(layOut(households(30), published, 'large').scale.tablePt).toBeGreaterThanOrEqual(20);
  });

  test('公示期用黑体突出，公告没有', () => {
    const strongWords = (layout: PosterLayout) =>
      layout.pieces
        .flatMap((piece) => (piece.kind === 'text' ? piece.lines : []))
        .flatMap((line) => line.runs.filter((run) => run.strong).map((run) => run.text))
        .join('');
    expect(strongWords(layOut(households(12)))).toBe('公示期7天，自2026年11月24日至2026年11月30日');
    expect(strongWords(layOut(announcement(9)))).toBe('');
  });

  test('草稿没有码，版面和公布后一样', () => {
    const draft = layOut(households(60), { kind: 'draft' });
    expect(draft.openingCode.code).toBeUndefined();
    expect(draft.address).toBe('');
    expect(draft.sheets).toEqual(layOut(households(60)).sheets);
  });

  test('首页码不小于40毫米，其他页不小于35毫米', () => {
    const layout = layOut(households(60));
    expect(layout.openingCode.side).toBeGreaterThanOrEqual(40);
    expect(layout.otherCode.side).toBeGreaterThanOrEqual(35);
  });

  test('金额的小数点对齐', () => {
    const layout = layOut(microloans(5));
    const piece = layout.pieces.find((one) => one.kind === 'table');
    if (piece?.kind !== 'table') throw new Error('没有表');
    const em = layout.scale.tablePt * MM_PER_POINT;
    const points = piece.table.rows.map((row) => {
      const cell = row.cells[4];
      const fraction = /\..*$/.exec(cell?.lines[0] ?? '')?.[0] ?? '';
      return (cell?.end ?? 0) + estimatedMeasure(fraction, 'text') * em;
    });
    for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0, 6);
  });

  test('两家落款各有一处盖章的地方，放得下42毫米的章', () => {
    const { signatures } = layOut(longNames()).closing;
    expect(signatures).toHaveLength(2);
    for (const one of signatures) expect(Math.min(one.width, one.height)).toBeGreaterThan(42);
  });

  test('故意捣乱的内容也只是纸上的字', () => {
    const words = wordsOf(layOut(hostile())).join('');
    expect(words).toContain('<img src=x onerror=alert(1)><b>粗</b>');
    expect(words).toContain('三张');
    expect(words).toContain('零宽户');
    expect(words).not.toMatch(/[\u200b\u202e\ufeff]/u);
    expect(words).toContain('9'.repeat(20));
  });

  test.each([40, 200])('%i列的表也不出版心', (count) => {
    const columns = Array.from({ length: count }, (_, index) => ({
      label: `第${index + 1}列的名称`,
      align: 'center' as const,
    }));
    const row = columns.map((_, index) => `很长的内容${index}`);
    const table = { kind: 'table' as const, label: '宽表', rowUnit: '行', columns, twoUp: false };
    const layout = layOut(households(1, { blocks: [{ ...table, rows: [row, row] }] }));
    const piece = layout.pieces.find((one) => one.kind === 'table');
    const widths = piece?.kind === 'table' ? piece.table.widths : [];
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(174, 6);
    expect(wordsOf(layout)).toContain(`很长的内容${count - 1}`);
  });

  test('把正文写进标题，也不会撑破纸面', () => {
    const title = '关于东升村有关事项的公示'.repeat(200);
    const layout = layOut(households(12, { title }));
    expect(wordsOf(layout).join('')).toContain(title);
    expect(layout.openingCodeTop).toBe(0);
  });

  test('把译文写进译文的标题，也不会撑破纸面，一个字不少', () => {
    const title = 'ئۇقتۇرۇش '.repeat(300).trim();
    const paragraphs = ['يىغىن '.repeat(3000).trim(), ...Array<string>(200).fill('كەنت')];
    const second = { language: 'ug' as const, title, paragraphs };
    const layout = layOut(households(12, { second, saying: '好'.repeat(20) }));
    expect(layout.openingCodeTop).toBeLessThan(120);
    const words = wordsOf(layout).join(' ').replace(/\s+/g, ' ');
    expect(words.split('ئۇقتۇرۇش')).toHaveLength(301);
    expect(words.split('يىغىن')).toHaveLength(3001);
    for (const { parts, closingTop = 0 } of layout.sheets) {
      const end = Math.max(closingTop, ...parts.map(({ top, height }) => top + height));
      expect(end).toBeLessThanOrEqual(261 + 1e-6);
    }
  });

  test('没有表、没有电话、没有日期的草稿也排得出来', () => {
    const layout = layOut(households(0, { blocks: [], contacts: [], signedOn: '' }), {
      kind: 'draft',
    });
    expect(layout.sheets).toHaveLength(1);
    expect(layout.closing.signatures[0]?.date).toContain('年');
  });
});
