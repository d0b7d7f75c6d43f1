import Dexie from 'dexie';
import { expect, test } from 'vitest';
import {
  DeviceDatabase,
  markForgottenSummaries,
  NoticeStore,
  type NoticeSummary,
  Synchroniser,
  wholeSummaries,
} from '../../src/device/index.ts';
import { type Notice, withField } from '../../src/notice/index.ts';
import { aContent, aNotice, anAuthor, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { aSession, countedBytes, Phone, WANG } from './phone.ts';

/** What a program of the first schema left behind: one notice sent and edited since, one new. */
async function writtenByTheFirstProgram(name: string, sent: Notice): Promise<void> {
  const first = new Dexie(name);
  first.version(1).stores({
    notices: '[village+code]',
    summaries: '[village+code], [village+touchedAt]',
    outbox: '++order, &id, [village+notice]',
    refused: 'id, [village+notice]',
    kept: 'name',
  });
  const { village, code } = sent;
  const edited = { ...sent, content: withField(sent.content, 'note', '旧版软件里写的') };
  const fresh: Notice = {
    ...aNotice(aContent().withHouseholds(1), anAuthor()).build(),
    code: 'NEWN0T1CE0' as Notice['code'],
    version: 0,
  };
  const at = '2026-11-20T08:00:00.000Z';
  await first.table('notices').bulkAdd([
    { village, code, edition: 4, head: edited, base: sent },
    { village, code: fresh.code, edition: 1, head: fresh },
  ]);
  await first.table('summaries').bulkAdd(
    [edited, fresh].map((head) => ({
      village,
      code: head.code,
      template: head.content.template,
      templateVersion: 1,
      title: '旧标题',
      stage: 'draft',
      standing: 'unpublished',
      remarks: [],
      revisions: [],
      waiting: 1,
      refused: false,
      touchedAt: at,
    })),
  );
  const frozen = { kind: 'save', baseVersion: 0, content: fresh.content, conflicts: [] };
  await first.table('outbox').bulkAdd([
    { id: 'old-0001', village, notice: fresh.code, action: frozen, at, attempted: true },
    {
      id: 'old-0002',
      village,
      notice: fresh.code,
      action: { kind: 'submit' },
      at,
      attempted: true,
    },
    {
      id: 'old-0003',
      village,
      notice: code,
      action: { kind: 'pending-save' },
      at,
      attempted: false,
    },
  ]);
  await first.table('refused').add({
    id: 'old-0000',
    village,
    notice: code,
    action: { kind: 'close' },
    at,
    code: 'not-published',
  });
  await first.table('kept').bulkAdd([
    { name: 'session', value: aSession(WANG) },
    { name: 'cursors', value: { [DONGSHENG]: 1 } },
    { name: 'sync', value: { succeededAt: at, trouble: 'offline' } },
    { name: 'village', value: DONGSHENG },
  ]);
  first.close();
}

test('旧版软件存下的东西，新版打开全在；等着的照样送到，接着写也没问题', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const sent = server.notice(DONGSHENG, code);
  if (!sent) throw new Error('not sent');
  await writtenByTheFirstProgram('first-program', sent);

  const database = new DeviceDatabase('first-program', wholeSummaries);
  expect(await database.outbox.count()).toBe(3);
  expect(await database.refused.count()).toBe(1);
  const now = () => new Date('2026-11-24T08:00:00.000Z');
  const store = new NoticeStore(database, { now, randomBytes: countedBytes(77) });
  const stored = await database.notices.get([DONGSHENG, code]);
  if (!stored) throw new Error('lost');
  await store.save(DONGSHENG, code, withField(stored.head.content, 'year', '2030'));
  const options = { now };
  const syncer = new Synchroniser(database, async (one) => server.sync(WANG, one), options);
  expect((await syncer.synchronise()).trouble).toBeUndefined();

  expect(server.notice(DONGSHENG, code)).toMatchObject({
    version: 2,
    content: { fields: { note: '旧版软件里写的', year: '2030' } },
  });
  expect(server.notice(DONGSHENG, 'NEWN0T1CE0' as Notice['code'])?.stage).toBe('submitted');
  expect(await database.outbox.count()).toBe(0);
  expect(await database.sent.count()).toBe(3);
});

test('旧版软件存下的列表，打开后马上分得出哪些要办、哪些不用管', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const sent = server.notice(DONGSHENG, code);
  if (!sent) throw new Error('not sent');
  await writtenByTheFirstProgram('marked-program', sent);

  const database = new DeviceDatabase('marked-program', wholeSummaries);
  const calling = database.summaries.where('[village+lastCall]');
  expect(await calling.between([DONGSHENG, '2026-11-24'], [DONGSHENG, '\uffff']).count()).toBe(2);
  const told = await database.summaries.get([DONGSHENG, code]);
  expect(told).toMatchObject({ lastCall: '9999-12-31', item: 'objects.identification' });

  // an older program in another tab writes on without marks
  const { lastCall: _one, toldOn: _other, item: _third, ...unmarked } = told ?? {};
  await database.summaries.put({ ...unmarked, code: 'Z0N0T1CE00' } as NoticeSummary);
  await markForgottenSummaries(database);
  expect(await database.summaries.get([DONGSHENG, 'Z0N0T1CE00' as Notice['code']])).toEqual({
    ...told,
    code: 'Z0N0T1CE00',
  });
});
