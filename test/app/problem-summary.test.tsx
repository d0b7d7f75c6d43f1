// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ProblemSummary } from '../../src/app/components/problem-summary.tsx';
import { chooseLanguage } from '../../src/app/words.ts';
import { emptyContent, problemsOf, withRowsAppended } from '../../src/notice/index.ts';
import { aTemplate } from '../builders/index.ts';

beforeAll(() => chooseLanguage('zh-CN'));
afterEach(cleanup);

test('哪一户要改，说的是户主的名字；没有名字的，说名单里第几户', () => {
  const template = aTemplate();
  const content = withRowsAppended(emptyContent(template), 'households', [
    { id: 'row-1', cells: { householder: '赵某一', size: '很多' } },
    { id: 'row-2', cells: { householder: '', size: '不少' } },
  ]);
  render(
    <MemoryRouter>
      <ProblemSummary
        problems={problemsOf(template, content, [])}
        personal={[]}
        judged={{ template, content }}
      />
    </MemoryRouter>,
  );
  const lines = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(lines.filter((one) => one?.startsWith('赵某一：'))).toHaveLength(1);
  expect(lines.filter((one) => one?.startsWith('第2户：'))).toHaveLength(1);
});
