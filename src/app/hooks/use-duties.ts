import { useMemo } from 'react';
import { deadlineOf, type PlainDay, parsePlainDay } from '../../calendar/index.ts';
import { itemOutlineOf } from '../../catalogue/index.ts';
import type { HeldReference, NoticeSummary } from '../../device/database.ts';
import { type Duty, dutiesOf, isReturned, type NoticeForDuties } from '../../notice/index.ts';
import { type DutyGround, keyOf } from '../duty-ground.ts';
import { dutyGround } from '../first-reads.ts';
import { useLiveValue } from '../live-value.ts';
import { useToday } from './use-today.ts';

/** What this person has to do in the villages in their charge; undefined while it is read. */
export function useDuties(): readonly Duty[] | undefined {
  const today = useToday();
  const ground = useLiveValue(dutyGround);
  return useMemo(() => ground && dutiesOn(ground, today), [ground, today]);
}

/** Finds the notice that a duty is about, among those that were read to tell duties. */
export function useDutyNotice(): (duty: Duty) => NoticeSummary | undefined {
  const ground = useLiveValue(dutyGround);
  return ({ village, about }) =>
    about.kind === 'item'
      ? undefined
      : ground?.notices.find((one) => one.village === village && one.code === about.notice);
}

/** What they will be on a day to come, as things stand; undefined while it is read. */
export function useDutyForecast(): ((day: PlainDay) => readonly Duty[]) | undefined {
  const ground = useLiveValue(dutyGround);
  return useMemo(() => ground && ((day: PlainDay) => tellDuties(ground, day)), [ground]);
}

let last: { ground: DutyGround; today: PlainDay; duties: readonly Duty[] } | undefined;

/** Told once for the page and for the number on the app's icon. */
function dutiesOn(ground: DutyGround, today: PlainDay): readonly Duty[] {
  if (last?.ground !== ground || last.today !== today) {
    last = { ground, today, duties: tellDuties(ground, today) };
  }
  return last.duties;
}

function tellDuties(ground: DutyGround, today: PlainDay): readonly Duty[] {
  const { session, reference, items, objections, exemptions, printed } = ground;
  return session.villages.flatMap(({ code: village, onePersonMayPublish }) =>
    dutiesOf({
      village,
      notices: ground.notices
        .filter((summary) => summary.village === village)
        .map((summary) => ({
          ...forDuties(summary, reference),
          printed: printed.get(keyOf(summary)) ?? [],
        })),
      objections: objections.filter((one) => one.village === village),
      items,
      exemptions: exemptions.filter((one) => one.village === village),
      today,
      calendar: reference.calendar,
      role: session.person.role,
      onePersonMayPublish,
    }),
  );
}

function forDuties(
  summary: NoticeSummary,
  { calendar, catalogues }: HeldReference,
): NoticeForDuties {
  const item = itemOutlineOf(summary.template, summary.templateVersion, catalogues);
  const start = parsePlainDay(summary.deadlineStart ?? '');
  return {
    ...summary,
    isReturned: isReturned(summary),
    ...(item ? { item: item.id } : {}),
    ...(item && start ? { deadline: deadlineOf(item.rule, start, calendar) } : {}),
  };
}
