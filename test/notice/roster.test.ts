import { describe, expect, test } from 'vitest';
import {
  carriedFields,
  carriedRows,
  cellsFromRoster,
  rosterChanges,
  rowsInOrder,
} from '../../src/notice/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';

const list = aTemplate().tables[0];
const loans = aTemplate('microloans.annual').tables.find(({ columns }) =>
  columns.some(({ id }) => id === 'borrower'),
);

describe('农户名册', () => {
  const rows = rowsInOrder(
    aContent()
      .withRow('households', 'a', { group: '1组', householder: '赵某一', size: '3' })
      .withRow('households', 'b', { group: '2组', householder: '钱 某', size: '2' })
      .withRow('households', 'c', { group: '3组', householder: '', size: '5' })
      .build(),
    'households',
  );

  test('新的户、变了的人口，回报给名册；没写名字的不报', () => {
    if (!list) throw new Error('no list');
    const roster = [{ id: 'known', cells: { group: '二组', householder: '钱某', size: '1' } }];
    expect(rosterChanges(list, rows, roster)).toEqual([
      { cells: { group: '1组', householder: '赵某一', size: '3' } },
      { known: roster[0], cells: { group: '2组', householder: '钱 某', size: '2' } },
    ]);
  });

  test('同一户在名单里写了两次，照后一次改过名册，就不再问', () => {
    if (!list) throw new Error('no list');
    const twice = rowsInOrder(
      aContent()
        .withRow('households', 'a', { group: '1组', householder: '赵某一', size: '5' })
        .withRow('households', 'b', { group: '一组', householder: '赵 某一', size: '3' })
        .build(),
      'households',
    );
    const known = (size: string) => [{ cells: { group: '1组', householder: '赵某一', size } }];
    expect(rosterChanges(list, twice, known('5'))).toMatchObject([{ cells: { size: '3' } }]);
    expect(rosterChanges(list, twice, known('3'))).toEqual([]);
  });

  test('名册和名单一样，就没有要报的', () => {
    if (!list) throw new Error('no list');
    const roster = [
      { cells: { group: '1组', householder: '赵某一', size: '3' } },
      { cells: { group: '2组', householder: '钱某', size: '2' } },
    ];
    expect(rosterChanges(list, rows, roster)).toEqual([]);
  });

  test('别的公示把户主叫借款人，也能从名册里选', () => {
    if (!loans) throw new Error('no list');
    expect(cellsFromRoster(loans, { group: '1组', householder: '赵某一', size: '3' })).toEqual({
      group: '1组',
      borrower: '赵某一',
    });
  });
});

describe('照以前的公示填', () => {
  const earlier = aContent().withField('note', '去年的说明').withHouseholds(3);

  test('话和电话带过来，年度、日期、人数不带，已写的不动', () => {
    const now = { ...earlier.build(), fields: { villagePhone: '0458-0000009' }, tables: {} };
    const carried = carriedFields(aTemplate(), now, earlier.build());
    expect(carried['note']).toBe('去年的说明');
    expect(carried['townPhone']).toBe('0458-0000002');
    for (const id of ['year', 'signedOn', 'publicityFrom', 'expected', 'villagePhone']) {
      expect(carried).not.toHaveProperty(id);
    }
  });

  test('别的公示里同样的几栏带过来，当时的认可不带', () => {
    const exit = aTemplate('exit.proposed-publicity');
    const table = exit.tables[0];
    if (!table) throw new Error('no list');
    const rows = carriedRows(table, exit, aContent(exit).withHouseholds(2).build());
    expect(rows).toHaveLength(2);
    expect(rows[0]?.cells).not.toHaveProperty('householdAgrees');
    expect(carriedRows(table, aTemplate(), earlier.build())).toHaveLength(3);
  });
});
