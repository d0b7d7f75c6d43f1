import { describe, expect, test } from 'vitest';
import { applyAction, type Outcome, stateOf } from '../../src/notice/index.ts';
import { aContext, type NoticeBuilder } from '../builders/index.ts';
import {
  amending,
  draft,
  published,
  REVIEWER,
  SECOND_REVIEWER,
  STATES,
  STEPS,
  withdrawn,
} from './scenes.ts';

/** Stage and standing after a step, or why it was refused. */
function told(outcome: Outcome): string {
  if (!outcome.ok) return outcome.refusal;
  return `${outcome.notice.stage} ${outcome.notice.standing}`;
}

describe('每一步在每种状态下：能做的做成，不能做的说明原因', () => {
  test.each([
    ['草稿', '修改', 'draft unpublished'],
    ['草稿', '提交', 'submitted unpublished'],
    ['草稿', '退回', 'not-with-reviewer'],
    ['草稿', '公布', 'settled published'],
    ['草稿', '撤回', 'not-published'],
    ['草稿', '结束', 'not-published'],

    ['待审核', '修改', 'submitted unpublished'],
    ['待审核', '提交', 'submitted unpublished'],
    ['待审核', '退回', 'draft unpublished'],
    ['待审核', '公布', 'settled published'],
    ['待审核', '撤回', 'not-published'],
    ['待审核', '结束', 'not-published'],

    ['已退回', '修改', 'draft unpublished'],
    ['已退回', '提交', 'submitted unpublished'],
    ['已退回', '退回', 'not-with-reviewer'],
    ['已退回', '公布', 'settled published'],
    ['已退回', '撤回', 'not-published'],
    ['已退回', '结束', 'not-published'],

    ['已公布', '修改', 'draft published'],
    ['已公布', '提交', 'nothing-to-submit'],
    ['已公布', '退回', 'not-with-reviewer'],
    ['已公布', '公布', 'nothing-to-publish'],
    ['已公布', '撤回', 'settled withdrawn'],
    ['已公布', '结束', 'settled closed'],

    ['修改中', '修改', 'draft published'],
    ['修改中', '提交', 'submitted published'],
    ['修改中', '退回', 'not-with-reviewer'],
    ['修改中', '公布', 'settled published'],
    ['修改中', '撤回', 'draft withdrawn'],
    ['修改中', '结束', 'draft closed'],

    ['修改待审核', '修改', 'submitted published'],
    ['修改待审核', '提交', 'submitted published'],
    ['修改待审核', '退回', 'draft published'],
    ['修改待审核', '公布', 'settled published'],
    ['修改待审核', '撤回', 'submitted withdrawn'],
    ['修改待审核', '结束', 'submitted closed'],

    ['已撤回', '修改', 'draft withdrawn'],
    ['已撤回', '提交', 'nothing-to-submit'],
    ['已撤回', '退回', 'not-with-reviewer'],
    ['已撤回', '公布', 'nothing-to-publish'],
    ['已撤回', '撤回', 'settled withdrawn'],
    ['已撤回', '结束', 'not-published'],

    ['已结束', '修改', 'draft closed'],
    ['已结束', '提交', 'nothing-to-submit'],
    ['已结束', '退回', 'not-with-reviewer'],
    ['已结束', '公布', 'nothing-to-publish'],
    ['已结束', '撤回', 'settled withdrawn'],
    ['已结束', '结束', 'settled closed'],
  ])('%s时%s：%s', (state, step, expected) => {
    const notice = STATES[state]?.().build();
    const action = notice && STEPS[step]?.(notice);
    if (!action) throw new Error(`no such state or step: ${state}, ${step}`);
    expect(told(applyAction(notice, action, aContext(REVIEWER)))).toBe(expected);
  });

  test('还没有存过的公示，除了保存什么也做不了', () => {
    for (const [step, actionOn] of Object.entries(STEPS)) {
      const outcome = applyAction(undefined, actionOn(draft().build()), aContext(REVIEWER));
      expect(told(outcome)).toBe(step === '修改' ? 'draft unpublished' : 'no-such-notice');
    }
  });
});

test('退回和撤回的理由连同姓名都留着；两个人先后撤回，两个理由都在', () => {
  const notice = withdrawn().after({ kind: 'withdraw', reason: '名单有误' }, SECOND_REVIEWER);
  expect(notice.build().remarks).toEqual([
    { kind: 'withdrawn', reason: '有误', by: REVIEWER, afterRevision: 1 },
    { kind: 'withdrawn', reason: '名单有误', by: SECOND_REVIEWER, afterRevision: 1 },
  ]);
});

describe('人看到的状态', () => {
  const period = { from: '2026-11-24', to: '2026-11-30' };
  const state = (builder: NoticeBuilder, today = '2026-11-23') =>
    stateOf(builder.build(), period, today);

  test.each([
    ['草稿', 'draft'],
    ['待审核', 'submitted'],
    ['已退回', 'returned'],
    ['已公布', 'published'],
    ['修改中', 'amending'],
    ['修改待审核', 'submitted'],
    ['已撤回', 'withdrawn'],
    ['已结束', 'closed'],
  ])('%s显示为 %s', (name, expected) => {
    const builder = STATES[name]?.();
    expect(builder && state(builder)).toBe(expected);
  });

  test('公示中和公示期满只看日期，头一天和末一天都算公示中', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01'];
    expect(days.map((day) => state(published(), day))).toEqual([
      'published',
      'inPublicity',
      'inPublicity',
      'publicityOver',
    ]);
    expect(stateOf(published().build(), undefined, '2030-01-01')).toBe('published');
  });

  test('公布前退回过，公布后再改不再算退回', () => {
    const notice = draft().submitted().returned().submitted().publishedOn('2026-11-23');
    expect(state(notice.withField('year', '2027'))).toBe('amending');
  });

  test('退回之后公布在外的又被撤回，手里的一份仍是退回的', () => {
    const notice = amending().submitted().returned();
    expect(state(notice.after({ kind: 'withdraw', reason: '有误' }, REVIEWER))).toBe('returned');
  });

  test('列表里的摘要和整份公示说的状态一样', () => {
    const summary = { stage: 'draft', standing: 'unpublished', isReturned: true } as const;
    expect(stateOf(summary, undefined, '2026-11-23')).toBe('returned');
  });
});
