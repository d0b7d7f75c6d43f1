import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  beginRecording,
  chooseRecording,
  DeviceDatabase,
  dropRecording,
  holdRecording,
  keepPiece,
  makeRecording,
  removeRecording,
  removeRecordingsAgain,
  rescueRecordings,
  type StoredRecording,
  sendRecordings,
} from '../../src/device/index.ts';
import { sendFilesAgain } from '../../src/device/restart.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';
import { countedBytes } from './phone.ts';

const NOW = new Date('2026-11-24T08:00:00.000Z');
const surroundings = { now: () => NOW, randomBytes: countedBytes(7) };
let database: DeviceDatabase;
let opened = 0;

beforeEach(() => {
  opened += 1;
  database = new DeviceDatabase(`recordings-${opened}`);
});

/** A recording under way with these pieces, a second each. */
async function recorded(...pieces: readonly string[]): Promise<string> {
  const of = { village: DONGSHENG, notice: A_CODE, revision: 1, type: 'audio/webm;codecs=opus' };
  const id = await beginRecording(database, of, surroundings);
  for (const [number, text] of pieces.entries()) {
    const bytes = new TextEncoder().encode(text).buffer;
    await keepPiece(database, id, { number, bytes, seconds: number + 1 }, NOW);
  }
  return id;
}

function textOf({ sound }: Partial<StoredRecording> = {}): string {
  return new TextDecoder().decode(sound);
}

describe('在手机上录音', () => {
  test('一秒一秒存下来，念完拼成一段，零碎的不留', async () => {
    const id = await recorded('一', '二', '三');
    expect(await makeRecording(database, id)).toBe(true);
    const made = await database.recordings.get(id);
    expect(made).toMatchObject({ state: 'made', seconds: 3, revision: 1 });
    expect(textOf(made)).toBe('一二三');
    expect(made?.digest).toBe(createHash('sha256').update('一二三').digest('hex'));
    expect(await database.recordingPieces.count()).toBe(0);
  });

  test('录到一半手机没电了：再打开，已经念的都在', async () => {
    const id = await recorded('一', '二');
    await rescueRecordings(database, NOW);
    expect(textOf(await database.recordings.get(id))).toBe('一二');
  });

  test('另一个页面正在录的，不去动它', async () => {
    const id = await recorded('一');
    const release = holdRecording(id);
    await rescueRecordings(database, NOW);
    expect(await database.recordings.get(id)).toMatchObject({ state: 'recording' });
    release();
    await rescueRecordings(database, NOW);
    expect(await database.recordings.get(id)).toMatchObject({ state: 'made' });
  });

  test('一个字没录上的，不留空录音', async () => {
    const id = await recorded();
    expect(await makeRecording(database, id)).toBe(false);
    expect(await database.recordings.count()).toBe(0);
  });

  test('录了两遍选一遍：选的等着上传，同版没选的不留', async () => {
    const first = await recorded('第一遍');
    await makeRecording(database, first);
    const second = await recorded('第二遍');
    await makeRecording(database, second);
    await chooseRecording(database, second);
    expect(await database.recordings.toArray()).toMatchObject([{ id: second, state: 'waiting' }]);
    await dropRecording(database, second);
    expect(await database.recordings.count()).toBe(0);
  });
});

describe('录音上传', () => {
  async function waiting(): Promise<string> {
    const id = await recorded('念完了');
    await makeRecording(database, id);
    await chooseRecording(database, id);
    return id;
  }

  test('没选用的不传；断了的下次接着传；传完标上', async () => {
    await makeRecording(database, await recorded('没选'));
    const id = await waiting();
    await sendRecordings(database, NOW, async (_recording, tell) => {
      tell({ uploadUrl: '/api/recordings/uploads/1' });
      tell({ sent: 4 });
      return 'later';
    });
    await expect.poll(() => database.recordings.get(id)).toMatchObject({ sent: 4 });
    const seen: (string | undefined)[] = [];
    await sendRecordings(database, NOW, async ({ uploadUrl }) => {
      seen.push(uploadUrl);
      return 'uploaded';
    });
    expect(seen).toEqual(['/api/recordings/uploads/1']);
    expect(await database.recordings.get(id)).toMatchObject({ state: 'uploaded', sent: 9 });
  });

  test('传到了的在手机上再留三十天', async () => {
    const id = await waiting();
    await sendRecordings(database, NOW, async () => 'uploaded');
    await sendRecordings(database, new Date('2026-12-20T08:00:00.000Z'), async () => 'later');
    expect(await database.recordings.get(id)).toBeDefined();
    await sendRecordings(database, new Date('2026-12-30T08:00:00.000Z'), async () => 'later');
    expect(await database.recordings.get(id)).toBeUndefined();
  });
});

describe('撤下的录音', () => {
  const of = { village: DONGSHENG, notice: A_CODE };
  const DIGEST = 'ab'.repeat(32);
  const asked: unknown[] = [];
  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
      asked.push(JSON.parse(String(body)));
      return Response.json({});
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

  test('服务器退回到还没撤下的时候：再撤一次，晚来的手机送回去的也撤', async () => {
    await removeRecording(database, of, DIGEST, NOW);
    await removeRecordingsAgain(database, daysLater(1));
    expect(asked).toHaveLength(1);
    await sendFilesAgain(database, [DONGSHENG], daysLater(2));
    for (const days of [2, 3, 10]) await removeRecordingsAgain(database, daysLater(days));
    expect(asked).toEqual(Array(4).fill({ ...of, recording: DIGEST }));
    await removeRecordingsAgain(database, daysLater(30));
    expect(asked).toHaveLength(4);
  });

  test('别的村退回的、太久以前撤下的，不去动', async () => {
    await removeRecording(database, of, DIGEST, NOW);
    await sendFilesAgain(database, [], daysLater(1));
    await removeRecording(database, of, 'cd'.repeat(32), daysLater(100));
    expect((await database.read('removedRecordings'))?.map((one) => one.recording)).toEqual([
      'cd'.repeat(32),
    ]);
    await removeRecordingsAgain(database, daysLater(100));
    expect(asked).toHaveLength(2);
  });
});
