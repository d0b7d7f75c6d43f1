// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useHasLink } from '../../src/app/hooks/use-has-link.ts';

let isOnline = true;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function turn(on: boolean): void {
  isOnline = on;
  act(() => void window.dispatchEvent(new Event(on ? 'online' : 'offline')));
}

test('信号刚回来，还在试着上传，不说连不上；过了一阵还连不上，才说', () => {
  vi.advanceTimersByTime(60_000);
  const { result } = renderHook(useHasLink);
  expect(result.current).toBe(true);
  turn(false);
  expect(result.current).toBe(false);
  act(() => vi.advanceTimersByTime(60_000));
  turn(true);
  expect(result.current).toBe(false);
  act(() => vi.advanceTimersByTime(60_000));
  expect(result.current).toBe(true);
});
