import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readDutyGround } from '../../src/app/duty-ground.ts';
import { DeviceDatabase, type NoticeSummary } from '../../src/device/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { aSession, WANG } from '../device/phone.ts';

const NOW = new Date('2026-11-24T02:00:00.000Z');

function aSummary(code: string, changes: Partial<NoticeSummary>): NoticeSummary {
  return {
    village: DONGSHENG,
    code: code as NoticeSummary['code'],
    template: 'exit.announcement',
    templateVersion: 1,
    title: code,
    stage: 'settled',
    standing: 'published',
    remarks: [],
    revisions: [],
    waiting: 0,
    refused: false,
    touchedAt: '2026-11-24T00:00:00.000Z',
    lastCall: '',
    toldOn: '',
    ...changes,
  };
}

test('要办的事只从还要管的公示里找，一千件办完的一件不读', async () => {
  const database = new DeviceDatabase('duty-ground');
  await database.keep('session', aSession(WANG));
  await database.summaries.bulkAdd([
    ...Array.from({ length: 1_000 }, (_one, index) =>
      aSummary(`RESTS${String(index).padStart(5, '0')}`, {}),
    ),
    aSummary('DRAFT00000', { stage: 'draft', standing: 'unpublished', lastCall: '9999-12-31' }),
    aSummary('HANGS00000', { lastCall: '2026-11-24' }),
    aSummary('HUNG000000', { lastCall: '2026-11-23' }),
    aSummary('LOANS02024', { item: 'funds.microloans', toldOn: '2024-01-01' }),
    aSummary('LOANS02025', { item: 'funds.microloans', toldOn: '2025-01-01' }),
  ]);
  const ground = await readDutyGround(database, NOW);
  const found = ground?.notices.map(({ code }) => code).sort();
  expect(found).toEqual(['DRAFT00000', 'HANGS00000', 'LOANS02025']);
});

test('没有登记的手机，没有要办的事', async () => {
  expect(await readDutyGround(new DeviceDatabase('nobody'), NOW)).toBeUndefined();
});
