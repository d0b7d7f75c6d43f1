import { useMemo } from 'react';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import {
  composeTitle,
  type ElementGap,
  elementGaps,
  type NoticeContent,
  type PlacedFinding,
  type Problem,
  personalDataIn,
  problemsOf,
  type Waiver,
  waiversOf,
} from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import { useHeldReference } from './use-held-reference.ts';
import type { Judged } from './use-problem-words.ts';

/** What still keeps a notice from being published, and what it leaves out for a stated reason. */
export interface Readiness {
  readonly title: string;
  /** What was looked through; undefined where nothing is known to look for. */
  readonly judged?: Judged;
  readonly problems: readonly Problem[];
  /** The catalogue's elements that nothing covers yet, each with the parts that it wants. */
  readonly gaps: readonly ElementGap[];
  readonly waivers: readonly Waiver[];
  readonly personal: readonly PlacedFinding[];
  readonly count: number;
}

export function useReadiness(stored: StoredNotice): Readiness {
  const { catalogues } = useHeldReference();
  const { content, conflicts } = stored.head;
  return useMemo(() => {
    const template = templateOf(content.template, content.templateVersion, catalogues);
    const place = placeOf(yimeiPlaces, stored.village);
    if (!template || !place) {
      const title = stored.document?.title ?? '';
      return { title, problems: [], gaps: [], waivers: [], personal: [], count: 1 };
    }
    const gaps = elementGaps(template, content);
    const problems = beyondGaps(problemsOf(template, content, conflicts), gaps);
    const personal = personalDataIn(template, content);
    return {
      title: composeTitle(template, content, place),
      judged: { template, content },
      problems,
      gaps,
      waivers: waiversOf(template, content),
      personal,
      count: problems.length + gaps.length + personal.length,
    };
  }, [content, conflicts, catalogues, stored.village, stored.document]);
}

/** A part that is empty and wanted by an element is told with the element, and not twice. */
function beyondGaps(problems: readonly Problem[], gaps: readonly ElementGap[]): readonly Problem[] {
  const told = new Set(
    gaps.flatMap(({ parts }) => parts.map(({ place }) => JSON.stringify(place))),
  );
  return problems.filter(
    ({ code, place }) =>
      !((code === 'required' || code === 'table-empty') && told.has(JSON.stringify(place))),
  );
}

/** How a form stands on the way to what the catalogue asks: element by element. */
export interface Coverage {
  readonly gaps: readonly ElementGap[];
  readonly waivers: readonly Waiver[];
  /** The elements that are told. */
  readonly covered: readonly string[];
}

export function coverageOf(template: Template, content: NoticeContent): Coverage {
  const gaps = elementGaps(template, content);
  const waivers = waiversOf(template, content);
  const open = new Set([...gaps, ...waivers].map(({ cover }) => cover.element));
  const covered = template.covers.filter(({ element }) => !open.has(element));
  return { gaps, waivers, covered: covered.map(({ name }) => name) };
}
