import { describe, expect, test } from 'vitest';
import {
  type CheckCode,
  hangingNow,
  lastRevision,
  type NoticeAction,
  type Photograph,
  POSTING_LIMITS,
  photographsOf,
  qrAddress,
  sheetSeenIn,
} from '../../src/notice/index.ts';
import { A_CODE, DONGSHENG, type NoticeBuilder } from '../builders/index.ts';
import { DRAFTER, draft, published, REVIEWER, withdrawn } from './scenes.ts';

type PostAction = Extract<NoticeAction, { kind: 'post' }>;

function hanging(notice: NoticeBuilder, others: Partial<PostAction> = {}): PostAction {
  const sheet = lastRevision(notice.build());
  return {
    kind: 'post',
    posting: 'posting-1',
    sheet: { revision: sheet?.revision ?? 1, checkCode: sheet?.checkCode ?? ('00000000' as never) },
    board: '村委会门口公示栏',
    hungAt: '2026-11-23T10:00:00.000Z',
    photographs: [],
    ...others,
  };
}

function takingDown(at: string, photographs: Photograph[] = []): NoticeAction {
  return { kind: 'takeDown', posting: 'posting-1', takenDownAt: at, photographs };
}

function aPhotograph(digit: string): Photograph {
  return { id: digit.repeat(64), width: 1200, height: 1600, shows: 'this' };
}

describe('张贴和撤下的记录', () => {
  test('何时、何处、谁贴的，都记在公示上；照片可有可无', () => {
    const notice = published().after(hanging(published()), DRAFTER).build();
    expect(notice.postings).toMatchObject([
      { board: '村委会门口公示栏', hungAt: '2026-11-23T10:00:00.000Z', by: DRAFTER },
    ]);
    expect(hangingNow(notice.postings)).toHaveLength(1);
  });

  test('同一次张贴再报一遍，只补照片，不改时间，也不多一条', () => {
    const builder = published().after(hanging(published()), DRAFTER);
    const again = hanging(builder, {
      hungAt: '2026-11-24T10:00:00.000Z',
      photographs: [aPhotograph('a')],
    });
    const notice = builder.after(again, REVIEWER).after(again, REVIEWER).build();
    expect(notice.postings).toMatchObject([
      { hungAt: '2026-11-23T10:00:00.000Z', by: DRAFTER, photographs: [aPhotograph('a')] },
    ]);
  });

  test('两个人都记了撤下，以先记的时间为准，两人的照片都留着', () => {
    const notice = published()
      .after(hanging(published()), DRAFTER)
      .after(takingDown('2026-12-01T01:00:00.000Z', [aPhotograph('a')]), DRAFTER)
      .after(takingDown('2026-12-01T05:00:00.000Z', [aPhotograph('b')]), REVIEWER)
      .build();
    const [posting] = notice.postings ?? [];
    expect(posting?.down).toMatchObject({ takenDownAt: '2026-12-01T01:00:00.000Z', by: DRAFTER });
    expect(posting && photographsOf(posting).map(({ id }) => id.charAt(0))).toEqual(['a', 'b']);
    expect(hangingNow(notice.postings)).toEqual([]);
  });

  test('公示撤回以后，先前贴上去的和撤下来的照样记得下来', () => {
    const notice = withdrawn()
      .after(hanging(withdrawn()), DRAFTER)
      .after(takingDown('2026-11-25T01:00:00.000Z'), DRAFTER)
      .build();
    expect(notice.postings).toHaveLength(1);
    expect(notice.standing).toBe('withdrawn');
  });

  test.each([
    ['还没公布的', draft(), {}, 'another-sheet'],
    [
      '核对码不是公布的那一版的',
      published(),
      { sheet: { revision: 1, checkCode: '00000000' as CheckCode } },
      'another-sheet',
    ],
  ] as const)('%s不收', (_what, notice, others, refusal) => {
    expect(() => notice.after(hanging(notice, others), DRAFTER)).toThrow(refusal);
  });

  test('没有张贴就没有撤下；一份公示最多记二百次', () => {
    expect(() => published().after(takingDown('2026-12-01T01:00:00.000Z'), DRAFTER)).toThrow(
      'no-such-posting',
    );
    let notice = published();
    for (let index = 0; index < POSTING_LIMITS.postings; index += 1) {
      notice = notice.after(hanging(notice, { posting: `posting-${index}` }), DRAFTER);
    }
    expect(() => notice.after(hanging(notice, { posting: 'one-more' }), DRAFTER)).toThrow(
      'too-many-postings',
    );
  });
});

describe('照片里的二维码说明挂的是哪一张', () => {
  const sheet = { revision: 2, checkCode: '9F2C41AB' as CheckCode };
  const address = { village: DONGSHENG, notice: A_CODE };
  const ofSheet = (revision: number, checkCode = '9F2C41AB' as CheckCode) =>
    qrAddress('https://example.test', { ...address, sheet: { revision, checkCode } });

  test.each([
    ['就是这一版', [ofSheet(2)], 'this'],
    ['旁边还有别的码，也认得出这一版', ['https://example.test/', ofSheet(2)], 'this'],
    ['是这份公示的旧版', [ofSheet(1)], 'otherRevision'],
    ['版号对，核对码不对', [ofSheet(2, '00000000' as CheckCode)], 'otherRevision'],
    ['是另一份公示', [ofSheet(2).replace(A_CODE, '0000000000')], 'otherNotice'],
    ['不是公示的码', ['WIFI:S:village;;'], 'unreadable'],
    ['一个码也没读出来', [], 'unreadable'],
  ])('%s', (_what, addresses, expected) => {
    expect(sheetSeenIn(addresses, address, sheet)).toBe(expected);
  });
});
