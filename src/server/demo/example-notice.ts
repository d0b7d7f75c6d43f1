import { addDays, type PlainDay } from '../../calendar/index.ts';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import {
  composeDocument,
  contentDigest,
  emptyContent,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
  withRowsAppended,
} from '../../notice/index.ts';
import type { Place } from '../../places/index.ts';
import type { Mutation } from '../../protocol/index.ts';

/** Fixed, so that the README and the tests can name it. */
export const EXAMPLE_NOTICE = 'DEM0N0TCE1' as NoticeCode;

/** Invented people; any likeness is chance. */
const HOUSEHOLDS: readonly (readonly [group: string, householder: string, size: string])[] = [
  ['1组', '高示范', '2'],
  ['1组', '林样例', '3'],
  ['2组', '郑例文', '1'],
  ['2组', '何虚构', '4'],
  ['3组', '罗演示', '2'],
  ['3组', '梁试用', '3'],
];

const FIELDS: Readonly<Record<string, string>> = {
  standard: '农民人均纯收入低于国定标准，并综合考虑住房、教育、健康等情况。',
  expected: '36',
  present: '31',
  votesFor: '31',
  votesAgainst: '0',
  publicityDays: '10',
  note: '示例：所列人员均为虚构，电话亦为示例。',
  villagePhone: '0458-0000001',
  townPhone: '0458-0000002',
  hotline: '12317',
};

/**
 * The example as its drafter writes and its reviewer publishes it today: in publicity at once, for
 * longer than its seven days, since the day of hanging does not count (Civil Code art. 201). Its
 * sheets are still to be hung.
 */
export function exampleMutations(
  village: VillageCode,
  place: Place,
  today: PlainDay,
  at: string,
): { readonly drafted: Mutation[]; readonly published: Mutation[] } {
  const template = templateOf('identification.first-publicity', 1);
  if (!template) throw new Error('the example needs its template');
  const content = exampleContent(template, today);
  const mutation = (id: string, action: Mutation['action']): Mutation => ({
    id,
    village,
    notice: EXAMPLE_NOTICE,
    action,
    at,
  });
  return {
    drafted: [
      mutation('demo-save', { kind: 'save', baseVersion: 0, content, conflicts: [] }),
      mutation('demo-submit', { kind: 'submit' }),
    ],
    published: [
      mutation('demo-publish', {
        kind: 'publish',
        revision: 1,
        contentDigest: contentDigest(content),
        document: composeDocument(template, content, place),
      }),
    ],
  };
}

function exampleContent(template: Template, today: PlainDay): NoticeContent {
  const empty = emptyContent(template);
  const rows = HOUSEHOLDS.map(([group, householder, size], index) => ({
    id: `demo-${index + 1}`,
    cells: { group, householder, size },
  }));
  return withRowsAppended(
    {
      ...empty,
      fields: {
        ...empty.fields,
        ...FIELDS,
        year: today.slice(0, 4),
        meetingOn: addDays(today, -1),
        signedOn: today,
        publicityFrom: today,
      },
    },
    'households',
    rows,
  );
}
