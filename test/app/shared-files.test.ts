import { describe, expect, test } from 'vitest';
import { receiveShare } from '../../src/app/shared-file-receive.ts';
import { withoutIdNumbers } from '../../src/app/shared-file-sheets.ts';
import { LARGEST_SHARED_BYTES, SharedFileStore } from '../../src/app/shared-file-store.ts';
import { FILE_LIMIT } from '../../src/spreadsheet/index.ts';

/** As much of the browser's caches as is used: answers by their address. */
function aCache({ isFull = false } = {}) {
  const answers = new Map<string, Response>();
  const addressOf = (at: string | Request) =>
    typeof at === 'string' ? new URL(at, 'https://example.org').href : at.url;
  const cache = {
    put: async (at: string | Request, answer: Response) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      answers.set(addressOf(at), answer);
    },
    match: async (at: string | Request) => answers.get(addressOf(at))?.clone(),
    delete: async (at: string | Request) => answers.delete(addressOf(at)),
    keys: async () => [...answers.keys()].map((url) => new Request(url)),
  };
  // the rest of the interface is not used
  return { open: async () => cache as unknown as Cache };
}

function aStore({ isFull = false, start = '2026-11-24T08:00:00.000Z' } = {}) {
  let time = Date.parse(start);
  const store = new SharedFileStore(aCache({ isFull }), () => new Date(time));
  return { store, later: (hours: number) => (time += hours * 3_600_000) };
}

function aShare(...parts: readonly (readonly [string, string | File])[]): Request {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return new Request('https://example.org/share', { method: 'POST', body });
}

const names = async (store: SharedFileStore) => (await store.list()).map(({ name }) => name);
const whereTo = (answer: Response) => {
  const { pathname, search } = new URL(answer.headers.get('location') ?? '');
  return pathname + search;
};

describe('别的应用分享来的表格', () => {
  test('收下文件，打开“收到的表格”，再刷新也不会收两次', async () => {
    const { store } = aStore();
    const answer = await receiveShare(
      aShare(['files', new File(['户主,人口'], '低保名单·终稿.csv')], ['text', '看看这个']),
      store,
    );
    expect([answer.status, whereTo(answer)]).toEqual([303, '/shared']);
    expect(await names(store)).toEqual(['低保名单·终稿.csv']);
    const [file] = await store.list();
    const content = await store.read(file?.id ?? '');
    expect(content?.kind === 'file' && (await content.bytes.text())).toBe('户主,人口');
  });

  test('只有文字也收下；什么都没有就说没有', async () => {
    const { store } = aStore();
    expect(whereTo(await receiveShare(aShare(['text', '赵某一\t3']), store))).toBe('/shared');
    expect(await names(store)).toEqual(['']);
    const nothing = await receiveShare(
      aShare(['text', ' '], ['files', new File([], '空.csv')]),
      store,
    );
    expect(whereTo(nothing)).toBe('/shared?trouble=nothing');
  });

  test('不是表单的、太大的、存不下的，都说清楚，不出错', async () => {
    const { store } = aStore();
    const garbage = new Request('https://example.org/share', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--y\r\n',
    });
    expect(whereTo(await receiveShare(garbage, store))).toBe('/shared?trouble=unreadable');
    const large = new File([new Uint8Array(LARGEST_SHARED_BYTES + 1)], '大.xlsx');
    expect(await store.keep(large, large.name)).toBe('too-large');
    expect(await names(store)).toEqual([]);
    const full = aStore({ isFull: true }).store;
    expect(await full.keep(new Blob(['1']), '名单.csv')).toBe('no-room');
  });

  test('没有用到的留三天，时钟倒拨也不会留几年', async () => {
    const { store, later } = aStore();
    await store.keep(new Blob(['1']), '名单.csv');
    later(71);
    expect(await names(store)).toEqual(['名单.csv']);
    later(2);
    expect(await names(store)).toEqual([]);
    await store.keep(new Blob(['1']), '名单.csv');
    later(-24 * 365);
    expect(await names(store)).toEqual([]);
  });

  test('最多留五个，先来的让位', async () => {
    const { store, later } = aStore();
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await store.keep(new Blob(['1']), `${number}.csv`);
      later(1);
    }
    expect(await names(store)).toEqual(['6.csv', '5.csv', '4.csv', '3.csv', '2.csv']);
  });

  test('怪名字不会弄坏别的', async () => {
    const { store } = aStore();
    const strange = `${'长'.repeat(300)}\n\r: x`;
    await store.keep(new Blob(['1']), strange);
    await store.keep(new Blob(['1']), '\ud800坏.csv');
    expect((await names(store)).map((name) => name.length).sort((a, b) => a - b)).toEqual([6, 120]);
  });

  test('读过一次以后，留下的表里没有身份证号码，别的一字不动', async () => {
    const { store } = aStore();
    await store.keep(new Blob(['原件']), '名单.csv');
    const [file] = await store.list();
    if (!file) throw new Error('not kept');
    const sheet = {
      name: '表1',
      rows: [
        ['户主', '身份证号', '电话', '贷款合同号'],
        ['赵某一', '23071718800101008X', '0458-6612345', '伊农贷2026-0000000012345678'],
      ],
    };
    await store.keepSheets(file, [withoutIdNumbers(sheet)]);
    const content = await store.read(file.id);
    const kept = JSON.stringify(content);
    expect(kept).not.toContain('18800101');
    expect(content?.kind === 'sheets' && content.sheets[0]?.rows[1]).toEqual([
      '赵某一',
      '230717************',
      '0458-6612345',
      '伊农贷2026-0000000012345678',
    ]);
    expect(await names(store)).toEqual(['名单.csv']);
  });

  test('收下的上限和导入的上限一样大', () => {
    expect(LARGEST_SHARED_BYTES).toBe(FILE_LIMIT);
  });
});
