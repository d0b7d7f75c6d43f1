import { expect, test } from 'vitest';
import { contentDigest } from '../../../src/notice/index.ts';
import { aContent } from '../../builders/index.ts';
import { aMutation, type World } from '../harness/world.ts';
import { aSave } from './syncing.ts';

export function merging(world: () => World): void {
  const start = aContent().withHouseholds(3);

  test('两部手机离线修改不同的户，合并后两处都在', async () => {
    const one = await world().phone('drafter', undefined, '甲');
    const other = await world().phone('drafter', undefined, '乙');
    await one.sync([aSave(start)]);
    await one.sync([aSave(start.withCell('households', 'household-1', 'size', '7'), {}, 1)]);
    await other.sync([aSave(start.withCell('households', 'household-2', 'size', '8'), {}, 1)]);

    const { changes } = await one.sync();
    expect(changes[0]?.notice).toMatchObject({ version: 3, conflicts: [] });
    const rows = changes[0]?.notice.content?.tables['households'] ?? [];
    expect(rows.map((row) => row.cells['size'])).toEqual(['7', '8', expect.any(String)]);
  });

  test('两人把同一格填得不一样，两个值都留着，定下之前不能公布', async () => {
    const one = await world().phone('drafter', undefined, '甲');
    const other = await world().phone('reviewer', undefined, '乙');
    await one.sync([aSave(start)]);
    await one.sync([aSave(start.withCell('households', 'household-1', 'size', '7'), {}, 1)]);
    await other.sync([aSave(start.withCell('households', 'household-1', 'size', '8'), {}, 1)]);

    const { changes } = await one.sync();
    const notice = changes[0]?.notice;
    expect(notice?.conflicts).toMatchObject([
      {
        values: [
          { value: '7', by: { name: '甲' } },
          { value: '8', by: { name: '乙' } },
        ],
      },
    ]);
    const place = notice?.conflicts[0]?.place;
    if (!place) throw new Error('no conflict');
    const settled = await one.sync([aMutation({ kind: 'settle', place, value: '8' })]);
    expect(settled.results).toMatchObject([{ outcome: 'accepted' }]);
    expect(settled.changes[0]?.notice.conflicts).toEqual([]);
  });

  test('冲突里是谁填的，写的是填那一格的人，不是最后保存的人', async () => {
    const [first, second, third] = await Promise.all(
      ['甲', '乙', '丙'].map((name) => world().phone('drafter', undefined, name)),
    );
    await first?.sync([aSave(start)]);
    await first?.sync([aSave(start.withField('present', '30'), {}, 1)]);
    const meanwhile = start.withField('present', '30').withField('expected', '40');
    await second?.sync([aSave(meanwhile, {}, 2)]);
    await third?.sync([aSave(start.withField('present', '29'), {}, 1)]);
    const answer = await first?.sync();
    expect(answer?.changes[0]?.notice.conflicts).toMatchObject([
      {
        values: [
          { value: '30', by: { name: '甲' } },
          { value: '29', by: { name: '丙' } },
        ],
      },
    ]);
  });

  test('一次发来同一份的两次保存，后一次接着前一次，不与自己冲突，也不冲掉别人的', async () => {
    const one = await world().phone('drafter', undefined, '甲');
    const other = await world().phone('drafter', undefined, '乙');
    await one.sync([aSave(start)]);
    await other.sync([aSave(start.withField('expected', '50'), {}, 1)]);
    const typed = start.withField('present', '20');
    await one.sync([aSave(typed, {}, 1), aSave(typed.withField('present', '21'), {}, 2)]);

    const { changes } = await one.sync();
    expect(changes[0]?.notice.conflicts).toEqual([]);
    expect(changes[0]?.notice.content?.fields).toMatchObject({ expected: '50', present: '21' });
  });

  test('后一次保存说自己接着的是别人那一版的样子，也还是接着同一批里的前一次', async () => {
    const one = await world().phone('drafter', undefined, '甲');
    const other = await world().phone('drafter', undefined, '乙');
    await one.sync([aSave(start)]);
    const others = start.withField('expected', '50');
    await other.sync([aSave(others, {}, 1)]);
    const typed = start.withField('present', '20');
    const second = aMutation({
      kind: 'save',
      baseVersion: 2,
      baseDigest: contentDigest(others.build()),
      content: typed.withField('present', '21').build(),
      conflicts: [],
    });
    await one.sync([aSave(typed, {}, 1), second]);

    const { changes } = await one.sync();
    expect(changes[0]?.notice.conflicts).toEqual([]);
    expect(changes[0]?.notice.content?.fields).toMatchObject({ expected: '50', present: '21' });
  });
}
