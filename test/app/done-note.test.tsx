// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DoneNote } from '../../src/app/components/done-note.tsx';
import { chooseLanguage } from '../../src/app/words.ts';
import type { StoredNotice } from '../../src/device/index.ts';
import { A_CODE, aNotice, DONGSHENG } from '../builders/index.ts';

beforeEach(() => chooseLanguage('zh-CN'));
afterEach(cleanup);

/** The note on a notice that stands so, on the page that a decision led to. */
function page(done: string, stands: Partial<StoredNotice['head']>) {
  const head = { ...aNotice().build(), ...stands };
  // of what is stored the note reads no more
  const stored = { village: DONGSHENG, code: A_CODE, head } as StoredNotice;
  return (
    <MemoryRouter initialEntries={[{ pathname: '/', state: { done } }]}>
      <DoneNote stored={stored} done={undefined} />
    </MemoryRouter>
  );
}

const note = () => screen.findByRole('status', {}, { timeout: 10_000 });

test('刚公布的，说已公布；别人撤回了，就不再这样说', async () => {
  const published = { stage: 'settled', standing: 'published' } as const;
  const { rerender } = render(page('publish', published));
  expect((await note()).textContent).toContain('已公布');
  rerender(page('publish', { ...published, standing: 'withdrawn' }));
  expect(screen.queryByRole('status')).toBeNull();
});

test('退回以后经办人又提交了，不再说已退回', async () => {
  const { rerender } = render(page('return', { stage: 'draft' }));
  expect((await note()).textContent).toContain('退回');
  rerender(page('return', { stage: 'submitted' }));
  expect(screen.queryByRole('status')).toBeNull();
});
