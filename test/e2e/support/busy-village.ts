import { addDays, type PlainDay, todayIn } from '../../../src/calendar/index.ts';
import {
  checkCodeOf,
  composeDocument,
  contentDigest,
  type NoticeAction,
  type NoticeCode,
  type NoticeContent,
} from '../../../src/notice/index.ts';
import type { Mutation } from '../../../src/protocol/index.ts';
import { aContent, aPlace, aTemplate, DONGSHENG } from '../../builders/index.ts';
import { enrolmentLink } from './real-server.ts';

const today = todayIn(new Date());

/** One notice in each state that a phone can show, by the code it has in the busy village. */
export const NOTICES = {
  begun: 'BEG0N00001',
  ready: 'READY00002',
  long: 'W0NG000003',
  returned: 'RET0RNED04',
  submitted: 'S0BM1TTED5',
  twice: 'TW1CE00006',
  posted: 'P0STED0007',
  over: '0VER000008',
  withdrawn: 'W1THDRAWN9',
  closed: 'C10SED0010',
  amending: 'AMEND1NG11',
} as const satisfies Record<string, string>;

/** What a name can be at its worst: all of it must stay readable and inside its frame. */
const LONG_NAME = '东升村与红星村之间通村道路硬化及配套排水边沟、涵洞、路灯安装一体化工程（二期）';

/**
 * Fills the demo village over HTTP, as its people's phones would: drafts, returned, submitted,
 * contested, published, hung, withdrawn and closed notices, long names and objections.
 */
export async function fillVillage(url: string, output: string): Promise<void> {
  const drafter = await signIn(url, enrolmentLink(output, '经办人'));
  const reviewer = await signIn(url, enrolmentLink(output, '审核人'));
  const first = aContent().withHouseholds(12);
  const signed = (from: PlainDay) => ({
    ...first.build(),
    fields: {
      ...first.build().fields,
      meetingOn: addDays(from, -3),
      signedOn: addDays(from, -1),
      publicityFrom: from,
    },
  });
  const running = signed(addDays(today, -2));
  const past = signed(addDays(today, -20));

  await drafter(NOTICES.begun, [
    save({ ...running, fields: { year: '2026' }, tables: { households: [] } }),
  ]);
  await drafter(NOTICES.ready, [save(aContent('microloans.annual').withEveryList(3).build())]);
  await drafter(NOTICES.long, [
    save(
      aContent('projects.before-work')
        .withEveryList(8)
        .withField('projectName', LONG_NAME)
        .withField('project', LONG_NAME)
        .build(),
    ),
  ]);
  await drafter(NOTICES.returned, [save(running), { kind: 'submit' }]);
  await reviewer(NOTICES.returned, [
    { kind: 'comment', text: '会议记录上是37人', place: { kind: 'field', field: 'expected' } },
    {
      kind: 'comment',
      text: '这户请再核一下人口',
      place: { kind: 'row', table: 'households', row: 'household-2' },
    },
    { kind: 'return', reason: '人数和会议记录对不上，请先核对再报。' },
  ]);
  await drafter(NOTICES.submitted, [save(running), { kind: 'submit' }]);
  await drafter(NOTICES.twice, [save(running), save(withExpected(running, '37'), 1)]);
  await reviewer(NOTICES.twice, [save(withExpected(running, '38'), 1)]);
  for (const [code, content] of [
    [NOTICES.posted, running],
    [NOTICES.over, past],
    [NOTICES.withdrawn, past],
    [NOTICES.closed, past],
    [NOTICES.amending, past],
  ] as const) {
    await drafter(code, [save(content), { kind: 'submit' }]);
    await reviewer(code, [publicationOf(content)]);
  }
  const sheet = { revision: 1, checkCode: checkCode(NOTICES.posted, running) };
  const hungAt = new Date(Date.now() - 86_400_000).toISOString();
  await drafter(NOTICES.posted, [
    { kind: 'post', posting: 'board-1', sheet, board: '村委会门口公示栏', hungAt, photographs: [] },
    { kind: 'post', posting: 'board-2', sheet, board: '二组路口', hungAt, photographs: [] },
    {
      kind: 'takeDown',
      posting: 'board-2',
      takenDownAt: new Date().toISOString(),
      photographs: [],
    },
  ]);
  await reviewer(NOTICES.withdrawn, [{ kind: 'withdraw', reason: '名单有误，核对后另行公示。' }]);
  await reviewer(NOTICES.closed, [{ kind: 'close' }]);
  await drafter(NOTICES.amending, [save(withExpected(past, '39'), 1)]);
  await object(url, NOTICES.posted, '第2户去年买了小汽车，\n请再核实。');
  await object(url, NOTICES.posted, '名单里没有我家，想问问是为什么。'.repeat(6));
}

type Send = (notice: string, actions: readonly NoticeAction[]) => Promise<void>;

/** A phone of the person the link was made for; a step the server refuses throws. */
async function signIn(url: string, link: string): Promise<Send> {
  const enrolled = await fetch(`${url}/api/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token: link.split('#')[1] }),
  });
  const cookie = enrolled.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (notice, actions) => {
    const mutations = actions.map(
      (action, index): Mutation => ({
        id: `${notice}-${action.kind}-${index}-${cookie.slice(-6)}`,
        village: DONGSHENG,
        notice: notice as NoticeCode,
        action,
        at: new Date().toISOString(),
      }),
    );
    const answer = await fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify({
        protocol: 1,
        sentAt: new Date().toISOString(),
        cursors: {},
        mutations,
      }),
    });
    const text = await answer.text();
    if (!answer.ok || text.includes('"refused"'))
      throw new Error(`${notice}: ${text.slice(0, 500)}`);
  };
}

function save(content: NoticeContent, baseVersion = 0): NoticeAction {
  return { kind: 'save', baseVersion, content, conflicts: [] };
}

function withExpected(content: NoticeContent, expected: string): NoticeContent {
  return { ...content, fields: { ...content.fields, expected } };
}

function publicationOf(content: NoticeContent): NoticeAction {
  return {
    kind: 'publish',
    revision: 1,
    contentDigest: contentDigest(content),
    document: composeDocument(aTemplate(content.template), content, aPlace()),
  };
}

function checkCode(notice: string, content: NoticeContent) {
  const document = composeDocument(aTemplate(content.template), content, aPlace());
  return checkCodeOf({
    village: DONGSHENG,
    notice: notice as NoticeCode,
    revision: 1,
    document,
  });
}

/** What a villager says on the public page's form. */
async function object(url: string, notice: string, text: string): Promise<void> {
  await fetch(`${url}/v/${DONGSHENG}/${notice}/objection`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams({ text, name: '周某九', telephone: '' }),
    redirect: 'manual',
  });
}
