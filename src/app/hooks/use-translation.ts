import { useSyncExternalStore } from 'react';
import type { Say, Words } from '../../locales/index.ts';
import { currentWords, subscribeToWords } from '../words.ts';

/** The words of the page's language: `t` says them, `i18n` tells the language. */
export function useTranslation(): { readonly t: Say; readonly i18n: Words } {
  const i18n = useSyncExternalStore(subscribeToWords, currentWords);
  return { t: i18n.t, i18n };
}
