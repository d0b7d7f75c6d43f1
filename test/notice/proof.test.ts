import { expect, test } from 'vitest';
import { lastRevision, type Objection, proofOf } from '../../src/notice/index.ts';
import { anAuthor } from '../builders/index.ts';
import { DRAFTER, draft, REVIEWER } from './scenes.ts';

test('公示档案按时间先后说清：起草、退回、公布、张贴、异议、答复、撤下；批注不入档', () => {
  const at = (day: string) => anAuthor('经办人小王', `${day}T08:00:00.000Z`);
  const published = draft()
    .after({ kind: 'submit' }, DRAFTER)
    .after({ kind: 'comment', text: '年度不对' }, REVIEWER)
    .after(
      { kind: 'return', reason: '名单还缺两户' },
      anAuthor('审核人老李', '2026-11-23T08:30:00.000Z'),
    )
    .publishedOn('2026-11-23');
  const { revision = 1, checkCode } = lastRevision(published.build()) ?? {};
  if (!checkCode) throw new Error('not published');
  const notice = published
    .after(
      {
        kind: 'post',
        posting: 'posting-1',
        sheet: { revision, checkCode },
        board: '村委会门口',
        hungAt: '2026-11-23T10:00:00.000Z',
        photographs: [],
      },
      at('2026-11-23'),
    )
    .after(
      {
        kind: 'takeDown',
        posting: 'posting-1',
        takenDownAt: '2026-12-01T09:00:00.000Z',
        photographs: [],
      },
      at('2026-12-01'),
    )
    .build();
  const objection = {
    text: '名单漏了一户',
    receivedAt: '2026-11-25T01:00:00.000Z',
    steps: [{ kind: 'answer', text: '已核对，补上了', ledTo: 2, by: at('2026-11-26') }],
  } as unknown as Objection; // only what the file tells
  const events = proofOf(notice, [objection]);
  expect(events.map(({ kind }) => kind)).toEqual([
    'drafted',
    'returned',
    'published',
    'hung',
    'objection',
    'answered',
    'takenDown',
  ]);
  expect(events.find(({ kind }) => kind === 'takenDown')).toMatchObject({ days: 8 });
  expect(events.find(({ kind }) => kind === 'objection')).toMatchObject({ name: '' });
});
