import { useSyncExternalStore } from 'react';

const STORED = 'text-size';

/** From the usual size to the largest; all but the usual one are for eyes and hands of any age. */
export const TEXT_SIZES = ['normal', 'large', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const listeners = new Set<() => void>();

export function textSize(): TextSize {
  const stored = localStorage.getItem(STORED);
  return TEXT_SIZES.find((size) => size === stored) ?? 'normal';
}

/** Sets the stored size on the page, before anything is drawn; the tokens do the rest. */
export function applyTextSize(): void {
  document.documentElement.dataset['size'] = textSize();
}

export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(STORED, size);
  applyTextSize();
  for (const listener of listeners) listener();
}

export function useTextSize(): TextSize {
  return useSyncExternalStore(subscribeToTextSize, textSize);
}

/** Whether this person has large letters, and with them fewer choices on a screen (适老化). */
export function useFewerChoices(): boolean {
  return useTextSize() !== 'normal';
}

export function subscribeToTextSize(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
