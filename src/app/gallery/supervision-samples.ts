import { seedCalendar } from '../../calendar/index.ts';
import { campaignsOf, type NoticeFacts, readVillageCode, supervise } from '../../notice/index.ts';
import type { SupervisionReading, SupervisionView } from '../hooks/use-supervision.ts';
import { declared, TODAY } from './draft-samples.ts';
import { session } from './samples.ts';

/** A year of two towns in which every state occurs; villages and notices are invented. */

const own = session.villages[0];
if (!own) throw new Error('the samples have no village');
const village = (code: string, name: string, town: string) => ({
  code: readVillageCode(code) ?? own.code,
  name,
  town,
});
const villages: SupervisionView['villages'] = [
  village('230717100200', own.name, own.town),
  village('230717100201', '吐尔逊村（原红旗生产大队）', own.town),
  village('230717101200', own.name, '红星镇'),
];

const items = ['贫困识别', '贫困退出', '扶贫资金年度计划与完成情况', '扶贫小额信贷'].map(
  (name, index) => ({
    id: `sample-${index + 1}`,
    number: String(index + 1),
    name,
    rule: { kind: 'workingDays', n: 20, from: 'formed' } as const,
    isVillages: true,
  }),
);

function facts(village: number, item: number, part: Partial<NoticeFacts>): NoticeFacts {
  return {
    village: villages[village]?.code ?? '',
    code: `SAMP1E00${village}${item}`,
    item: `sample-${item}`,
    title: '东升镇东升村2026年贫困户识别第一次公示',
    stage: 'settled',
    standing: 'published',
    createdAt: '2026-03-02T01:00:00.000Z',
    ...part,
  };
}

const inTime = {
  deadlineStart: '2026-03-02',
  publishedAt: '2026-03-09T01:00:00.000Z',
  hungAt: '2026-03-09T05:00:00.000Z',
};
const late = { ...inTime, publishedAt: '2026-06-09T01:00:00.000Z' };
const unpublished = { stage: 'draft', standing: 'unpublished' } as const;

const ground = {
  villages: villages.map(({ code }) => code),
  items,
  facts: [
    facts(0, 1, inTime),
    facts(0, 2, late),
    facts(0, 3, { ...unpublished, deadlineStart: '2026-11-20' }),
    facts(1, 1, { ...unpublished, deadlineStart: '2026-03-02' }),
  ],
  exemptions: villages
    .slice(0, 1)
    .map(({ code }) => ({ village: code, item: 'sample-4', steps: [declared] })),
  objections: [],
  year: 2026,
  today: TODAY,
  calendar: seedCalendar,
};
const supervision = supervise(ground);

export const year: SupervisionView = {
  ...supervision,
  items,
  villages,
  campaigns: campaignsOf(ground, supervision.rows),
};

const fresh: SupervisionReading = {
  isLookedUp: true,
  villages,
  readAt: '2026-11-24T01:00:00.000Z',
  isReading: false,
  trouble: undefined,
  readAgain: () => undefined,
};

export const readings: readonly SupervisionReading[] = [
  fresh,
  { ...fresh, isReading: true },
  ...(['offline', 'server', 'signed-out'] as const).map((trouble) => ({ ...fresh, trouble })),
];
