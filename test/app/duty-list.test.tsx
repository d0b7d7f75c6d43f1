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

test('意见先到、公示还没下载到手机时，要办的事照样有名字', async () => {
  await chooseLanguage('zh-CN');
  const duty: Duty = {
    kind: 'answer',
    village: DONGSHENG,
    about: {
      kind: 'objection',
      notice: 'P0STED0007' as NoticeCode,
      objection: 'ABCDEFGHJK' as ObjectionCode,
    },
    title: '',
    isPressing: true,
  };
  render(
    <MemoryRouter>
      <DutyList duties={[duty]} session={aSession(WANG)} />
    </MemoryRouter>,
  );
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('一份还没下载的公示');
});
