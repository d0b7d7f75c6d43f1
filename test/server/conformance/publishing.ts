import { expect, test } from 'vitest';
import { contentDigest, type NoticeContent } from '../../../src/notice/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent, aDocument } from '../../builders/index.ts';
import { aMutation, OWN, type Phone, type World } from '../harness/world.ts';
import { aSave } from './syncing.ts';

export function aPublication(content: NoticeContent, revision = 1) {
  return aMutation({
    kind: 'publish',
    revision,
    contentDigest: contentDigest(content),
    document: aDocument(content),
  });
}

const ADDRESS = `/v/${OWN}/7K3M9QX2RT`;

export function publishing(world: () => World): void {
  const content = aContent().withHouseholds(3).build();
  const save = () => aSave(aContent().withHouseholds(3));

  async function codeAfter(phone: Phone, ...mutations: unknown[]): Promise<string | undefined> {
    const result = (await phone.sync(mutations)).results.at(-1);
    return result?.outcome === 'refused' ? result.code : result?.outcome;
  }

  async function page(path: string): Promise<{ status: number; html: string }> {
    const response = await world().request(path);
    return { status: response.status, html: await response.text() };
  }

  test('审核人公布之后，村民扫码看到的就是纸上的话', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([save(), aMutation({ kind: 'submit' })]);
    const answer = await reviewer.sync([aPublication(content)]);
    expect(answer.results).toMatchObject([{ outcome: 'accepted' }]);
    const mark = answer.changes[0]?.notice.revisions[0];

    const { status, html } = await page(`${ADDRESS}/1-${mark?.checkCode}`.toLowerCase());
    expect(status).toBe(200);
    const document = aDocument(content);
    expect(html).toContain(document.title);
    for (const block of document.blocks) {
      if (block.kind === 'table') for (const row of block.rows) expect(html).toContain(row[2]);
    }
    expect((await page(`/V/${OWN}`)).html).toContain(document.title);

    const later = await drafter.sync();
    expect(later.changes[0]).toMatchObject({ document, notice: { standing: 'published' } });
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('公布之前，纸先贴出去了：网页说还没收到，不是出错', async () => {
    const drafter = await world().phone('drafter');
    await drafter.sync([save()]);
    const { status, html } = await page(`${ADDRESS}/1-0123ABCD`);
    expect(status).toBe(200);
    expect(html).not.toContain(aDocument(content).title);
    expect((await page(`/v/${OWN}/0000000000`)).status).toBe(200);
  });

  test('撤回以后，网页还在，写明撤回和原因', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([save()]);
    await reviewer.sync([aPublication(content)]);
    expect((await page(ADDRESS)).html).not.toContain('名单有误，重新核实');
    await reviewer.sync([aMutation({ kind: 'withdraw', reason: '名单有误，重新核实' })]);
    expect((await page(ADDRESS)).html).toContain('名单有误，重新核实');
  });

  test('没有这个村的地址，回答找不到', async () => {
    expect((await page('/v/999999999999')).status).toBe(404);
    expect((await page('/v/%E0%A4%A')).status).toBe(404);
    expect((await page('/v/999999999999/7K3M9QX2RT')).status).toBe(404);
  });

  test('看过的页面没有变，手机不用再下载', async () => {
    const first = await world().request(`/v/${OWN}`);
    const etag = first.headers.get('etag') ?? '';
    const again = await world().request(`/v/${OWN}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const packed = await world().request(`/v/${OWN}`, {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers.get('content-encoding')).toBe('br');
  });

  test('缺必填的、没有名单的、有冲突的，不能公布', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    const empty = aContent();
    await drafter.sync([aSave(empty)]);
    expect(await codeAfter(reviewer, aPublication(empty.build()))).toBe('incomplete');
  });

  test('纸上的话与规定的写法不同，不能公布', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([save()]);
    const { action } = aPublication(content);
    if (action.kind !== 'publish') throw new Error('no publication');
    const forged = { ...action, document: { ...action.document, title: '另一个标题' } };
    expect(await codeAfter(reviewer, aMutation(forged))).toBe('words-differ');
  });

  test('审核以后内容又改了，不能照旧公布；别人先公布了，也不能', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([save()]);
    await drafter.sync([aSave(aContent().withHouseholds(4), {}, 1)]);
    expect(await codeAfter(reviewer, aPublication(content))).toBe('changed-meanwhile');
    const newer = aContent().withHouseholds(4).build();
    expect(await codeAfter(reviewer, aPublication(newer))).toBe('accepted');
    expect(await codeAfter(reviewer, aPublication(newer))).toBe('published-meanwhile');
    expect(await codeAfter(reviewer, aPublication(newer, 2))).toBe('nothing-to-publish');
  });

  test('自己起草的，自己不能公布，除非村里规定可以', async () => {
    const reviewer = await world().phone('reviewer');
    await reviewer.sync([save()]);
    expect(await codeAfter(reviewer, aPublication(content))).toBe('own-draft');
    await world()
      .store.db.updateTable('place')
      .set({ settings: JSON.stringify({ onePersonMayPublish: true }) })
      .where('code', '=', OWN)
      .execute();
    const drafter = await world().phone('drafter');
    expect(await codeAfter(drafter, aPublication(content))).toBe('accepted');
  });

  test('身份证号、村民手机号、银行卡号，服务器不收', async () => {
    const drafter = await world().phone('drafter');
    for (const number of ['230717188001010012', '13812345678', '6228480000000000000']) {
      const named = aContent().withField('note', `张某某 ${number}`);
      expect(await codeAfter(drafter, aSave(named))).toBe('personal-data');
    }
    await drafter.sync([save()]);
    const withdraw = aMutation({ kind: 'submit' });
    expect(await codeAfter(drafter, withdraw)).toBe('accepted');
    const reviewer = await world().phone('reviewer');
    const reason = '请联系 13812345678';
    expect(await codeAfter(reviewer, aMutation({ kind: 'return', reason }))).toBe('personal-data');
  });

  test('公示上写明的联系电话，写在公示的别处、写在退回的理由里，服务器也收', async () => {
    const drafter = await world().phone('drafter');
    const number = '13812345678';
    const contact = aContent().withField('villagePhone', `主任 ${number}`);
    const named = contact.withField('note', `张某某 ${number}`);
    expect(await codeAfter(drafter, aSave(named))).toBe('accepted');
    expect(await codeAfter(drafter, aMutation({ kind: 'submit' }))).toBe('accepted');
    const reviewer = await world().phone('reviewer');
    const reason = `请问 ${number}`;
    expect(await codeAfter(reviewer, aMutation({ kind: 'return', reason }))).toBe('accepted');
    // once it is no contact any more it stays as it stands, and cannot be published so
    const changed = named.withField('villagePhone', '0458-0000001');
    expect(await codeAfter(drafter, aSave(changed, {}, 1))).toBe('accepted');
    expect(await codeAfter(reviewer, aPublication(changed.build()))).toBe('personal-data');
  });

  test('修改已公布的，旧的一版照样在，新的一版公布后成为最新', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([save()]);
    await reviewer.sync([aPublication(content)]);
    const newer = aContent().withHouseholds(5);
    await drafter.sync([aSave(newer, {}, 1)]);
    const waiting = await drafter.sync();
    expect(waiting.changes[0]).toMatchObject({
      document: aDocument(content),
      notice: { stage: 'draft', standing: 'published' },
    });
    expect(await codeAfter(reviewer, aPublication(newer.build(), 2))).toBe('accepted');
    const after = await drafter.sync();
    expect(after.changes[0]?.document).toEqual(aDocument(newer.build()));
  });
}
