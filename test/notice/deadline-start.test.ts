import { expect, test } from 'vitest';
import { plainDay, seedCalendar } from '../../src/calendar/index.ts';
import { deadlineStartOf, dueOf } from '../../src/notice/index.ts';
import { aContent, type ContentBuilder } from '../builders/index.ts';

const start = (content: ContentBuilder) => deadlineStartOf(content.template, content.build());
const due = (content: ContentBuilder) => dueOf(content.template, content.build(), seedCalendar);

test('识别公示从信息形成之日起20个工作日', () => {
  const formed = aContent().withField('formedOn', '2026-11-23');
  expect(start(formed)).toBe(plainDay('2026-11-23'));
  expect(due(formed)).toMatchObject({ day: '2026-12-21' });
});

test('资金分配从下达之日起15个工作日', () => {
  const issued = aContent('funds.allocation-list').withField('allocationIssuedOn', '2026.9.30');
  expect(due(issued)).toMatchObject({ day: '2026-10-27' });
});

test('贷款情况当年年底前公布', () => {
  const loans = aContent('microloans.annual').withField('year', '2026');
  expect(due(loans)).toMatchObject({ day: '2026-12-31' });
});

test('项目实施后从验收之日算起', () => {
  const work = aContent('projects.after-work').withField('acceptedOn', '2026-11-23');
  expect(due(work)).toMatchObject({ day: '2026-12-21' });
});

test('没有说是哪一天，就不算时限，也不妨碍公布', () => {
  expect(start(aContent())).toBeUndefined();
  expect(due(aContent())).toBeUndefined();
  expect(start(aContent().withField('formedOn', '上周'))).toBeUndefined();
});
