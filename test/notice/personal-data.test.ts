import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeBetween,
  changeWithoutForbidden,
  contextOfPlace,
  personalDataIn,
  shownNumbers,
  withCell,
  withField,
  withoutForbidden,
} from '../../src/notice/index.ts';
import { containsForbidden } from '../../src/privacy/index.ts';
import { aContent } from '../builders/index.ts';
import { corpusOf } from '../privacy/corpus/index.ts';

const LEADER = '13900000001';
const VILLAGER = '13900000002';

const notice = aContent().withField('villagePhone', `村委会主任 ${LEADER}`).withHouseholds(2);
const stored = (content: ReturnType<typeof notice.build>) =>
  withoutForbidden(notice.template, content);

describe('公示上写明的单位和负责人电话', () => {
  test('在公示的别处也可以写，村民的照样遮住', () => {
    const content = notice
      .withField('note', `有疑问打${LEADER}，或打${VILLAGER}。`)
      .withCell('households', 'household-1', 'householder', `赵某一 139-0000-0001`);
    expect(shownNumbers(notice.template, content.build())).toContain(LEADER);
    const kept = stored(content.build());
    expect(kept.fields['note']).toBe(`有疑问打${LEADER}，或打139****0002。`);
    expect(kept.tables['households']?.[0]?.cells['householder']).toBe('赵某一 139-0000-0001');
    expect(personalDataIn(notice.template, kept)).toEqual([]);
  });

  test('不再是联系电话以后，写在别处的要由人来定，公布前说出来', () => {
    const before = notice.withField('note', `赵某一 ${LEADER}`).build();
    const after = withField(before, 'villagePhone', '0458-0000001');
    const kept = withoutForbidden(notice.template, after, before);
    expect(kept.fields['note']).toBe(`赵某一 ${LEADER}`);
    expect(personalDataIn(notice.template, kept)).toMatchObject([
      { place: { kind: 'field', field: 'note' }, finding: { text: LEADER } },
    ]);
  });
});

describe('撤销的记录里', () => {
  test('改前改后都不会有身份证号、村民电话和银行卡号', () => {
    const texts = fc.constantFrom(...corpusOf(400, 7).map(({ text }) => text));
    const content = notice.build();
    fc.assert(
      fc.property(texts, texts, texts, texts, (cellBefore, cellAfter, before, after) => {
        const typed = (cell: string, note: string) =>
          withField(
            withCell(content, 'households', 'household-1', 'householder', cell),
            'note',
            note,
          );
        const to = typed(cellAfter, after);
        const change = changeBetween(typed(cellBefore, before), to);
        const kept = change && changeWithoutForbidden(notice.template, change, to);
        const shown = shownNumbers(notice.template, to);
        const note = contextOfPlace(notice.template, { kind: 'field', field: 'note' }, shown);
        const place = { table: 'households', row: 'household-1', column: 'householder' };
        const cell = contextOfPlace(notice.template, { kind: 'cell', ...place }, shown);
        const row = kept?.rows['households']?.['household-1'];
        for (const side of [kept?.fields['note']?.before, kept?.fields['note']?.after]) {
          expect(containsForbidden(side ?? '', note)).toBe(false);
        }
        for (const side of [row?.before, row?.after]) {
          expect(containsForbidden(side?.cells['householder'] ?? '', cell)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('只在遮住的地方不同，就不算一步', () => {
    const before = withField(notice.build(), 'note', '赵某一 23071718800101008X');
    const after = withField(notice.build(), 'note', '赵某一 230717************');
    const change = changeBetween(before, after);
    expect(change && changeWithoutForbidden(notice.template, change, after)).toBeUndefined();
  });
});
