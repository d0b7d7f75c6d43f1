import type { PlainDay } from '../../calendar/index.ts';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { NoticeSummary } from '../../device/index.ts';
import type { Duty, NoticeCode, VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';

/** What the gallery's parts show: invented, and worst where a part may break. */

const village = '230717100200' as VillageCode;
const by = { person: 'sample', name: '示例审核人', at: '2026-11-20T08:00:00.000Z' };
const LONG =
  '东升镇东升村东升村与红星村之间通村道路硬化及配套排水边沟、涵洞、路灯安装一体化工程（二期）实施前公示';

export const session: Session = {
  person: { id: 'sample', name: '示例经办人', role: 'drafter', place: village },
  device: { id: 'sample' },
  villages: [{ code: village, name: '东升村', town: '东升镇', onePersonMayPublish: true }],
  publicUrl: 'https://example.invalid',
  demo: true,
};

const title = '东升镇东升村2026年贫困户识别第一次公示';

function duty(part: Pick<Duty, 'kind' | 'isPressing'> & Partial<Duty>, code: string): Duty {
  return {
    village,
    about: { kind: 'notice', notice: code as NoticeCode },
    title,
    ...part,
  };
}

const ahead = {
  lastDay: '2026-12-01' as PlainDay,
  standing: { kind: 'ahead', days: 7, workingDays: 5, provisional: true },
  provisional: true,
} as const;
const overdue = {
  lastDay: '2026-11-20' as PlainDay,
  standing: { kind: 'overdue', days: 4, workingDays: 2, provisional: false },
  provisional: false,
} as const;

export const duties: readonly Duty[] = [
  duty({ kind: 'mend', isPressing: true, when: overdue }, 'SAMP1E0001'),
  duty({ kind: 'answer', isPressing: true, when: ahead, title: LONG }, 'SAMP1E0002'),
  duty({ kind: 'hang', isPressing: true }, 'SAMP1E0003'),
  duty({ kind: 'review', isPressing: true, when: overdue }, 'SAMP1E0004'),
  duty({ kind: 'draft', isPressing: false, when: ahead, title: LONG }, 'SAMP1E0005'),
];

const published = {
  stage: 'settled',
  standing: 'published',
  period: { from: '2000-01-01', to: '2999-12-31' },
} as const;

function summary(part: Partial<NoticeSummary>, code: string): NoticeSummary {
  return {
    village,
    code: code as NoticeCode,
    stage: 'draft',
    standing: 'unpublished',
    remarks: [],
    revisions: [],
    postings: [],
    template: 'identification.first-publicity',
    templateVersion: 1,
    title,
    waiting: 0,
    refused: false,
    touchedAt: by.at,
    lastCall: '',
    toldOn: '',
    ...part,
  };
}

export const summaries: readonly NoticeSummary[] = [
  summary({}, 'SAMP1E0001'),
  summary({ title: LONG, waiting: 2 }, 'SAMP1E0002'),
  summary({ stage: 'submitted' }, 'SAMP1E0003'),
  summary(published, 'SAMP1E0004'),
  summary({ ...published, period: { from: '2000-01-01', to: '2000-01-08' } }, 'SAMP1E0005'),
  summary({ stage: 'settled', standing: 'withdrawn', refused: true }, 'SAMP1E0006'),
  summary({ stage: 'settled', standing: 'closed' }, 'SAMP1E0007'),
];

/** Questions of every type, from the templates themselves. */
export const fields = (templateOf('identification.first-publicity', 1)?.fields ?? []).filter(
  ({ type }, place, all) => all.findIndex((one) => one.type === type) === place,
);
