import { useSyncExternalStore } from 'react';
import type { Say } from '../../locales/index.ts';
import { currentWords, subscribeToWords } from '../words.ts';

/**
 * The words of the page's language: `t` says them, `label` says what a template asks and names,
 * `i18n` tells the language.
 */
export function useTranslation(): {
  readonly t: Say;
  readonly label: (text: string) => string;
  readonly i18n: ReturnType<typeof currentWords>;
} {
  const i18n = useSyncExternalStore(subscribeToWords, currentWords);
  return { t: i18n.t, label: i18n.label, i18n };
}
