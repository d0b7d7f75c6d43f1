import type { NoticeContent } from '../../../src/notice/index.ts';
import { aContent } from '../../builders/index.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'春秀德桂长玉永丽广凤生兰福英顺梅年华田霞国建文志明海'];

/** Numbers below 1 that are the same in every run. */
function counted(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Bytes for codes and ids, the same in every run. */
export function countedBytes(seed: number): (length: number) => Uint8Array {
  const draw = counted(seed);
  return (length) => Uint8Array.from({ length }, () => Math.floor(draw() * 256));
}

/**
 * Notices of at most so many bytes of JSON and hardly fewer. Households differ in name, group and
 * size and their ids are drawn, so that packing gains no more than it would in a village.
 */
export function noticesOf(bytes: number, count: number, seed = 1): NoticeContent[] {
  const draw = counted(seed);
  const from = (letters: readonly string[]) => letters[Math.floor(draw() * letters.length)] ?? '';
  const idBytes = countedBytes(seed + 1);
  const { tables, ...rest } = aContent().withHouseholds(80).build();
  const rows = tables['households'] ?? [];
  return Array.from({ length: count }, (_one, index) => {
    const households = rows.map((row) => ({
      ...row,
      id: Buffer.from(idBytes(9)).toString('base64url'),
      cells: {
        group: `${1 + Math.floor(draw() * 9)}组`,
        householder: from(SURNAMES) + from(GIVEN) + from(GIVEN),
        size: String(1 + Math.floor(draw() * 6)),
      },
    }));
    const fields = { ...rest.fields, note: `第${index + 1}份，名单中的人均为虚构。` };
    const long = { ...rest, fields, tables: { ...tables, households } };
    const surplus = Buffer.byteLength(JSON.stringify(long)) - bytes;
    const each = Buffer.byteLength(JSON.stringify(households)) / households.length;
    const kept = Math.max(0, households.length - Math.ceil(surplus / each));
    return { ...long, tables: { ...tables, households: households.slice(0, kept) } };
  });
}
