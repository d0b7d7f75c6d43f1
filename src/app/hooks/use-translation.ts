import { useSyncExternalStore } from 'react';
import type { Say } from '../../locales/index.ts';
import { currentWords, subscribeToWords } from '../words.ts';

/**
 * The words of the page's language: `t` says them, `named` says what a template asks and names,
 * `i18n` tells the language.
 */
export function useTranslation(): {
  readonly t: Say;
  readonly named: (text: string) => string;
  readonly i18n: ReturnType<typeof currentWords>;
} {
  const i18n = useSyncExternalStore(subscribeToWords, currentWords);
  return { t: i18n.t, named: i18n.named, i18n };
}
