import { deadlineOf, type PlainDay, seedCalendar } from '../../calendar/index.ts';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import type { StoredObjection } from '../../device/index.ts';
import {
  type CheckCode,
  type Conflict,
  type Declaration,
  type Difference,
  elementGaps,
  emptyContent,
  type ObjectionCode,
  type ObjectionStep,
  type OpenComment,
  type Posting,
  type ProofEvent,
  personalDataIn,
  problemsOf,
  type Remark,
  withField,
  withRowsAppended,
} from '../../notice/index.ts';
import type { PersonWithDevices } from '../../protocol/index.ts';
import { duties } from './samples.ts';

/** A draft with everything amiss that parts have to show; people and numbers are invented. */

const found = templateOf('identification.first-publicity', 1);
if (!found) throw new Error('the template of the samples is gone');
export const template: Template = found;

const by = (name: string, at = '2026-11-20T08:00:00.000Z') => ({ person: name, name, at });
const reviewer = by('示例审核人');

const ROWS = [
  { group: '1组', householder: '赵某一', size: '3' },
  { group: '1组', householder: '赵某一', size: '4' },
  {
    group: '第二组',
    householder: '吐尔逊·买买提明·阿布都热合曼（户主外出务工，由其子代办）',
    size: '12',
  },
  { group: '2组', householder: '', size: '很多' },
  { group: '3组', householder: '钱某二13800001234', size: '2' },
];

export const content = withRowsAppended(
  withField(emptyContent(template), 'note', '有事打王主任的手机13800001234。'),
  'households',
  ROWS.map((cells, index) => ({ id: `row-${index + 1}`, cells })),
);
export const problems = problemsOf(template, content, []);
export const personal = personalDataIn(template, content);
export const readiness = {
  title: '东升镇东升村2026年贫困户识别第一次公示',
  judged: { template, content },
  problems,
  gaps: elementGaps(template, content),
  waivers: [],
  personal,
  count: problems.length + personal.length,
};
export const ready = { ...readiness, problems: [], gaps: [], personal: [], count: 0 };

function remark(reason: string): Remark {
  return { kind: 'comment', reason, by: reviewer, afterRevision: 0 };
}

export const comments: readonly OpenComment[] = [
  {
    remark: remark('会议记录上是37人，请核对。'),
    place: { kind: 'field', field: 'expected' },
    isChanged: false,
    replies: [],
  },
  {
    remark: remark('这户的人口数和上次公示不一样。'),
    place: { kind: 'cell', table: 'households', row: 'row-1', column: 'size' },
    isChanged: true,
    replies: [],
  },
  {
    remark: remark('标准写全。'),
    place: { kind: 'field', field: 'standard' },
    isChanged: false,
    replies: [{ ...remark('已核对，就是这样。'), by: by('示例经办人') }],
  },
];

export const conflicts: readonly [Conflict, Conflict] = [
  {
    place: { kind: 'field', field: 'expected' },
    values: [
      { value: '36', by: by('示例经办人') },
      { value: '37', by: reviewer },
    ],
  },
  {
    place: { kind: 'row', table: 'households', row: 'row-1' },
    values: [
      { value: null, by: by('示例经办人') },
      { value: '1组 赵某一 4', by: reviewer },
    ],
  },
];

export const differences: readonly Difference[] = [
  { kind: 'text', part: 'paragraph', before: '应到36人。', after: '应到37人，实到31人。' },
  { kind: 'text', part: 'contacts', after: '村民委员会 0458-0000001' },
  { kind: 'text', part: 'title', before: '2026年贫困户识别公示' },
];

const sheet = { revision: 1, checkCode: 'G1C4NZ7M' as CheckCode };

export const postings: readonly Posting[] = [
  {
    id: 'hanging',
    sheet,
    board: '村委会门口公示栏',
    hungAt: '2026-11-20T08:00:00.000Z',
    photographs: [],
    by: by('示例经办人'),
  },
  {
    id: 'taken-down',
    sheet,
    board: '二组路口小卖部对面、老供销社东墙上的公示栏',
    hungAt: '2026-11-13T08:00:00.000Z',
    photographs: [],
    by: by('示例经办人'),
    down: { takenDownAt: '2026-11-20T08:00:00.000Z', photographs: [], by: by('示例经办人') },
  },
];

const at = '2026-11-20T08:00:00.000Z';
export const proofs: readonly ProofEvent[] = [
  { kind: 'drafted', at, name: '示例经办人' },
  { kind: 'returned', at, name: '示例审核人', reason: '人数和会议记录对不上。' },
  { kind: 'published', at, name: '示例审核人', ...sheet },
  { kind: 'hung', at, name: '示例经办人', revision: 1, board: '村委会门口公示栏', photographs: [] },
  { kind: 'objection', at, name: '', text: '名单里没有我家，想问问是为什么。' },
];

const steps: readonly ObjectionStep[] = [
  { kind: 'answer', text: '按会议记录核对过，第2户符合标准。', by: reviewer },
  { kind: 'escalate', reason: '提意见的人不认可答复。', by: by('示例经办人') },
];

function objection(code: string, part: Partial<StoredObjection['head']>): StoredObjection {
  const { village } = duties[0] ?? {};
  if (!village) throw new Error('the samples have no village');
  const about = duties[0]?.about;
  if (about?.kind !== 'notice') throw new Error('the first duty is of a notice');
  const key = { village, code: code as ObjectionCode, notice: about.notice };
  return {
    ...key,
    head: {
      ...key,
      channel: 'online',
      text: '第2户去年买了小汽车，请再核实。',
      name: '',
      telephone: '',
      receivedAt: at,
      answerBy: '2026-11-27',
      revision: 1,
      steps: [],
      ...part,
    },
  };
}

export const objections: readonly StoredObjection[] = [
  objection('SAMP1E0001', { name: '周某九', telephone: '0458-0000009' }),
  objection('SAMP1E0002', {
    channel: 'telephone',
    recordedBy: by('示例经办人'),
    steps: [...steps],
  }),
  { ...objection('SAMP1E0003', {}), refusal: 'not-allowed' },
];

export const declared: Declaration = {
  kind: 'declare',
  reason: '本村没有扶贫小额信贷。',
  fromYear: 2026,
  toYear: 2028,
  by: reviewer,
};

const device = { id: 'sample', label: 'Linux', enrolledAt: at, lastSeenAt: at };
export const people: readonly PersonWithDevices[] = [
  { place: '230717100200', id: 'sample', name: '示例审核人', role: 'reviewer', devices: [device] },
  {
    place: '230717100200',
    id: 'other',
    name: '吐尔逊·买买提明·阿布都热合曼',
    role: 'drafter',
    devices: [],
  },
] as const;

export const TODAY = '2026-11-24' as PlainDay;

/** Time limits that are past, near and far: 20 working days from each of these days. */
export const deadlines = ['2026-10-20', '2026-10-28', '2026-11-23'].flatMap((day) => {
  const rule = { kind: 'workingDays', n: 20, from: 'formed' } as const;
  const deadline = deadlineOf(rule, day as PlainDay, seedCalendar);
  return deadline.kind === 'day' ? [deadline] : [];
});
