import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoticeDocument } from '../../src/notice/index.ts';
import { differencesOf, passagesOf } from '../../src/notice/index.ts';
import { aContent, aDocument } from '../builders/index.ts';
import { exitTemplate } from '../public-pages/page-inputs.ts';

const content = aContent(exitTemplate).withHouseholds(12);
const before = aDocument(content.build());

/** Every difference as one line: what was struck, and what stands now. */
function linesOf(after: NoticeDocument): string[] {
  return differencesOf(before, after).flatMap((difference) =>
    passagesOf(difference).map(
      ({ lead, before: old, after: current, trail }) => `${lead}[${old}→${current}]${trail}`,
    ),
  );
}

describe('两版之间改了哪些', () => {
  test('没有改就一条也没有', () => {
    expect(linesOf(before)).toEqual([]);
  });

  test('改一户的人口数，只说这一户，连带的合计在正文里说', () => {
    const after = aDocument(content.withCell('households', 'household-3', 'size', '6').build());
    expect(linesOf(after)).toEqual(['…认可，下列12户[33→36]人拟退出贫困户，…', '家庭人口数 [3→6]']);
  });

  test('去掉中间一户，后面的户序号变了也不算改动', () => {
    const after = aDocument(content.withoutRow('households', 'household-5').build());
    const rows = differencesOf(before, after).filter(({ kind }) => kind === 'row');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.after).toBeUndefined();
  });

  test('数字整个写出来，不从中间拆开', () => {
    const after = aDocument(content.withField('expected', '46').build());
    expect(linesOf(after)).toEqual(['…议民主评议（应到[36→46]人，实到31人，…']);
  });

  test('换了一个人，是去掉一户、增加一户', () => {
    const after = aDocument(
      content.withCell('households', 'household-1', 'householder', '许某九').build(),
    );
    expect(linesOf(after)).toEqual(['[1组 赵某一 1→]', '[→1组 许某九 1]']);
  });

  test('去掉和增加合起来，正好从旧的一版变成新的一版', () => {
    const households = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), fc.nat(3)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(households, households, (old, current) => {
        const [from, to] = [listOf(old), listOf(current)];
        const rows = differencesOf(from, to).filter((one) => one.kind === 'row');
        const kept = remainder(
          rowsOf(from),
          rows.flatMap((one) => (one.before ? [one.before] : [])),
        );
        const result = [...kept, ...rows.flatMap((one) => (one.after ? [one.after] : []))];
        expect(result.map(sayRow).sort()).toEqual(rowsOf(to).map(sayRow).sort());
      }),
    );
  });
});

function listOf(households: readonly (readonly [string, number])[]): NoticeDocument {
  const rows = households.map(([name, size], index) => [
    String(index + 1),
    '1组',
    name,
    String(size),
  ]);
  return {
    ...before,
    blocks: before.blocks.map((block) => (block.kind === 'table' ? { ...block, rows } : block)),
  };
}

function rowsOf(document: NoticeDocument): (readonly string[])[] {
  return document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
}

/** A row without its serial number, which says only where it stands. */
function sayRow(row: readonly string[]): string {
  return row.slice(1).join(' ');
}

function remainder(
  rows: readonly (readonly string[])[],
  removed: readonly (readonly string[])[],
): (readonly string[])[] {
  const left = removed.map(sayRow);
  return rows.filter((row) => {
    const index = left.indexOf(sayRow(row));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
