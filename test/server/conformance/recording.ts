import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import type { NoticeCode } from '../../../src/notice/index.ts';
import { openPostgres, openSqliteToRead } from '../../../src/server/database/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import { aMutation, OWN, type World } from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

export function recording(world: () => World): void {
  const verify = () => verifyLedger(world().store.db, OWN);

  /** 东升村 after a drafter (3 entries with the phone) and a reviewer did their work. */
  async function aBusyVillage(): Promise<void> {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    const content = aContent().withHouseholds(2);
    await drafter.sync([aSave(content), aMutation({ kind: 'submit' })]);
    await reviewer.sync([aPublication(content.build())]);
  }

  test('每一步都记在台账里，从头到尾对得上', async () => {
    await aBusyVillage();
    expect(await verify()).toBeUndefined();
    const entries = await world()
      .store.db.selectFrom('ledger')
      .select(['number', 'entry'])
      .where('place', '=', OWN)
      .orderBy('number')
      .execute();
    const kinds = entries.map(({ entry }) => {
      const { event } = JSON.parse(entry);
      return event.kind === 'action' ? event.action : event.kind;
    });
    expect(kinds).toEqual([
      'person-added',
      'device-enrolled',
      'person-added',
      'device-enrolled',
      'save',
      'submit',
      'publish',
    ]);
  });

  test('服务器一边有人用、一边核对台账：正写着的不说成是改过的', async () => {
    await aBusyVillage();
    const phone = await world().phone('drafter', OWN, '正在写的人');
    let written = 0;
    // between any two looks of the one who verifies, somebody writes
    const writing: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        written += 1;
        const notice = `00000000${String(written).padStart(2, '0')}` as NoticeCode;
        if (written < 10) await phone.sync([aSave(aContent(), { notice })]);
        return result;
      },
    };
    const { environment } = world().database;
    const { DATABASE_URL: url, DATA_DIR: directory = '' } = environment;
    const beside = url ? await openPostgres(url) : openSqliteToRead(directory);
    try {
      expect(await verifyLedger(beside.db.withPlugin(writing), OWN)).toBeUndefined();
      expect(written).toBeGreaterThan(3);
    } finally {
      await beside.close();
    }
    expect(await verify()).toBeUndefined();
  });

  test('台账里没有人打的字', async () => {
    await aBusyVillage();
    const entries = await world().store.db.selectFrom('ledger').select('entry').execute();
    const text = JSON.stringify(entries);
    expect(text).not.toContain('赵某');
    expect(text).not.toContain('0458');
  });

  test('台账的最后一个哈希写在村的公示栏上', async () => {
    await aBusyVillage();
    const { ledger_hash } = await world()
      .store.db.selectFrom('place')
      .select('ledger_hash')
      .where('code', '=', OWN)
      .executeTakeFirstOrThrow();
    const board = await (await world().request(`/v/${OWN}`)).text();
    const plain = board.replace(/<[^>]*>|\s/g, '').toLowerCase();
    expect(plain).toContain(ledger_hash.slice(0, 16));
  });

  const entry = (number: number) =>
    world()
      .store.db.selectFrom('ledger')
      .selectAll()
      .where('place', '=', OWN)
      .where('number', '=', number);

  test('改了一条，指出是哪一条', async () => {
    await aBusyVillage();
    const before = await entry(6).executeTakeFirstOrThrow();
    await world()
      .store.db.updateTable('ledger')
      .set({ entry: before.entry.replace('submit', 'return') })
      .where('place', '=', OWN)
      .where('number', '=', 6)
      .execute();
    expect(await verify()).toEqual({ place: OWN, number: 6, code: 'altered' });
  });

  test('抽掉中间的、剪掉末尾的，都看得出', async () => {
    await aBusyVillage();
    const remove = (number: number) =>
      world()
        .store.db.deleteFrom('ledger')
        .where('place', '=', OWN)
        .where('number', '=', number)
        .execute();
    await remove(7);
    expect(await verify()).toEqual({ place: OWN, number: 7, code: 'missing' });
    await remove(3);
    expect(await verify()).toEqual({ place: OWN, number: 3, code: 'missing' });
  });

  test('把哈希也一起重算，下一条就接不上', async () => {
    await aBusyVillage();
    const { entryHash } = await import('../../../src/server/ledger/index.ts');
    const before = await entry(5).executeTakeFirstOrThrow();
    const forged = before.entry.replace('"save"', '"close"');
    await world()
      .store.db.updateTable('ledger')
      .set({ entry: forged, hash: entryHash(before.previous_hash, forged) })
      .where('place', '=', OWN)
      .where('number', '=', 5)
      .execute();
    expect(await verify()).toEqual({ place: OWN, number: 6, code: 'unchained' });
  });

  test('改了存着的内容或公布过的话，台账对不上', async () => {
    await aBusyVillage();
    const { db } = world().store;
    const version = await db.selectFrom('version').selectAll().executeTakeFirstOrThrow();
    await db
      .updateTable('version')
      .set({ record: version.record.replaceAll('赵某', '钱某') })
      .execute();
    expect(await verify()).toEqual({ place: OWN, number: 5, code: 'content-altered' });
    await db.updateTable('version').set({ record: version.record }).execute();
    const revision = await db.selectFrom('revision').selectAll().executeTakeFirstOrThrow();
    await db
      .updateTable('revision')
      .set({ document: revision.document.replaceAll('赵某', '钱某') })
      .execute();
    expect(await verify()).toEqual({ place: OWN, number: 7, code: 'words-altered' });
  });

  test('手机和村民看到的那一份被改、被换回旧的，台账上没有的公示和公布版，都看得出', async () => {
    await aBusyVillage();
    const { db } = world().store;
    const notice = await db.selectFrom('notice').selectAll().executeTakeFirstOrThrow();
    const put = (text: string) => db.updateTable('notice').set({ notice: text }).execute();
    const altered = { place: OWN, number: 7, code: 'content-altered' };
    await put(notice.notice.replaceAll('赵某', '钱某'));
    expect(await verify()).toEqual(altered);
    await put(notice.notice.replace(/"revisions":\[.*?\]/, '"revisions":[]'));
    expect(await verify()).toEqual(altered);
    await put(notice.notice);
    expect(await verify()).toBeUndefined();

    await db
      .insertInto('notice')
      .values({ ...notice, code: 'ZZZZZZZZZZ' })
      .execute();
    expect(await verify()).toEqual(altered);
    await db.deleteFrom('notice').where('code', '=', 'ZZZZZZZZZZ').execute();
    const revision = await db.selectFrom('revision').selectAll().executeTakeFirstOrThrow();
    await db
      .insertInto('revision')
      .values({ ...revision, revision: 2 })
      .execute();
    expect(await verify()).toEqual({ ...altered, code: 'words-altered' });
    await db.deleteFrom('revision').where('revision', '=', 2).execute();
    expect(await verify()).toBeUndefined();
    await db.deleteFrom('notice').execute();
    expect(await verify()).toEqual(altered);
  });
}
