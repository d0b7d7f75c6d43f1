import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DeviceDatabase,
  handleObjection,
  keepObjectionDraft,
  Synchroniser,
  SyncTrouble,
  type Transport,
} from '../../src/device/index.ts';
import type { Objection, ObjectionCode } from '../../src/notice/index.ts';
import type { SyncRequest, SyncResponse } from '../../src/protocol/index.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';

const CODE = 'H3K9M7QX2R' as ObjectionCode;
const now = () => new Date('2026-11-25T02:00:00.000Z');
let drawn = 0;
const randomBytes = (length: number) => {
  drawn += 1;
  return new Uint8Array(length).fill(drawn);
};
const surroundings = { now, randomBytes };
const place = { village: DONGSHENG, notice: A_CODE, objection: CODE };
const answer = { kind: 'answer', text: '已核实，情况属实。' } as const;

const received: Objection = {
  village: DONGSHENG,
  notice: A_CODE,
  code: CODE,
  channel: 'online',
  text: '第3户有车',
  name: '',
  telephone: '',
  receivedAt: '2026-11-24T02:00:00.000Z',
  answerBy: '2026-12-01',
  revision: 1,
  steps: [],
};

type Told = NonNullable<SyncResponse['objections']>;

describe('手机上的意见', () => {
  let database: DeviceDatabase;
  let sent: SyncRequest[];

  beforeEach(async () => {
    database = new DeviceDatabase(`objections-${Math.random()}`);
    sent = [];
    await database.keep('session', {
      person: { id: 'li', name: '老李', role: 'reviewer', place: DONGSHENG },
      device: { id: 'phone' },
      villages: [{ code: DONGSHENG, name: '东升村', town: '东升镇', onePersonMayPublish: false }],
      publicUrl: 'https://gongshi.example.cn',
      demo: false,
    });
  });
  afterEach(() => database.delete());

  async function exchange(told: Partial<Told> = {}): Promise<void> {
    const { trouble } = await sync(async (request) => {
      sent.push(request);
      const results = (request.objections?.mutations ?? []).map(({ id }) => ({
        id,
        outcome: 'accepted' as const,
      }));
      const objections: Told = { results, changes: [], cursors: {}, more: false, ...told };
      return {
        protocol: 1,
        serverTime: now().toISOString(),
        results: [],
        changes: [],
        cursors: {},
        more: false,
        objections,
      } satisfies SyncResponse;
    });
    expect(trouble).toBeUndefined();
  }

  function sync(transport: Transport) {
    return new Synchroniser(database, transport, { now }).synchronise();
  }

  test('同步以后看到新意见，游标记住，不重复要', async () => {
    const changes = [{ sequence: 3, objection: received }];
    const histories = { [DONGSHENG]: '7.abc' };
    await exchange({ changes, cursors: { [DONGSHENG]: 3 }, histories });
    expect((await database.objections.get([DONGSHENG, CODE]))?.head).toEqual(received);
    await exchange();
    expect(sent.at(-1)?.objections?.cursors).toEqual({ [DONGSHENG]: 3 });
  });

  test('没有信号时答复，马上看到；来信号后发出去一次', async () => {
    await exchange({ changes: [{ sequence: 3, objection: received }] });
    expect(await handleObjection(database, place, answer, surroundings)).toBeUndefined();
    const stored = await database.objections.get([DONGSHENG, CODE]);
    expect(stored?.head.steps).toMatchObject([{ ...answer, by: { name: '老李' } }]);
    await exchange();
    expect(sent.at(-1)?.objections?.mutations).toMatchObject([{ objection: CODE, action: answer }]);
    await exchange();
    expect(sent.at(-1)?.objections?.mutations).toEqual([]);
  });

  test('信号断了，答复还在，下次再发', async () => {
    await exchange({ changes: [{ sequence: 3, objection: received }] });
    await handleObjection(database, place, answer, surroundings);
    const broken = async () => {
      throw new SyncTrouble('offline');
    };
    expect((await sync(broken)).trouble).toBe('offline');
    await exchange();
    expect(sent.at(-1)?.objections?.mutations).toHaveLength(1);
  });

  test('服务器不收的答复，字不丢，说明原因', async () => {
    await exchange({ changes: [{ sequence: 3, objection: received }] });
    await handleObjection(database, place, answer, surroundings);
    const [entry] = await database.objectionOutbox.toArray();
    const results = [{ id: entry?.id ?? '', outcome: 'refused', code: 'with-the-town' } as const];
    await exchange({ results });
    expect(await database.objections.get([DONGSHENG, CODE])).toMatchObject({
      head: received,
      draft: answer.text,
      refusal: 'with-the-town',
    });
  });

  test('写了一半的答复，关掉再开还在；答复里的身份证号先遮住', async () => {
    await exchange({ changes: [{ sequence: 3, objection: received }] });
    await keepObjectionDraft(database, [DONGSHENG, CODE], '正在核实');
    expect((await database.objections.get([DONGSHENG, CODE]))?.draft).toBe('正在核实');
    const text = '户主230717188001010012符合条件';
    await handleObjection(database, place, { kind: 'answer', text }, surroundings);
    const [entry] = await database.objectionOutbox.toArray();
    expect(entry?.action).toEqual({ kind: 'answer', text: '户主230717************符合条件' });
  });
});
