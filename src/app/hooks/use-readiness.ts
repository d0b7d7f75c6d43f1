import { useMemo } from 'react';
import { elementWording } from '../../catalogue/catalogue-questions.ts';
import { itemById, yimeiPovertyAlleviation } from '../../catalogue/index.ts';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import {
  composeTitle,
  missingElements,
  type PlacedFinding,
  type Problem,
  personalDataIn,
  problemsOf,
} from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';

/** What still keeps a notice from being published. */
export interface Readiness {
  readonly title: string;
  readonly problems: readonly Problem[];
  /** The catalogue's words of the elements that nothing covers yet. */
  readonly missing: readonly string[];
  readonly personal: readonly PlacedFinding[];
  readonly count: number;
}

export function useReadiness(stored: StoredNotice): Readiness {
  const { content, conflicts } = stored.head;
  return useMemo(() => {
    const template = templateOf(content.template, content.templateVersion);
    const place = placeOf(yimeiPlaces, stored.village);
    if (!template || !place) {
      return {
        title: stored.document?.title ?? '',
        problems: [],
        missing: [],
        personal: [],
        count: 1,
      };
    }
    const problems = problemsOf(template, content, conflicts);
    const personal = personalDataIn(template, content);
    const item = itemById(yimeiPovertyAlleviation, template.item);
    // a missing element whose fields are listed as problems would be said twice
    const missing =
      problems.length > 0
        ? []
        : missingElements(template, content).flatMap((index) => {
            const element = item?.elements[index];
            return element ? [elementWording(element)] : [];
          });
    return {
      title: composeTitle(template, content, place),
      problems,
      missing,
      personal,
      count: problems.length + missing.length + personal.length,
    };
  }, [content, conflicts, stored.village, stored.document]);
}
