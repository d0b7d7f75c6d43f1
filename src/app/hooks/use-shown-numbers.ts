import { createContext, useContext, useMemo } from 'react';
import type { Template } from '../../catalogue/templates/index.ts';
import { type NoticeContent, shownNumbers } from '../../notice/index.ts';

/** The numbers that a draft shows as its contacts, for all that is drawn of the draft. */
export const ShownNumbers = createContext<readonly string[]>([]);

export function useShownNumbers(): readonly string[] {
  return useContext(ShownNumbers);
}

/** The same list as long as it says the same, so that a key makes nobody look at all rows again. */
export function useShownNumbersOf(template: Template, content: NoticeContent): readonly string[] {
  const told = JSON.stringify(shownNumbers(template, content));
  return useMemo((): readonly string[] => JSON.parse(told), [told]);
}
