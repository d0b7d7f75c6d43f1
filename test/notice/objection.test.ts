import { describe, expect, test } from 'vitest';
import { type PlainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  answerDay,
  applyObjectionAction,
  drawObjectionCode,
  isAnswerOverdue,
  mayHandleObjection,
  type Objection,
  type ObjectionAction,
  type ObjectionContext,
  objectionDigest,
  objectionState,
  readObjectionCode,
  shownObjection,
  writeObjectionCode,
} from '../../src/notice/index.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';

const by = { person: 'li', name: '审核人老李', at: '2026-11-26T02:00:00.000Z' };
const code = drawObjectionCode((length) => new Uint8Array(length).fill(7));
const inVillage: ObjectionContext = {
  village: DONGSHENG,
  notice: A_CODE,
  code,
  by,
  isAbove: false,
  revisions: 1,
  receivedAt: '2026-11-25T02:00:00.000Z',
  answerBy: '2026-12-02',
};
const inTown = { ...inVillage, isAbove: true };

function anObjection(others: Partial<Objection> = {}): Objection {
  return {
    village: DONGSHENG,
    notice: A_CODE,
    code,
    channel: 'online',
    text: '第3户有车，请核实',
    name: '赵某一',
    telephone: '0458-1234567',
    receivedAt: '2026-11-25T02:00:00.000Z',
    answerBy: '2026-12-02',
    revision: 1,
    steps: [],
    ...others,
  };
}

function having(objection: Objection, ...actions: ObjectionAction[]): Objection {
  return actions.reduce((before, action) => {
    const outcome = applyObjectionAction(before, action, inTown);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.objection;
  }, objection);
}

function refusalOf(
  objection: Objection | undefined,
  action: ObjectionAction,
  context: ObjectionContext = inVillage,
) {
  const outcome = applyObjectionAction(objection, action, context);
  return outcome.ok ? undefined : outcome.refusal;
}

const answered = { kind: 'answer', text: '已核实，情况属实。' } as const;
const escalated = { kind: 'escalate', reason: '村里处理不了' } as const;
const shown = { kind: 'show', text: '有村民反映第3户有车。' } as const;

describe('意见的状态', () => {
  test('收到，转镇里，答复：每一步都留下，答复以后不再逾期', () => {
    const received = anObjection();
    expect(objectionState(received)).toBe('received');
    const sent = having(received, escalated);
    expect(objectionState(sent)).toBe('escalated');
    const done = having(sent, answered);
    expect(objectionState(done)).toBe('answered');
    expect(done.steps.map(({ kind }) => kind)).toEqual(['escalate', 'answer']);
    expect(isAnswerOverdue(sent, '2026-12-02')).toBe(false);
    expect(isAnswerOverdue(sent, '2026-12-03')).toBe(true);
    expect(isAnswerOverdue(done, '2026-12-03')).toBe(false);
  });

  test('对答复不服，可以再转镇里，由镇里重新答复', () => {
    expect(objectionState(having(anObjection(), answered, escalated))).toBe('escalated');
  });

  test('转给镇里以后，村里不能再自己答复', () => {
    const sent = having(anObjection(), escalated);
    expect(refusalOf(sent, answered)).toBe('with-the-town');
    expect(refusalOf(sent, answered, inTown)).toBeUndefined();
    expect(refusalOf(sent, escalated)).toBe('escalated-before');
  });

  test('两个人都答复了，两份都在', () => {
    const both = having(anObjection(), answered, { ...answered, text: '补充：车已过户。' });
    expect(shownObjection(having(both, shown))?.answers).toHaveLength(2);
  });

  test('周三收到，第五个工作日是下周三；收到当天不算', () => {
    expect(answerDay('2026-11-25' as PlainDay, 5, seedCalendar)).toBe('2026-12-02');
  });
});

describe('公开还是不公开', () => {
  test('没人选择公开，就不公开；公开的是选定的文字，不是原话', () => {
    expect(shownObjection(having(anObjection(), answered))).toBeUndefined();
    expect(shownObjection(having(anObjection(), answered, shown))?.text).toBe(shown.text);
  });

  test('没有答复的不能公开', () => {
    expect(refusalOf(anObjection(), shown)).toBe('not-answered');
  });

  test('公开的文字和答复里，不能有提意见人的姓名、电话', () => {
    const done = having(anObjection(), answered);
    expect(refusalOf(done, { kind: 'show', text: '赵某一反映有车' })).toBe('names-objector');
    expect(refusalOf(done, { kind: 'answer', text: '已打0458 1234567告知' })).toBe(
      'names-objector',
    );
  });

  test('公开的文字里，不能有身份证号', () => {
    const done = having(anObjection(), answered);
    expect(refusalOf(done, { kind: 'show', text: '身份证230717188001010012' })).toBe(
      'personal-data',
    );
  });

  test('因为意见改了公示的，答复一定公开，谁也不能藏', () => {
    const changed = having(anObjection(), { ...answered, ledTo: 1 });
    expect(shownObjection(changed)).toMatchObject({ answers: [{ ledTo: 1 }] });
    expect(shownObjection(changed)?.text).toBeUndefined();
    expect(refusalOf(changed, { kind: 'hide', reason: '不想公开' }, inTown)).toBe('must-be-shown');
  });

  test('已经公开的，村里不能再收回，镇里可以', () => {
    const open = having(anObjection(), answered, shown);
    const hide = { kind: 'hide', reason: '涉及他人隐私' } as const;
    expect(refusalOf(open, hide)).toBe('with-the-town');
    expect(shownObjection(having(open, hide))).toBeUndefined();
  });

  test('还没有的一版，不能说是因为意见改的', () => {
    expect(refusalOf(anObjection(), { ...answered, ledTo: 2 })).toBe('no-such-revision');
  });
});

describe('代记口头意见', () => {
  const record = {
    kind: 'record',
    channel: 'telephone',
    text: '我家人口写错了',
    name: '钱某二',
    telephone: '',
  } as const;

  test('记下谁代记的；公示没有公布过的不能记', () => {
    const outcome = applyObjectionAction(undefined, record, inVillage);
    expect(outcome).toMatchObject({ ok: true, objection: { recordedBy: by, revision: 1 } });
    expect(refusalOf(undefined, record, { ...inVillage, revisions: 0 })).toBe('not-published');
    expect(refusalOf(anObjection(), record)).toBe('recorded-before');
  });

  test('没遮住的身份证号不收', () => {
    expect(refusalOf(undefined, { ...record, text: '230717188001010012' })).toBe('personal-data');
  });
});

describe('谁可以做', () => {
  const asRule = { onePersonMayPublish: false };
  test('经办人可以答复，不能决定公开；一人村可以', () => {
    expect(mayHandleObjection('drafter', 'answer', asRule)).toBe(true);
    expect(mayHandleObjection('drafter', 'show', asRule)).toBe(false);
    expect(mayHandleObjection('drafter', 'show', { onePersonMayPublish: true })).toBe(true);
    expect(mayHandleObjection('administrator', 'answer', asRule)).toBe(false);
  });
});

test('回执号抄写时分两组，念出来、小写、错写成O和l都认得', () => {
  expect(writeObjectionCode(code)).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(readObjectionCode(writeObjectionCode(code).toLowerCase())).toBe(code);
  expect(readObjectionCode('没有')).toBeUndefined();
});

test('台账记的校验值：每一步各有一个，抹去姓名电话不影响，改一个字就变', () => {
  const objection = having(anObjection(), answered);
  const digest = objectionDigest(objection, 0);
  expect(objectionDigest({ ...objection, name: '', telephone: '' }, 0)).toBe(digest);
  expect(objectionDigest({ ...objection, text: '第3户没有车' }, 0)).not.toBe(digest);
  expect(objectionDigest(objection, 1)).not.toBe(digest);
  expect(objectionDigest(objection, 2)).toBeUndefined();
});
