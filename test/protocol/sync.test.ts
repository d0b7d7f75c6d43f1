import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type NoticeAction,
  NoticeActionSchema,
  NoticeDocumentSchema,
  NoticeSchema,
} from '../../src/notice/index.ts';
import {
  MutationSchema,
  PROTOCOL_VERSION,
  SyncRequestSchema,
  SyncResponseSchema,
} from '../../src/protocol/index.ts';
import {
  A_CODE,
  aContent,
  aDocument,
  aNotice,
  anAuthor,
  DONGSHENG,
  publicationOf,
  savingOf,
} from '../builders/index.ts';
import { EMPTY, edited, someEdits } from '../notice/random-edits.ts';

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const aMutation = (action: NoticeAction) => ({
  id: 'mutation-0001',
  village: DONGSHENG,
  notice: A_CODE,
  action,
  at: '2026-11-23T08:00:00.000Z',
});

const notice = aNotice(aContent().withHouseholds(30)).build();
const place = { kind: 'cell', table: 'households', row: 'household-1', column: 'size' } as const;
const ACTIONS: readonly NoticeAction[] = [
  savingOf(notice, notice.content),
  {
    ...savingOf(notice, notice.content),
    baseDigest: 'abc',
    conflicts: [{ place, values: [{ value: null, by: anAuthor() }] }],
  },
  { kind: 'settle', place, value: '4' },
  { kind: 'settle', place: { kind: 'row', table: 'households', row: 'household-1' }, value: null },
  { kind: 'submit' },
  { kind: 'return', reason: '请补充' },
  publicationOf(notice),
  { kind: 'withdraw', reason: '有误' },
  { kind: 'close' },
];

describe('发出去的，对方读得回来，一字不差', () => {
  test.each(ACTIONS.map((action) => [action.kind, action] as const))('%s', (_kind, action) => {
    const mutation = aMutation(action);
    expect(v.parse(MutationSchema, overTheWire(mutation))).toEqual(mutation);
  });

  test('一次同步的请求和回答', () => {
    const request = {
      protocol: PROTOCOL_VERSION,
      sentAt: '2026-11-23T08:00:00.000Z',
      cursors: { [DONGSHENG]: 17 },
      mutations: ACTIONS.map(aMutation),
    };
    expect(v.parse(SyncRequestSchema, overTheWire(request))).toEqual(request);

    const published = aNotice().withHouseholds(2).publishedOn('2026-11-23').build();
    const response = {
      protocol: PROTOCOL_VERSION,
      serverTime: '2026-11-23T08:00:01.000Z',
      results: [
        { id: 'mutation-0001', outcome: 'accepted' },
        { id: 'mutation-0002', outcome: 'refused', code: 'own-draft' },
      ],
      changes: [
        { sequence: 18, notice: published, document: aDocument(published.content) },
        { sequence: 19, notice },
      ],
      cursors: { [DONGSHENG]: 19 },
      more: false,
    };
    expect(v.parse(SyncResponseSchema, overTheWire(response))).toEqual(response);
  });
});

test('怎么改、怎么合并出来的公示，别的手机都读得了', () => {
  fc.assert(
    fc.property(someEdits, someEdits, someEdits, (before, ours, theirs) => {
      const content = edited(EMPTY, before, 'base');
      const first = aNotice().build();
      const started = { ...first, content };
      const knowing = { contentAt: () => content };
      const merged = aNotice()
        .after(savingOf(first, content), anAuthor('小王'))
        .after(savingOf(started, edited(content, ours, 'wang')), anAuthor('小王'), knowing)
        .after(savingOf(started, edited(content, theirs, 'li')), anAuthor('老李'), knowing)
        .build();
      expect(v.parse(NoticeSchema, overTheWire(merged))).toEqual(merged);
    }),
    { numRuns: 60 },
  );
});

describe('不对的不收', () => {
  const save = savingOf(notice, notice.content);
  const good = aMutation(save);

  test.each<[string, unknown]>([
    ['空的', null],
    ['一串字', 'save'],
    ['一个列表', []],
    ['没有编号', { ...good, id: undefined }],
    ['编号太短', { ...good, id: 'x' }],
    ['编号里有路径', { ...good, id: '../../../etc' }],
    ['村代码不对', { ...good, village: '2307171002' }],
    ['公示编号是小写', { ...good, notice: '7k3m9qx2rt' }],
    ['公示编号里有 U', { ...good, notice: 'UUUUUUUUUU' }],
    ['多出一项', { ...good, admin: true }],
    ['没有这种步骤', { ...good, action: { kind: 'delete' } }],
    ['步骤里多出一项', { ...good, action: { kind: 'submit', force: true } }],
    ['起点版次是负数', { ...good, action: { ...save, baseVersion: -1 } }],
    ['起点版次有小数', { ...good, action: { ...save, baseVersion: 0.5 } }],
    ['起点版次大得离谱', { ...good, action: { ...save, baseVersion: 1e300 } }],
    ['时间太长', { ...good, at: '2'.repeat(41) }],
    ['时间不是时间', { ...good, at: '昨天下午' }],
    ['时间没有这一天', { ...good, at: '2026-13-40T08:00:00.000Z' }],
    ['时间没说在哪里', { ...good, at: '2026-11-23 08:00:00' }],
    ['内容层层套着', { ...good, action: { ...save, content: nested(2_000) } }],
    ['格子里套着对象', withCells({ size: { toString: 'x' } })],
    ['格子里是列表', withCells({ size: ['1'] })],
    ['格子里是数', withCells({ size: 3 })],
    ['格子太长', withCells({ size: '长'.repeat(2_001) })],
    ['栏目名里有空格', withCells({ 'size x': '1' })],
    ['行号太长', withRow({ id: 'x'.repeat(65), position: 'a0', cells: {} })],
    ['退回不说理由', { ...good, action: { kind: 'return', reason: '  ' } }],
    ['理由太长', { ...good, action: { kind: 'withdraw', reason: '长'.repeat(2_001) } }],
    ['公布第零版', { ...good, action: { ...publicationOf(notice), revision: 0 } }],
    ['没有正文就公布', { ...good, action: { ...publicationOf(notice), document: {} } }],
  ])('%s', (_what, input) => {
    expect(v.safeParse(MutationSchema, input).success).toBe(false);
  });

  test('一次最多一千步', () => {
    const request = (count: number) => ({
      protocol: 1,
      sentAt: '2026-11-23T08:00:00.000Z',
      cursors: {},
      mutations: Array.from({ length: count }, () => aMutation({ kind: 'submit' })),
    });
    expect(v.is(SyncRequestSchema, request(1_000))).toBe(true);
    expect(v.is(SyncRequestSchema, request(1_001))).toBe(false);
  });

  test('读到哪里的记号，只认村代码和不小于零的整数', () => {
    const request = (cursors: unknown) => ({ protocol: 1, sentAt: '', cursors, mutations: [] });
    expect(v.is(SyncRequestSchema, request({ [DONGSHENG]: 0 }))).toBe(true);
    for (const wrong of [
      { x: 1 },
      { [DONGSHENG]: -1 },
      { [DONGSHENG]: '1' },
      { [DONGSHENG]: 1.5 },
    ]) {
      expect(v.is(SyncRequestSchema, request(wrong))).toBe(false);
    }
  });

  test('名叫 __proto__ 的栏目到不了程序里', () => {
    const json =
      '{"kind":"save","baseVersion":0,"conflicts":[],"content":{"template":"t","templateVersion":1,"fields":{"__proto__":"x"},"tables":{}}}';
    const parsed = v.safeParse(NoticeActionSchema, JSON.parse(json));
    const fields =
      parsed.success && parsed.output.kind === 'save' ? parsed.output.content.fields : {};
    expect(Object.keys(fields)).toEqual([]);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  test('随便什么 JSON 都只是不收，不会出错', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(v.safeParse(MutationSchema, value).success).toBe(false);
        expect(v.safeParse(SyncRequestSchema, value).success).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  function withRow(row: unknown) {
    const content = { ...notice.content, tables: { households: [row] } };
    return { ...good, action: { ...save, content } };
  }
  function withCells(cells: unknown) {
    return withRow({ id: 'one', position: 'a0', cells });
  }
  function nested(depth: number): unknown {
    return depth === 0 ? {} : { inner: nested(depth - 1) };
  }
});

describe('正文', () => {
  const document = aDocument();
  test.each<[string, unknown]>([
    ['不知道的格式', { ...document, format: 2 }],
    ['没有落款人', { ...document, signers: [] }],
    ['落款日期不存在', { ...document, signedOn: '2026-02-30' }],
    [
      '公示期天数大得离谱',
      { ...document, period: { from: '2026-11-24', to: '2026-11-30', days: 1e300 } },
    ],
    ['没有这种段落', { ...document, blocks: [{ kind: 'script', text: 'x' }] }],
    ['表里的行不是字', { ...document, blocks: [{ ...aTable(), rows: [[1]] }] }],
  ])('不收：%s', (_what, input) => {
    expect(v.safeParse(NoticeDocumentSchema, input).success).toBe(false);
  });

  function aTable() {
    return document.blocks.find(({ kind }) => kind === 'table');
  }
});
