import { expect, test } from 'vitest';
import { type NoticeSummary, sumOfWork, workStateOf } from '../../src/device/index.ts';

type Told = Pick<NoticeSummary, 'waiting' | 'refused' | 'stage' | 'standing'>;

function aSummary(told: Partial<Told> = {}): Told {
  return { waiting: 0, refused: false, stage: 'draft', standing: 'unpublished', ...told };
}

test('一份公示走到哪一步：只在本机、等信号、已送到、已公布', () => {
  expect(workStateOf(aSummary({ waiting: 1 }), { trouble: 'offline' })).toBe('waiting');
  expect(workStateOf(aSummary({ waiting: 2 }), {})).toBe('waiting');
  expect(workStateOf(aSummary(), { trouble: 'offline' })).toBe('sent');
  expect(workStateOf(aSummary({ stage: 'settled', standing: 'published' }), {})).toBe('published');
  expect(workStateOf(aSummary({ stage: 'draft', standing: 'published' }), {})).toBe('sent');
  expect(workStateOf(aSummary({ stage: 'settled', standing: 'withdrawn' }), {})).toBe('sent');
});

test.each([
  ['signed-out', 'enrol-again'],
  ['update-needed', 'update'],
  ['storage', 'free-space'],
] as const)('等信号也没用时（%s），说明只在本机，并说该做什么', (trouble, advice) => {
  const sum = sumOfWork([aSummary({ waiting: 1 }), aSummary()], { trouble }, 0);
  expect(sum).toMatchObject({ state: 'phone-only', advice, counts: { 'phone-only': 1, sent: 1 } });
});

test('有被退回的，就请人去看', () => {
  const notices = [aSummary({ refused: true }), aSummary({ waiting: 1 })];
  const look = { state: 'phone-only', advice: 'look-at-refused' };
  expect(sumOfWork(notices, {}, 1)).toMatchObject(look);
  // let go, but the content is still nowhere else
  expect(sumOfWork(notices, {}, 0)).toMatchObject({ ...look, advice: 'edit-to-send' });
});

test('总的状态是走得最慢的那一份的；什么都没有就是没事', () => {
  expect(sumOfWork([aSummary({ waiting: 1 }), aSummary()], {}, 0)).toMatchObject({
    state: 'waiting',
    advice: 'wait',
  });
  expect(sumOfWork([], { trouble: 'offline' }, 0)).toMatchObject({
    state: 'sent',
    advice: 'nothing',
  });
});

test('有网络却连不上、服务器出毛病，都不说成没信号，各有各的办法', () => {
  const waits = [aSummary({ waiting: 1 })];
  expect(sumOfWork(waits, { trouble: 'offline' }, 0, false).advice).toBe('wait');
  expect(sumOfWork(waits, { trouble: 'offline' }, 0, true).advice).toBe('no-way-through');
  expect(sumOfWork([aSummary()], { trouble: 'server' }, 0, true).advice).toBe('server');
  // what needs a hand comes before what needs none
  expect(sumOfWork(waits, { trouble: 'server' }, 1, true).advice).toBe('look-at-refused');
});
