import { expect, test } from 'vitest';
import { seedCalendar } from '../../../src/calendar/index.ts';
import { type Catalogue, yimeiPovertyAlleviation } from '../../../src/catalogue/index.ts';
import { templatesForItem } from '../../../src/catalogue/templates/index.ts';
import { composeDocument, contentDigest } from '../../../src/notice/index.ts';
import type { Reference } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent, aPlace } from '../../builders/index.ts';
import { aMutation, DISTRICT, OWN, type Phone, TOWN, type World } from '../harness/world.ts';
import { aSave } from './syncing.ts';

/** An invented arrangement: only New Year's Day off, one Sunday worked. */
const YEAR_2027 = {
  year: 2027,
  documents: [{ title: '示例：2027年部分节假日安排的通知', issuedOn: '2026-11-20' }],
  holidays: [{ festival: 'newYear', from: '2027-01-01', to: '2027-01-03' }],
  makeUpDays: ['2027-01-10'],
};

const ownCatalogue = (changes: Partial<Catalogue> = {}): Catalogue => ({
  ...yimeiPovertyAlleviation,
  id: 'subsidies',
  field: '涉农补贴',
  ...changes,
});

async function read(phone: Phone): Promise<Reference> {
  return (await (await phone.request('/api/reference')).json()) as Reference;
}

async function send(phone: Phone, path: string, body: unknown) {
  const response = await phone.request(path, { method: 'POST', body: JSON.stringify(body) });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}

/** What a district's villages share: its holiday calendar and its catalogues. */
export function reference(world: () => World): void {
  test('没人改过的时候，各村用软件自带的节假日', async () => {
    const phone = await world().phone('drafter');
    expect(await read(phone)).toEqual({ calendar: seedCalendar, catalogues: [], inForce: [] });
  });

  test('管理员录入一年的节假日安排，村里的手机就看得到', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const request = { basedOn: seedCalendar.version, arrangement: YEAR_2027 };
    expect(await send(administrator, '/api/calendar', request)).toMatchObject({ status: 200 });
    const { calendar } = await read(await world().phone('drafter'));
    expect(calendar).toMatchObject({
      version: seedCalendar.version + 1,
      coveredUntil: '2027-12-31',
    });
    expect(await verifyLedger(world().store.db, DISTRICT)).toBeUndefined();
  });

  test('两个人同时改节假日，后到的要重新看过', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const request = { basedOn: seedCalendar.version, arrangement: YEAR_2027 };
    await send(administrator, '/api/calendar', request);
    expect(await send(administrator, '/api/calendar', request)).toEqual({
      status: 409,
      code: 'changed-meanwhile',
    });
  });

  test('自相矛盾的、隔了一年的安排不收', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const basedOn = seedCalendar.version;
    const weekday = { ...YEAR_2027, makeUpDays: ['2027-01-11'] };
    expect(
      await send(administrator, '/api/calendar', { basedOn, arrangement: weekday }),
    ).toMatchObject({ status: 400 });
    const later = { ...YEAR_2027, year: 2029, holidays: [], makeUpDays: [] };
    expect(await send(administrator, '/api/calendar', { basedOn, arrangement: later })).toEqual({
      status: 400,
      code: 'does-not-fit',
    });
  });

  test('新目录一版一版存下来，旧版一直看得到', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const first = ownCatalogue();
    const second = ownCatalogue({ version: 2, title: '第二版' });
    expect((await send(administrator, '/api/catalogues', first)).status).toBe(200);
    expect((await send(administrator, '/api/catalogues', second)).status).toBe(200);
    expect(await send(administrator, '/api/catalogues', second)).toEqual({
      status: 409,
      code: 'changed-meanwhile',
    });
    const phone = await world().phone('drafter');
    const { catalogues } = await read(phone);
    expect(catalogues).toEqual([
      { id: 'subsidies', version: 1 },
      { id: 'subsidies', version: 2 },
    ]);
    const old = await phone.request('/api/catalogues/subsidies/1');
    expect(await old.json()).toEqual(first);
  });

  test('各村用哪几份目录，由管理员定', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const inForce = ['yimei-regular-assistance', 'subsidies'];
    expect((await send(administrator, '/api/catalogues/in-force', { inForce })).status).toBe(200);
    expect((await read(await world().phone('drafter'))).inForce).toEqual(inForce);
  });

  test('不是本区县管理员的，什么都改不了', async () => {
    const inForce = { inForce: ['subsidies'] };
    const calendar = { basedOn: seedCalendar.version, arrangement: YEAR_2027 };
    for (const phone of [
      await world().phone('drafter'),
      await world().phone('reviewer', TOWN),
      await world().phone('supervisor', DISTRICT),
    ]) {
      for (const [path, body] of [
        ['/api/calendar', calendar],
        ['/api/catalogues', ownCatalogue()],
        ['/api/catalogues/in-force', inForce],
      ] as const) {
        expect(await send(phone, path, body)).toEqual({ status: 403, code: 'not-allowed' });
      }
    }
    const administrator = await world().phone('administrator', DISTRICT);
    const foreign = ownCatalogue({ district: '110101' });
    expect(await send(administrator, '/api/catalogues', foreign)).toMatchObject({ status: 403 });
    const stranger = await world().request('/api/reference');
    expect(stranger.status).toBe(401);
  });

  test('没有变化，手机不用再下载', async () => {
    const phone = await world().phone('drafter');
    const etag = (await phone.request('/api/reference')).headers.get('etag') ?? '';
    const again = await phone.request('/api/reference', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('按区县自己的目录写的公示，一样提交、公布，扫码看得到事项和依据', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const [item] = yimeiPovertyAlleviation.items;
    if (!item) throw new Error('the catalogue is empty');
    const catalogue = ownCatalogue({
      items: [{ ...item, level2: '耕地地力保护补贴', bases: ['《示例补贴办法》'] }],
    });
    const written = catalogue.items[0] && templatesForItem(catalogue, catalogue.items[0]);
    const content = aContent(written?.[0])
      .withField('villagePhone', '13800000000')
      .withEveryList(1);
    const reviewer = await world().phone('reviewer');
    const drafter = await world().phone('drafter');

    // before the server knows the catalogue it cannot judge the words
    const early = await drafter.sync([aSave(content)]);
    expect(early.results).toMatchObject([{ outcome: 'refused' }]);
    expect((await send(administrator, '/api/catalogues', catalogue)).status).toBe(200);
    const saved = await drafter.sync([aSave(content), aMutation({ kind: 'submit' })]);
    expect(saved.results).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    const published = await reviewer.sync([
      aMutation({
        kind: 'publish',
        revision: 1,
        contentDigest: contentDigest(content.build()),
        document: composeDocument(content.template, content.build(), aPlace()),
      }),
    ]);
    expect(published.results).toMatchObject([{ outcome: 'accepted' }]);
    const page = await world().request(`/v/${OWN}/7K3M9QX2RT`);
    expect(await page.text()).toContain('《示例补贴办法》');
  });
}
