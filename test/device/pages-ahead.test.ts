import { expect, test } from 'vitest';
import type { NoticeCode } from '../../src/notice/index.ts';
import type { SyncRequest } from '../../src/protocol/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG, ZHAO } from './phone.ts';

const DRAFTS = 12;

/** A phone with more drafts than three pages hold. */
async function aPhoneWithPages(server: ModelServer): Promise<{ wang: Phone; codes: NoticeCode[] }> {
  const wang = await Phone.of(server, WANG);
  const codes: NoticeCode[] = [];
  for (let count = 0; count < DRAFTS; count += 1) {
    codes.push(await wang.draft(aContent().withHouseholds(800).build()));
  }
  return { wang, codes };
}

async function expectAllThere(server: ModelServer, wang: Phone, codes: readonly NoticeCode[]) {
  expect(await wang.outbox()).toEqual([]);
  expect(server.notices(DONGSHENG).map(({ code }) => code)).toEqual(codes);
  expect(server.notices(DONGSHENG).map(({ version }) => version)).toEqual(codes.map(() => 1));
  for (const code of codes) {
    const { base, head } = await wang.notice(code);
    expect(base).toEqual(head);
  }
}

test('上一页的答复还没收进手机，下一页已经上路，用的是答复里的序号', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const { wang, codes } = await aPhoneWithPages(server);
  const asked: number[] = [];
  const kept: number[] = [];
  wang.link = async (request) => {
    if (request.mutations.length > 0) {
      asked.push(request.cursors[DONGSHENG] ?? -1);
      kept.push((await wang.database.read('cursors'))?.[DONGSHENG] ?? 0);
    }
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.every((cursor, at) => at === 0 || cursor > (kept[at] ?? 0))).toBe(true);
  await expectAllThere(server, wang, codes);
});

test('答复收不进手机时，后面那页的答复也不收；再同步就齐了，不多不少', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const { wang, codes } = await aPhoneWithPages(server);
  let requests = 0;
  wang.link = async (request) => {
    requests += 1;
    // the answer to the first page is taken in after the second has left
    if (requests === 2) wang.writesLeft = 0;
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBe('storage');
  expect(requests).toBe(2);
  wang.writesLeft = undefined;
  expect(await wang.database.read('cursors')).toBeUndefined();
  expect(await wang.outbox()).toHaveLength(DRAFTS);

  expect((await wang.sync()).trouble).toBeUndefined();
  await expectAllThere(server, wang, codes);
});

test('下一页上路以后断了线：上一页照样收好，断的那页下次再送', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const { wang, codes } = await aPhoneWithPages(server);
  let requests = 0;
  wang.link = async (request) => {
    requests += 1;
    if (requests === 2) throw new TypeError('fetch failed');
    return wang.plainLink(request);
  };
  await expect(wang.sync()).rejects.toThrow('fetch failed');
  const left = await wang.outbox();
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(DRAFTS);
  expect((await wang.database.read('cursors'))?.[DONGSHENG]).toBe(DRAFTS - left.length);

  wang.mend();
  expect((await wang.sync()).trouble).toBeUndefined();
  await expectAllThere(server, wang, codes);
});

test('服务器在两页之间退回了旧备份：不抢着送，什么也不少', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const zhao = await Phone.of(server, ZHAO);
  await zhao.draft();
  await zhao.sync();
  const { wang, codes } = await aPhoneWithPages(server);
  await wang.sync();
  const backup = server.backUp();
  for (const code of codes) {
    await wang.type(code, (content) => ({ ...content, fields: { ...content.fields, note: '改' } }));
  }
  let requests = 0;
  wang.link = async (request: SyncRequest) => {
    requests += 1;
    if (requests === 2) server.restore(backup);
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(await wang.outbox()).toEqual([]);
  const notes = server.notices(DONGSHENG).map(({ content }) => content.fields['note']);
  expect(notes.filter((note) => note === '改')).toHaveLength(DRAFTS);
});

test('收很多页时，也是一边收一边要下一页', async () => {
  const server = new ModelServer({ villages: [DONGSHENG], pageCharacters: 1 });
  const zhao = await Phone.of(server, ZHAO);
  for (let count = 0; count < 6; count += 1) await zhao.draft();
  await zhao.sync();
  const wang = await Phone.of(server, WANG);
  const cursors: [number, number][] = [];
  wang.link = async (request) => {
    const kept = (await wang.database.read('cursors'))?.[DONGSHENG] ?? 0;
    cursors.push([request.cursors[DONGSHENG] ?? -1, kept]);
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(await wang.database.notices.count()).toBe(6);
  expect(cursors.map(([asked]) => asked)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(cursors.at(-1)?.[1]).toBeLessThan(5);
});

test('一件公示的几步隔着好几页：后做的一步不会越过先做的先走', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const wang = await Phone.of(server, WANG);
  const large = async () => {
    for (let count = 0; count < 6; count += 1) {
      await wang.draft(aContent().withHouseholds(800).build());
    }
  };
  const code = await wang.draft();
  await large();
  await wang.act(code, { kind: 'submit' });
  await large();
  await wang.act(code, { kind: 'comment', text: '补一句' });
  await large();
  const sent: string[] = [];
  wang.link = async (request) => {
    for (const { notice, action } of request.mutations) {
      if (notice === code) sent.push(action.kind);
    }
    return wang.plainLink(request);
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(sent).toEqual(['save', 'submit', 'comment']);
  expect(await wang.outbox()).toEqual([]);
});
