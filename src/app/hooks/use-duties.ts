import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { deadlineOf, parsePlainDay, type WorkingCalendar } from '../../calendar/index.ts';
import { type Catalogue, timeLimitOf, villageItems } from '../../catalogue/index.ts';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import type { NoticeKey, NoticeSummary } from '../../device/index.ts';
import {
  type Duty,
  dutiesOf,
  type ItemForDuties,
  isReturned,
  type NoticeForDuties,
  objectionState,
} from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database } from '../device.ts';
import { useCatalogueShelf } from './use-catalogue-shelf.ts';
import { useHeldReference } from './use-held-reference.ts';
import { useToday } from './use-today.ts';

/** What this person has to do in the villages in their charge; undefined while it is read. */
export function useDuties(session: Session): readonly Duty[] | undefined {
  const today = useToday();
  const shelf = useCatalogueShelf();
  const { calendar, catalogues } = useHeldReference();
  const { role } = session.person;
  const isDrafting = role === 'drafter' || role === 'reviewer';
  const villages = session.villages.map(({ code }) => code).join();
  const summaries = useLiveQuery(async () => {
    // who drafts nothing has no notices to hang: a district's are never all read
    if (!isDrafting) return noticesObjectedTo();
    return database.summaries
      .where('[village+touchedAt]')
      .between([villages.slice(0, 12), ''], [villages.slice(-12), '\uffff'])
      .toArray();
  }, [villages, isDrafting]);

  const objections = useLiveQuery(async () => {
    const all = await database.objections
      .where('[village+code]')
      .between([villages.slice(0, 12), ''], [villages.slice(-12), '\uffff'])
      .toArray();
    return all.map(({ head }) => head);
  }, [villages]);
  const exemptions = useLiveQuery(async () => {
    if (!isDrafting) return [];
    return (await database.exemptions.toArray()).map(({ head }) => head);
  }, [isDrafting]);
  const printed = useLiveQuery(async () => {
    const revisions = new Map<string, number[]>();
    for (const { village, notice, revision } of await database.printed.toArray()) {
      const key = `${village}/${notice}`;
      revisions.set(key, [...(revisions.get(key) ?? []), revision]);
    }
    return revisions;
  }, []);

  const chosen = shelf?.chosen;
  return useMemo(() => {
    if (!summaries || !chosen || !printed || !objections || !exemptions) return undefined;
    const items = itemsOf(chosen);
    return session.villages.flatMap(({ code: village, onePersonMayPublish }) =>
      dutiesOf({
        village,
        notices: summaries
          .filter((summary) => summary.village === village)
          .map((summary) => ({
            ...forDuties(summary, calendar, catalogues),
            printed: printed.get(`${village}/${summary.code}`) ?? [],
          })),
        objections: objections.filter((one) => one.village === village),
        items,
        exemptions: exemptions.filter((one) => one.village === village),
        today,
        calendar,
        role,
        onePersonMayPublish,
      }),
    );
  }, [
    summaries,
    chosen,
    printed,
    objections,
    exemptions,
    session.villages,
    calendar,
    catalogues,
    today,
    role,
  ]);
}

function itemsOf(catalogue: Catalogue): ItemForDuties[] {
  return villageItems(catalogue).map((item) => ({
    id: item.id,
    name: item.level2,
    rule: timeLimitOf(catalogue, item).rule,
  }));
}

function forDuties(
  summary: NoticeSummary,
  calendar: WorkingCalendar,
  catalogues: readonly Catalogue[],
): NoticeForDuties {
  const template = templateOf(summary.template, summary.templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  const start = parsePlainDay(summary.deadlineStart ?? '');
  const rule = found && timeLimitOf(found.catalogue, found.item).rule;
  return {
    ...summary,
    isReturned: isReturned(summary),
    ...(template ? { item: template.item } : {}),
    ...(rule && start ? { deadline: deadlineOf(rule, start, calendar) } : {}),
  };
}

/** The notices that an objection waits for: an answer is asked for under their title. */
async function noticesObjectedTo(): Promise<NoticeSummary[]> {
  const waiting = (await database.objections.toArray()).filter(
    ({ head }) => objectionState(head) !== 'answered',
  );
  const keys = waiting.map(({ village, notice }): NoticeKey => [village, notice]);
  const summaries = await database.summaries.bulkGet(keys);
  return summaries.filter((one) => one !== undefined);
}
