import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import {
  type Attachment,
  type Backup,
  NEWEST_FORMAT,
  PackedAttachmentSchema,
  readBackup,
} from './backup-format.ts';

/**
 * A backup as a file: one JSON value, packed where the browser can, written so that it can be made
 * and read a line at a time. The first line is everything but the photographs and recordings; each
 * of these is a line of its own, so that none but the one at hand is ever in memory as text.
 */

/** Why a file cannot be restored. */
export type BackupProblem = 'not-a-backup' | 'damaged' | 'too-new' | 'cannot-unpack';

/** What a file holds. */
export interface BackupInFile extends Backup {
  readonly attachments: readonly Attachment[];
}

const ATTACHMENTS = ',"attachments":[';
const END = ']}';

/** A backup with its photographs and recordings, as a file. */
export async function packBackup(
  backup: Backup,
  attachments: AsyncIterable<Attachment>,
): Promise<Blob> {
  const lines = linesOf(backup, attachments);
  const encoder = new TextEncoder();
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  const isPacked = 'CompressionStream' in globalThis;
  const file = isPacked ? plain.pipeThrough(new CompressionStream('gzip')) : plain;
  const type = isPacked ? 'application/gzip' : 'application/json';
  return new Blob([await new Response(file).blob()], { type });
}

async function* linesOf(
  backup: Backup,
  attachments: AsyncIterable<Attachment>,
): AsyncGenerator<string> {
  yield JSON.stringify(backup).slice(0, -1) + ATTACHMENTS;
  let isFirst = true;
  for await (const { bytes, ...label } of attachments) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify({ ...label, bytes: toBase64(bytes) })}`;
    isFirst = false;
  }
  yield `\n${END}`;
}

/** What a file holds, or why it cannot be restored. Reads packed and plain ones of every format. */
export async function unpackBackup(
  file: Blob,
): Promise<
  | { readonly ok: true; readonly backup: BackupInFile }
  | { readonly ok: false; readonly problem: BackupProblem }
> {
  const problem = (one: BackupProblem) => ({ ok: false, problem: one }) as const;
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  if (isPacked && !('DecompressionStream' in globalThis)) return problem('cannot-unpack');
  const plain = isPacked
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const broken = isPacked ? 'damaged' : 'not-a-backup';
  const lines = textLinesOf(plain);
  let head = '';
  try {
    head = (await lines.next()).value ?? '';
    const isLong = head.endsWith(ATTACHMENTS);
    const value: unknown = JSON.parse(isLong ? `${head.slice(0, -ATTACHMENTS.length)}}` : head);
    const backup = readBackup(value);
    if (!backup) return problem(problemOf(value));
    const attachments: Attachment[] = [];
    let isWhole = !isLong;
    for await (const line of lines) {
      if (line === END) isWhole = true;
      else if (line !== '') attachments.push(attachmentOf(line));
    }
    return isWhole ? { ok: true, backup: { ...backup, attachments } } : problem('damaged');
  } catch {
    // half a file, or none of ours
    return problem(head.endsWith(ATTACHMENTS) ? 'damaged' : broken);
  }
}

/** A name for the file that says what and when, and nothing of anybody. */
export function backupFileName({ madeAt }: Backup): string {
  return `cunwu-gongshilan-${madeAt.slice(0, 16).replace(/[^0-9]/g, '')}.json.gz`;
}

function problemOf(value: unknown): BackupProblem {
  const label = v.safeParse(v.looseObject({ kind: v.string(), format: v.number() }), value);
  if (!label.success || label.output.kind !== 'village-noticeboard-backup') return 'not-a-backup';
  return label.output.format > NEWEST_FORMAT ? 'too-new' : 'damaged';
}

/** @throws where a line is not one of ours, or a photograph is not the one that its name says. */
function attachmentOf(line: string): Attachment {
  const json = line.endsWith(',') ? line.slice(0, -1) : line;
  const { bytes, ...rest } = v.parse(PackedAttachmentSchema, JSON.parse(json));
  const whole = fromBase64(bytes);
  if (rest.kind === 'photograph' && bytesToHex(sha256(new Uint8Array(whole))) !== rest.id) {
    throw new Error('another photograph');
  }
  return { ...rest, bytes: whole };
}

async function* textLinesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
    const [first = '', ...others] = text.split('\n');
    pieces.push(first);
    for (const next of others) {
      yield pieces.join('');
      pieces = [next];
    }
    if (done) break;
  }
  yield pieces.join('');
}

/** So many bytes become text at once: a multiple of three, and few enough for one call. */
const SLICE = 24_576;

function toBase64(bytes: ArrayBuffer): string {
  let written = '';
  for (let at = 0; at < bytes.byteLength; at += SLICE) {
    const slice = new Uint8Array(bytes, at, Math.min(SLICE, bytes.byteLength - at));
    written += btoa(String.fromCharCode(...slice));
  }
  return written;
}

function fromBase64(text: string): ArrayBuffer {
  const units = atob(text);
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at += 1) bytes[at] = units.charCodeAt(at);
  return bytes.buffer;
}
