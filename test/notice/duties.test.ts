import { describe, expect, test } from 'vitest';
import { deadlineOf, plainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  type DutyGround,
  dutiesOf,
  type Exemption,
  isReturned,
  lastRevision,
  type NoticeAction,
  type NoticeForDuties,
  type Objection,
  periodOf,
  pressingCount,
} from '../../src/notice/index.ts';
import { A_CODE, aTemplate, DONGSHENG, type NoticeBuilder } from '../builders/index.ts';
import { amending, closed, DRAFTER, draft, published, withdrawn } from './scenes.ts';

/** A notice as a list holds it. */
function listed(builder: NoticeBuilder): NoticeForDuties {
  const notice = builder.build();
  const template = aTemplate(notice.content.template);
  const period = periodOf(template, notice.content);
  const deadlineStart = plainDay('2026-11-20');
  const rule = { kind: 'workingDays', n: 20, from: 'formed' } as const;
  return {
    ...notice,
    title: '识别公示',
    item: template.item,
    isReturned: isReturned(notice),
    ...(period ? { period } : {}),
    deadlineStart,
    deadline: deadlineOf(rule, deadlineStart, seedCalendar),
  };
}

function hung(builder: NoticeBuilder): NoticeBuilder {
  const sheet = lastRevision(builder.build());
  if (!sheet) throw new Error('nothing to hang');
  const action: NoticeAction = {
    kind: 'post',
    posting: `posting-${sheet.revision}`,
    sheet: { revision: sheet.revision, checkCode: sheet.checkCode },
    board: '村委会门口',
    hungAt: '2026-11-23T10:00:00.000Z',
    photographs: [],
  };
  return builder.after(action, DRAFTER);
}

/** Published in revision 1, hung, then published again with another year. */
const amendedAfterHanging = () =>
  hung(published()).withField('year', '2027').publishedOn('2026-11-24');

function told(ground: Partial<Omit<DutyGround, 'today'>> & { today?: string } = {}): string[] {
  const { today = '2026-11-24', ...others } = ground;
  return dutiesOf({
    village: DONGSHENG,
    notices: [],
    objections: [],
    items: [],
    exemptions: [],
    calendar: seedCalendar,
    role: 'drafter',
    onePersonMayPublish: false,
    ...others,
    today: plainDay(today),
  }).map(({ kind, when }) => {
    if (!when) return kind;
    const { standing } = when;
    const days = standing.kind === 'lastDay' ? '' : ` ${standing.workingDays}`;
    return `${kind} ${standing.kind}${days}`;
  });
}

describe('经办人今天要办的事', () => {
  test.each([
    ['草稿要填好，离公开时限还有几个工作日', draft(), ['draft ahead 18']],
    ['退回的要改', draft().submitted().returned(), ['mend ahead 18']],
    ['交给审核人的不用再管', draft().submitted(), []],
    ['公布了还没贴的要贴，公示期从第二天算，当天就是末一天', published(), ['hang overdue 1']],
    ['贴上了的没有事', hung(published()), []],
    ['改过重新公布的，墙上的旧版要换', amendedAfterHanging(), ['replace']],
    ['旧版撤下、新版贴上以后没有事', hung(amendedAfterHanging()), ['replace']],
    ['正在修改的要填完', hung(amending()), ['draft']],
    [
      '撤回了而墙上还挂着的要撤下',
      hung(published()).after({ kind: 'withdraw', reason: '有误' }, DRAFTER, {
        onePersonMayPublish: true,
      }),
      ['takeDown'],
    ],
    ['撤回了、墙上没有的没有事', withdrawn(), []],
    ['结束了的没有事', closed(), []],
  ])('%s', (_what, builder, expected) => {
    expect(told({ notices: [listed(builder)] })).toEqual(expected);
  });

  test('旧版打印过，没记过张贴，改版以后也提醒换；换上新版就不再提醒', () => {
    const amended = published().withField('year', '2027').publishedOn('2026-11-24');
    const printed = (builder: NoticeBuilder) => ({ ...listed(builder), printed: [1] });
    expect(told({ notices: [printed(amended)] })).toEqual(['replace']);
    expect(told({ notices: [printed(hung(amended))] })).toEqual([]);
  });

  test('公示期满还挂着的，要撤下', () => {
    expect(told({ notices: [listed(hung(published()))], today: '2026-12-05' })).toEqual([
      'takeDown',
    ]);
  });

  test('公示期满了才想起没贴，不再催', () => {
    expect(told({ notices: [listed(published())], today: '2026-12-05' })).toEqual([]);
  });

  test('过了公开时限还没公布的排在最前面', () => {
    const today = '2026-12-25';
    const late = listed(draft());
    expect(told({ notices: [listed(published()), late], today })).toEqual(['draft overdue 5']);
  });
});

describe('各人有各人的事', () => {
  const submitted = listed(draft().submitted());

  test('审核人看到等他审核的，看不到别人的草稿', () => {
    expect(told({ role: 'reviewer', notices: [submitted, listed(draft())] })).toEqual([
      'review ahead 18',
    ]);
  });

  test('一人一岗的村，经办人也审核', () => {
    expect(told({ notices: [submitted], onePersonMayPublish: true })).toEqual(['review ahead 18']);
  });

  test('监督员和管理员没有村里的活', () => {
    expect(told({ role: 'supervisor', notices: [submitted] })).toEqual([]);
    expect(told({ role: 'administrator', notices: [submitted] })).toEqual([]);
  });

  test('村里的异议村里答，上报了的镇里答，答过的不再催', () => {
    const objection = {
      village: DONGSHENG,
      notice: A_CODE,
      code: 'H3K9M7QX2R',
      answerBy: '2026-11-27',
      steps: [],
    } as unknown as Objection; // only what duties look at
    const steps = [{ kind: 'escalate', reason: '涉及镇里', by: DRAFTER }] as const;
    const escalated = { ...objection, steps: [...steps] };
    expect(told({ objections: [objection] })).toEqual(['answer ahead 3']);
    expect(told({ objections: [escalated] })).toEqual([]);
    expect(told({ role: 'supervisor', objections: [objection, escalated] })).toEqual([
      'answer ahead 3',
    ]);
    const answer = { kind: 'answer', text: '已核对', by: DRAFTER } as const;
    expect(told({ objections: [{ ...objection, steps: [answer] }] })).toEqual([]);
  });
});

describe('一年一次的事项', () => {
  const loans = {
    id: 'funds.microloans',
    name: '扶贫小额信贷',
    rule: { kind: 'annual', by: 'year end', times: 1, covers: 'current year' },
  } as const;

  test('年底前要公布；12月1日起才催', () => {
    const ground = { items: [loans] };
    expect(told(ground)).toEqual(['publish ahead 27']);
    const pressing = (today: string) =>
      pressingCount(
        dutiesOf({
          village: DONGSHENG,
          notices: [],
          objections: [],
          items: [loans],
          exemptions: [],
          today: plainDay(today),
          calendar: seedCalendar,
          role: 'drafter',
          onePersonMayPublish: false,
        }),
      );
    expect([pressing('2026-11-30'), pressing('2026-12-01')]).toEqual([0, 1]);
  });

  test('村里说了今年不适用，就不提醒；收回了，又提醒', () => {
    const by = { person: 'r', name: '审核人', at: '2026-11-01T00:00:00.000Z' };
    const period = { reason: '没有贷款户', fromYear: 2026, toYear: 2026 };
    const said: Exemption['steps'] = [{ kind: 'declare', ...period, by }];
    const saying = (steps: Exemption['steps']) => ({
      items: [loans],
      exemptions: [{ village: DONGSHENG, item: loans.id, steps }],
    });
    expect(told(saying(said))).toEqual([]);
    expect(told(saying([...said, { kind: 'end', by }]))).toEqual(['publish ahead 27']);
    expect(told({ ...saying(said), today: '2027-01-05' })).toHaveLength(1);
  });

  test('今年的公布过了，或者已经在写，就不再提醒；去年的不算', () => {
    const ofItem = (builder: NoticeBuilder, deadlineStart: string) => ({
      ...listed(hung(builder)),
      item: loans.id,
      deadlineStart,
    });
    expect(told({ items: [loans], notices: [ofItem(published(), '2026-01-01')] })).toEqual([]);
    expect(told({ items: [loans], notices: [ofItem(published(), '2025-01-01')] })).toEqual([
      'publish ahead 27',
    ]);
    const begun = { ...listed(draft()), item: loans.id };
    expect(told({ items: [loans], notices: [begun] })).toEqual(['draft ahead 18']);
  });
});
