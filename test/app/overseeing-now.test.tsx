// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OverseeingNow } from '../../src/app/components/overseeing-now.tsx';
import { database } from '../../src/app/database.ts';
import type { SupervisionReading, SupervisionView } from '../../src/app/hooks/use-supervision.ts';
import { chooseLanguage } from '../../src/app/words.ts';
import { DONGSHENG } from '../builders/index.ts';
import { aSession, WANG } from '../device/phone.ts';

const VILLAGES = [{ code: DONGSHENG, name: '东升村', town: '东升镇' }];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01T02:00:00.000Z') });
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, request?: RequestInit) =>
    address.startsWith('/api/')
      ? Promise.reject(new TypeError('no signal'))
      : others(address, request),
  );
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await database.kept.clear();
});

/** The first screen's part, when of the new year nothing is due yet. */
async function show(): Promise<void> {
  await chooseLanguage('zh-CN');
  const view = { rows: [], items: [], villages: VILLAGES, campaigns: [] };
  const reading: SupervisionReading = {
    ...{ isLookedUp: true, villages: VILLAGES as never, readAt: '2027-01-01T00:00:00.000Z' },
    ...{ isReading: false, trouble: undefined, readAgain: () => undefined },
  };
  render(
    <MemoryRouter>
      <OverseeingNow
        session={aSession({ ...WANG, role: 'supervisor' })}
        reading={reading}
        view={view as unknown as SupervisionView}
      />
    </MemoryRouter>,
  );
}

const heldOf = (year: number) => ({
  villages: VILLAGES as never,
  years: { [year]: { cursors: {}, histories: {}, readAt: '2026-12-31T08:00:00.000Z' } },
});

test('元旦：去年没公开的还在首页上，点进去是去年的总表', async () => {
  await database.keep('supervision', heldOf(2026));
  await show();
  const [line] = await screen.findAllByRole('link', { name: /东升村/ });
  expect(line?.getAttribute('href')).toBe('/supervision?town=230717100&year=2026');
  expect(screen.getByText(/1个村有\d+项过了期限还没公开/)).toBeTruthy();
});

test('这部手机去年没有管过：不翻旧账', async () => {
  await show();
  expect(await screen.findByText('到今天该公开的，各村都公开了。')).toBeTruthy();
});
