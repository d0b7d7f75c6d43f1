import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedPhotographs, type Posting } from '../../src/notice/index.ts';
import { A_CODE, anAuthor } from '../builders/index.ts';

const photograph = (digit: string) => ({
  id: digit.repeat(64),
  width: 3,
  height: 4,
  shows: 'this' as const,
});

function aPosting(board: string, count = 1, down?: Posting['down']): Posting {
  return {
    id: `posting-${board}`,
    sheet: { revision: 1, checkCode: '00000000' as Posting['sheet']['checkCode'] },
    board,
    hungAt: '2026-11-23T17:00:00.000Z',
    photographs: Array.from({ length: count }, (_one, index) => photograph(String(index))),
    by: anAuthor(),
    ...(down ? { down } : {}),
  };
}

const names = (...postings: Posting[]) =>
  namedPhotographs({
    village: '东升村',
    item: '贫困人口识别',
    notice: { code: A_CODE, postings },
  }).map(({ name }) => name);

test('照片按“村–事项–公示–日期–地点”起名，日期是北京时间的那一天', () => {
  expect(names(aPosting('二组路口公示栏'))).toEqual([
    `东升村–贫困人口识别–${A_CODE}–2026-11-24–二组路口公示栏.jpg`,
  ]);
});

test('同一处的几张不重名；撤下时拍的写明撤下', () => {
  const down = { takenDownAt: '2026-12-03T02:00:00.000Z', photographs: [photograph('9')] };
  const all = names(aPosting('村委会', 2, { ...down, by: anAuthor() }));
  expect(all.map((name) => name.split('–').slice(3).join('–'))).toEqual([
    '2026-11-24–村委会.jpg',
    '2026-11-24–村委会–2.jpg',
    '2026-12-03–村委会（撤下）.jpg',
  ]);
});

test('地点随便怎么写，文件名在哪种电脑上都存得下、解得开', () => {
  expect(names(aPosting('../村:部*"门口"'))[0]).toMatch(/–村 部 门口\.jpg$/);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (boards) => {
      const all = names(...boards.map((board) => aPosting(board, 2)));
      expect(new Set(all).size).toBe(all.length);
      for (const name of all) {
        expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]/u);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
      }
    }),
  );
});
