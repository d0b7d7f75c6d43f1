import { expect, test } from 'vitest';
import { Synchroniser, type SyncProgress, type Transport } from '../../src/device/index.ts';
import { contentDigest, type NoticeCode, withCell, withField } from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG, ZHAO } from './phone.ts';

const villages = [DONGSHENG];

test('没有信号时起草，有信号后送到，别人的手机也看得到', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  wang.cut();
  const code = await wang.draft();
  expect(await wang.sync()).toMatchObject({ trouble: 'offline' });
  expect((await wang.notice(code)).base).toBeUndefined();

  wang.mend();
  expect((await wang.sync()).trouble).toBeUndefined();
  expect(await wang.outbox()).toEqual([]);
  const li = await Phone.of(server, LI);
  await li.sync();
  expect((await li.notice(code)).head.content).toEqual((await wang.notice(code)).head.content);
});

test('一次没送出去的几次修改，合成一次送', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  for (const year of ['2024', '2025', '2026']) {
    await wang.type(code, (content) => withField(content, 'year', year));
  }
  expect(await wang.outbox()).toHaveLength(1);
  await wang.sync();
  expect(server.notice(DONGSHENG, code)?.version).toBe(1);
});

test('两部手机离线改不同的格子，合并后两处都在', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();

  await wang.type(code, (content) => withField(content, 'note', '小王写的'));
  await zhao.type(code, (content) => withCell(content, 'households', 'household-1', 'size', '9'));
  await zhao.sync();
  await wang.sync();
  await zhao.sync();

  for (const phone of [wang, zhao]) {
    const { head } = await phone.notice(code);
    expect(head.content.fields['note']).toBe('小王写的');
    expect(head.content.tables['households']?.[0]?.cells['size']).toBe('9');
    expect(head.conflicts).toEqual([]);
  }
});

test('两人把同一格写成不同的，两个值都留着等人选，选定后两边都一样', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  await wang.type(code, (content) => withField(content, 'note', '甲'));
  await zhao.type(code, (content) => withField(content, 'note', '乙'));
  await wang.sync();
  await zhao.sync();

  const { head } = await zhao.notice(code);
  const [conflict] = head.conflicts;
  expect(conflict?.values.map(({ value }) => value)).toEqual(['甲', '乙']);
  expect(conflict?.values.map(({ by }) => by.name)).toEqual([WANG.name, ZHAO.name]);

  await zhao.act(code, { kind: 'settle', place: { kind: 'field', field: 'note' }, value: '乙' });
  await zhao.sync();
  await wang.sync();
  expect((await wang.notice(code)).head).toMatchObject({
    conflicts: [],
    content: { fields: { note: '乙' } },
  });
});

test('拉取时正好有没送出去的修改：冲突在手机上就看得到，也送给服务器', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  await zhao.type(code, (content) => withField(content, 'note', '乙'));
  await zhao.sync();

  // 送出去的那一刻又打了字
  wang.link = async (request) => {
    const answer = await wang.plainLink(request);
    wang.mend();
    await wang.type(code, (content) => withField(content, 'note', '甲'));
    return answer;
  };
  await wang.sync();
  const { head } = await wang.notice(code);
  expect(head.conflicts.flatMap(({ values }) => values.map(({ value }) => value)).sort()).toEqual([
    '乙',
    '甲',
  ]);
  expect(server.notice(DONGSHENG, code)?.conflicts).toHaveLength(1);
});

test('打字时送出去的，回来后不和自己打架', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  const notes = ['一', '一二', '一二三', '一二三四'];
  wang.link = async (request) => {
    const answer = await wang.plainLink(request);
    const next = notes.shift();
    if (next) await wang.type(code, (content) => withField(content, 'note', next));
    return answer;
  };
  await wang.sync();
  const { head } = await wang.notice(code);
  expect(head.conflicts).toEqual([]);
  expect(head.content.fields['note']).toBe('一二三四');
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('一二三四');
});

test('提交之后又改，先送提交时的内容，再送后来的', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.act(code, { kind: 'submit' });
  await wang.type(code, (content) => withField(content, 'note', '提交后改的'));
  await wang.act(code, { kind: 'submit' });
  await wang.type(code, (content) => withField(content, 'note', '又改的'));
  await wang.sync();
  const versions = server.versions(DONGSHENG, code);
  expect(versions.map(({ content }) => content.fields['note'])).toEqual([
    '名单中的人均为虚构，仅作示例。',
    '提交后改的',
    '又改的',
  ]);
  expect(server.notice(DONGSHENG, code)).toMatchObject({ stage: 'submitted', conflicts: [] });
  expect((await wang.notice(code)).head.content.fields['note']).toBe('又改的');
});

test('起草、提交、审核、公布都在没信号时做完，一上线全送到', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.act(code, { kind: 'submit' });
  await wang.sync();
  const li = await Phone.of(server, LI);
  await li.sync();
  li.cut();
  const outcome = await li.publish(code);
  expect(outcome.ok).toBe(true);
  expect((await li.notice(code)).head).toMatchObject({ stage: 'settled', standing: 'published' });
  li.mend();
  await li.sync();
  await wang.sync();
  const shown = await wang.notice(code);
  expect(shown.head.standing).toBe('published');
  expect(shown.document).toEqual((await li.notice(code)).document);
});

test('公布被退回时，墙上的字还是上一版的', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const li = await Phone.of(server, LI);
  await li.sync();
  await wang.type(code, (content) => withField(content, 'note', '公布前又改了'));
  await wang.sync();
  await li.publish(code);
  expect((await li.notice(code)).document).toBeDefined();
  await li.sync();
  const stored = await li.notice(code);
  expect(stored.refusal).toEqual({ code: 'changed-meanwhile', action: 'publish' });
  expect(stored.document).toBeUndefined();
  expect(stored.head).toMatchObject({ stage: 'draft', standing: 'unpublished' });
  expect(await li.database.refused.count()).toBe(1);
});

test('送出去的内容写明从哪一版、什么内容改起，服务器重编号也认得出', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const base = server.notice(DONGSHENG, code)?.content;
  const sent: unknown[] = [];
  wang.link = async (request) => {
    sent.push(...request.mutations.map(({ action }) => action));
    return wang.plainLink(request);
  };
  await wang.type(code, (content) => withField(content, 'note', '第二版'));
  await wang.sync();
  expect(sent).toMatchObject([{ baseVersion: 1, baseDigest: base && contentDigest(base) }]);
});

test('一次放不下就分几次送，每次不超过一页（最后一次可以长四分之一），先写的先送', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const codes: NoticeCode[] = [];
  for (let count = 0; count < 12; count++) {
    codes.push(await wang.draft(aContent().withHouseholds(800).build()));
  }
  const pages: NoticeCode[][] = [];
  wang.link = async (request) => {
    const isLast = (await wang.outbox()).length === request.mutations.length;
    const length = JSON.stringify(request.mutations).length;
    expect(length).toBeLessThan(isLast ? 520_000 : 450_000);
    if (request.mutations.length > 0) pages.push(request.mutations.map(({ notice }) => notice));
    return wang.plainLink(request);
  };
  await wang.sync();
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat()).toEqual(codes);
});

test('收得久的时候，知道服务器会说，才问还剩多少份', async () => {
  const server = new ModelServer({ villages, pageCharacters: 1 });
  const zhao = await Phone.of(server, ZHAO);
  for (let count = 0; count < 4; count++) await zhao.draft();
  await zhao.sync();
  const wang = await Phone.of(server, WANG);
  const asked: (true | undefined)[] = [];
  const told: (number | undefined)[] = [];
  // the model knows of notices alone: what a newer server adds is added here
  const transport: Transport = async ({ left, objections, exemptions: _not, ...request }) => {
    asked.push(left);
    const answer = await wang.plainLink(request);
    const part = { results: [], changes: [], cursors: {}, histories: {}, more: false };
    return {
      ...(answer as object),
      ...(left ? { left: 3 } : {}),
      ...(objections ? { objections: part } : {}),
    };
  };
  const onProgress = ({ left }: SyncProgress) => told.push(left);
  const syncer = new Synchroniser(wang.database, transport, { now: wang.now, onProgress });
  expect((await syncer.synchronise()).trouble).toBeUndefined();
  expect(asked).toEqual([undefined, true, true, true]);
  // on the last page nothing is left
  expect(told).toEqual([undefined, 3, 3, undefined]);
});
