import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  areSameConflicts,
  type Conflict,
  conflictsAfterEdit,
  conflictsBeyond,
  type Edition,
  isPosition,
  mergeContent,
  NoticeContentSchema,
  rowsInOrder,
  unionOfConflicts,
  withRowsAppended,
} from '../../src/notice/index.ts';
import { aContent, anAuthor, type ContentBuilder } from '../builders/index.ts';

const WANG = anAuthor('小王', '2026-11-23T08:00:00.000Z');
const LI = anAuthor('老李', '2026-11-23T09:30:00.000Z');
const ZHAO = anAuthor('赵会计', '2026-11-23T10:00:00.000Z');

const base = aContent().withHouseholds(3);
const by = (author: typeof WANG, content: ContentBuilder): Edition => ({
  content: content.build(),
  by: author,
});
const sizeOf = (row: string) =>
  ({ kind: 'cell', table: 'households', row, column: 'size' }) as const;
const householdNames = (content: Edition['content']) =>
  rowsInOrder(content, 'households').map((row) => row.cells['householder']);

test('两部手机离线修改不同的户，合并后两处都在', () => {
  const result = mergeContent(
    base.build(),
    by(WANG, base.withCell('households', 'household-1', 'size', '4')),
    by(LI, base.withCell('households', 'household-2', 'size', '6')),
  );
  const sizes = rowsInOrder(result.content, 'households').map((row) => row.cells['size']);
  expect(sizes).toEqual(['4', '6', '3']);
  expect(result.conflicts).toEqual([]);
});

test('同一户改同一格，填得不一样：先到的暂时显示，两种填法连同姓名和时间都留着', () => {
  const result = mergeContent(
    base.build(),
    by(WANG, base.withCell('households', 'household-1', 'size', '4')),
    by(LI, base.withCell('households', 'household-1', 'size', '5')),
  );
  expect(rowsInOrder(result.content, 'households')[0]?.cells['size']).toBe('4');
  expect(result.conflicts).toEqual([
    {
      place: sizeOf('household-1'),
      values: [
        { value: '4', by: WANG },
        { value: '5', by: LI },
      ],
    },
  ]);
});

test('两个人填得一样，就不是冲突', () => {
  const same = base.withField('year', '2027');
  const result = mergeContent(base.build(), by(WANG, same), by(LI, same));
  expect(result).toEqual({ content: same.build(), conflicts: [] });
});

test('没填和清空是一回事', () => {
  const empty = aContent().withField('note', '');
  const { note: _left, ...fields } = empty.build().fields;
  const absent = { ...empty.build(), fields };
  const result = mergeContent(absent, by(WANG, empty), { content: absent, by: LI });
  expect(result.conflicts).toEqual([]);
});

describe('删掉一户', () => {
  const without = base.withoutRow('households', 'household-2');
  const changed = base.withCell('households', 'household-2', 'size', '9');

  test('另一个人没有动过这一户，就删掉了', () => {
    const result = mergeContent(base.build(), by(WANG, without), by(LI, base));
    expect(rowsInOrder(result.content, 'households')).toHaveLength(2);
    expect(result.conflicts).toEqual([]);
  });

  test.each([
    ['先删后改', without, changed, [null, expect.stringContaining('9')]],
    ['先改后删', changed, without, [expect.stringContaining('9'), null]],
  ])('另一个人改过这一户（%s），这一户留着，由人来定', (_order, head, incoming, values) => {
    const result = mergeContent(base.build(), by(WANG, head), by(LI, incoming));
    expect(rowsInOrder(result.content, 'households')[1]?.cells['size']).toBe('9');
    expect(result.conflicts.map(({ place }) => place)).toEqual([
      { kind: 'row', table: 'households', row: 'household-2' },
    ]);
    expect(result.conflicts[0]?.values.map(({ value }) => value)).toEqual(values);
  });

  test('两个人都删了同一户，没有什么要定的', () => {
    const result = mergeContent(base.build(), by(WANG, without), by(LI, without));
    expect(rowsInOrder(result.content, 'households')).toHaveLength(2);
    expect(result.conflicts).toEqual([]);
  });

  test('这一户正有冲突等人选，删的人没见过，这一户和各种填法都留着', () => {
    const head = base.withCell('households', 'household-2', 'size', '2');
    const open: Conflict = {
      place: sizeOf('household-2'),
      values: [
        { value: '2', by: WANG },
        { value: '7', by: ZHAO },
      ],
    };
    const result = mergeContent(
      base.build(),
      { ...by(WANG, head), conflicts: [open] },
      by(LI, without),
    );
    expect(rowsInOrder(result.content, 'households')).toHaveLength(3);
    expect(result.conflicts).toContainEqual(open);
    expect(result.conflicts.map(({ place }) => place.kind).sort()).toEqual(['cell', 'row']);
  });
});

describe('三个人填同一格', () => {
  const wangs = base.withField('year', '2025');
  const first = mergeContent(base.build(), by(WANG, wangs), by(LI, base.withField('year', '2027')));
  const head = { content: first.content, by: LI, conflicts: first.conflicts };

  test('第三个人没见过冲突，他的填法也加进去，三种都在', () => {
    const result = mergeContent(base.build(), head, by(ZHAO, base.withField('year', '2028')));
    expect(result.content.fields['year']).toBe('2025');
    expect(result.conflicts[0]?.values).toEqual([
      { value: '2025', by: WANG },
      { value: '2027', by: LI },
      { value: '2028', by: ZHAO },
    ]);
  });

  test('第三个人在显示的那种填法上改，改后的显示出来，原来两种仍可选', () => {
    const result = mergeContent(wangs.build(), head, by(ZHAO, wangs.withField('year', '2028')));
    expect(result.content.fields['year']).toBe('2028');
    expect(result.conflicts[0]?.values.map(({ value }) => value)).toEqual(['2025', '2027', '2028']);
  });

  test('自己改自己的填法，只留改后的', () => {
    const open = conflictsAfterEdit(
      first.conflicts,
      first.content,
      { ...first.content, fields: { ...first.content.fields, year: '2026' } },
      WANG,
    );
    expect(open[0]?.values.map(({ value }) => value)).toEqual(['2027', '2026']);
  });
});

test('手机上先发现、还没上传的冲突，再次合并也不会丢', () => {
  const found: Conflict = {
    place: { kind: 'field', field: 'standard' },
    values: [
      { value: '国定标准', by: WANG },
      { value: '省定标准', by: LI },
    ],
  };
  const local = base.withField('standard', '国定标准');
  const result = mergeContent(local.build(), by(ZHAO, local.withField('year', '2027')), {
    ...by(LI, local),
    conflicts: [found],
  });
  expect(result.conflicts).toEqual([found]);
});

test('服务器已经知道的填法不再说，多出一种就要说', () => {
  const place = { kind: 'field', field: 'year' } as const;
  const known: Conflict = {
    place,
    values: [
      { value: '2025', by: WANG },
      { value: '2027', by: LI },
    ],
  };
  const more: Conflict = { place, values: [...known.values, { value: '2028', by: ZHAO }] };
  expect(conflictsBeyond([known], [known])).toEqual([]);
  expect(conflictsBeyond([known], [more])).toEqual([more]);
  expect(areSameConflicts([known], [more])).toBe(false);
});

test('同一处的冲突来了两份，填法合在一起，一种不少', () => {
  const place = { kind: 'field', field: 'year' } as const;
  const one = (value: string): Conflict => ({ place, values: [{ value, by: WANG }] });
  const union = unionOfConflicts([one('2025'), one('2026')], [one('2027')]);
  expect(union).toHaveLength(1);
  expect(union[0]?.values.map(({ value }) => value)).toEqual(['2025', '2026', '2027']);
});

test('两部手机各自往名单末尾加户，合并后各人加的几户仍挨在一起', () => {
  const add = (names: readonly string[]) =>
    names.reduce(
      (content, name) => content.withRow('households', `row-${name}`, { householder: name }),
      aContent(),
    );
  const result = mergeContent(
    aContent().build(),
    by(WANG, add(['王甲', '王乙', '王丙'])),
    by(LI, add(['李甲', '李乙'])),
  );
  expect(householdNames(result.content)).toEqual(['王甲', '王乙', '王丙', '李甲', '李乙']);
  const further = withRowsAppended(result.content, 'households', [
    { id: 'last', cells: { householder: '末一户' } },
  ]);
  expect(householdNames(further).at(-1)).toBe('末一户');
});

test('合并用新的模板版本，内容仍是先到的一份的模板', () => {
  const newer = { ...base.build(), templateVersion: 2 };
  const result = mergeContent(base.build(), by(WANG, base), { content: newer, by: LI });
  expect(result.content.templateVersion).toBe(2);
});

test('名叫 toString 的栏目也只是一个栏目', () => {
  const head = base.withField('toString', '填了');
  const result = mergeContent(base.build(), by(WANG, head), by(LI, base));
  expect(result.content.fields['toString']).toBe('填了');
  expect(mergeContent(head.build(), by(WANG, head), by(LI, base)).content.fields['toString']).toBe(
    '',
  );
});

describe('收到的内容', () => {
  const parse = (change: (content: ReturnType<typeof base.build>) => unknown) =>
    v.safeParse(NoticeContentSchema, change(structuredClone(base.build()))).success;

  test('编得出来的都收', () => {
    expect(parse((content) => content)).toBe(true);
  });

  test.each<[string, (content: ReturnType<typeof base.build>) => unknown]>([
    ['同一行来两次', (content) => withTable(content, [aRow('a', 'a0'), aRow('a', 'a1')])],
    ['位置不是位置', (content) => withTable(content, [aRow('a', 'x')])],
    ['位置里有别的字', (content) => withTable(content, [aRow('a', 'a一')])],
    ['编号里有斜线', (content) => withTable(content, [aRow('a/b', 'a0')])],
    ['多出一项', (content) => ({ ...content, script: 'x' })],
    ['格子里不是字', (content) => ({ ...content, fields: { year: 2026 } })],
    ['字太长', (content) => ({ ...content, fields: { note: '长'.repeat(20_001) } })],
  ])('不收：%s', (_what, change) => {
    expect(parse(change)).toBe(false);
  });

  function withTable(content: object, households: readonly object[]) {
    return { ...content, tables: { households } };
  }
  function aRow(id: string, position: string) {
    return { id, position, cells: {} };
  }
});

test.each(['a0', 'Zz', 'a0V', 'b00'])('%s 是位置，前后都还插得进', (text) => {
  expect(isPosition(text)).toBe(true);
});
