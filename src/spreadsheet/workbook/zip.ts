import { Inflate } from 'fflate';
import { Unreadable } from '../files/table-file.ts';

/** One file inside a zip archive, as its central directory tells it. */
interface Entry {
  readonly method: number;
  readonly start: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** A zip archive whose sizes were looked at before anything is unpacked. */
export interface Archive {
  readonly names: readonly string[];
  /** The text of an entry; undefined where there is none of this name. */
  readonly text: (name: string) => string | undefined;
}

/** A workbook has some dozens of parts; what has thousands is no list of a village. */
const ENTRY_LIMIT = 2_000;
/** 5,000 rows of 30 columns come to about 8 MB. */
const ENTRY_BYTES = 16 * 1024 * 1024;
/** Of all parts that are unpacked in one reading. */
const TOTAL_BYTES = 32 * 1024 * 1024;
const CHUNK = 64 * 1024;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;

/**
 * Opens an archive by its central directory. Nothing is unpacked yet; an entry is unpacked when it
 * is asked for, no further than the limits, whatever size the directory claims.
 *
 * @throws Unreadable `broken` where the directory makes no sense, `too-large` beyond the limits.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(view, bytes);
  let left = TOTAL_BYTES;
  return {
    names: [...entries.keys()],
    text: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const unpacked = unpack(view, bytes, entry, Math.min(ENTRY_BYTES, left));
      left -= unpacked.length;
      return new TextDecoder().decode(unpacked);
    },
  };
}

function directoryOf(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = endRecord(view);
  if (end === undefined) throw new Unreadable('broken');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > ENTRY_LIMIT) throw new Unreadable('too-large');
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_MARK) {
      throw new Unreadable('broken');
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const extra = at + 46 + nameLength;
    const extraLength = view.getUint16(at + 30, true);
    if (extra + extraLength > bytes.length) throw new Unreadable('broken');
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      ...largeSizes(view, extra, extraLength, {
        unpacked: view.getUint32(at + 24, true),
        packed: view.getUint32(at + 20, true),
        start: view.getUint32(at + 42, true),
      }),
    });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

const ELSEWHERE = 0xffffffff;
const LARGE_SIZES = 0x0001;

/**
 * Sizes that stand in the extra field for archives over 4 GB (APPNOTE 4.5.3). Programs that write
 * workbooks as a stream, as most official systems do, put them there whatever the size.
 */
function largeSizes(
  view: DataView,
  from: number,
  length: number,
  sizes: { unpacked: number; packed: number; start: number },
): { unpacked: number; packed: number; start: number } {
  if (!Object.values(sizes).includes(ELSEWHERE)) return sizes;
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== LARGE_SIZES) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), from + length);
    let next = at + 4;
    const whole = (size: number) => {
      if (size !== ELSEWHERE || next + 8 > end) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    // in this order, each only where it is not in its own place
    const [unpacked, packed] = [whole(sizes.unpacked), whole(sizes.packed)];
    return { unpacked, packed, start: whole(sizes.start) };
  }
  return sizes;
}

/** The end record lies in the last 64 KB, before a comment. */
function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return undefined;
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  if (entry.unpacked > limit) throw new Unreadable('too-large');
  const { start } = entry;
  if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL_MARK) {
    throw new Unreadable('broken');
  }
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new Unreadable('broken');
  switch (entry.method) {
    case 0:
      return packed.subarray(0, limit);
    case 8:
      return inflated(packed, limit);
    default:
      throw new Unreadable('broken');
  }
}

/** Unpacks piece by piece, so that a bomb is noticed after `limit` bytes and not after all. */
function inflated(packed: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > limit) throw new Unreadable('too-large');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch (error) {
    // fflate says by an exception of its own that the stream is broken
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
