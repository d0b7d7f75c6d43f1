// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { DutyList } from '../../src/app/components/duty-list.tsx';
import { chooseLanguage } from '../../src/app/words.ts';
import type { Duty, NoticeCode, ObjectionCode } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { aSession, WANG } from '../device/phone.ts';

afterEach(cleanup);

async function show(duties: readonly Duty[]): Promise<void> {
  await chooseLanguage('zh-CN');
  render(
    <MemoryRouter>
      <DutyList duties={duties} session={aSession(WANG)} />
    </MemoryRouter>,
  );
}

const anAnswer = (objection: string, title = '公示'): Duty => ({
  kind: 'answer',
  village: DONGSHENG,
  about: {
    kind: 'objection',
    notice: 'P0STED0007' as NoticeCode,
    objection: objection as ObjectionCode,
  },
  title,
  isPressing: true,
});

test('意见先到、公示还没下载到手机时，要办的事照样有名字', async () => {
  await show([anAnswer('ABCDEFGHJK', '')]);
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('一份还没下载的公示');
});

test('一份公示有两条意见等答复，是一件事，写明两条', async () => {
  await show([anAnswer('ABCDEFGHJK'), anAnswer('ABCDEFGHJM')]);
  expect(screen.getAllByRole('article')).toHaveLength(1);
  expect(screen.getByRole('article').textContent).toContain('有2条意见等答复。');
});
