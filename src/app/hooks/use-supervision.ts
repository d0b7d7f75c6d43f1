import { useCallback, useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { isVillageSubject, timeLimitOf } from '../../catalogue/index.ts';
import {
  campaignsOf,
  type Progress,
  type SupervisedItem,
  type Supervision,
  supervise,
} from '../../notice/index.ts';
import { type SupervisionFacts, SupervisionFactsSchema } from '../../protocol/index.ts';
import { useCatalogueShelf } from './use-catalogue-shelf.ts';
import { useHeldReference } from './use-held-reference.ts';
import { useToday } from './use-today.ts';

const ANSWER_MILLISECONDS = 60_000;

export interface SupervisionView extends Supervision {
  readonly items: readonly SupervisedItem[];
  readonly villages: SupervisionFacts['villages'];
  readonly campaigns: readonly Progress[];
}

/** What the server tells of the villages in this person's charge: read now, and again on demand. */
export function useSupervisionFacts() {
  const [facts, setFacts] = useState<SupervisionFacts>();
  const [trouble, setTrouble] = useState<'offline' | 'server'>();
  const read = useCallback(async () => {
    setTrouble(undefined);
    try {
      const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
      const answer = await fetch('/api/supervision', { signal });
      const parsed = answer.ok
        ? v.safeParse(SupervisionFactsSchema, await answer.json())
        : undefined;
      if (parsed?.success) setFacts(parsed.output);
      else setTrouble('server');
    } catch {
      // no answer came, or half of one
      setTrouble('offline');
    }
  }, []);
  useEffect(() => void read(), [read]);
  return { facts, trouble, read };
}

/** The year's matrix of one town, or of all; undefined while the catalogue is read. */
export function useSupervision(
  facts: SupervisionFacts,
  year: number,
  town: string,
): SupervisionView | undefined {
  const today = useToday();
  const catalogue = useCatalogueShelf()?.chosen;
  const { calendar } = useHeldReference();
  return useMemo(() => {
    if (!catalogue) return undefined;
    const items = catalogue.items.map((item) => ({
      id: item.id,
      number: item.number,
      name: item.level2,
      rule: timeLimitOf(catalogue, item).rule,
      isVillages: isVillageSubject(item),
    }));
    const villages = facts.villages.filter(({ code }) => code.startsWith(town));
    const ground = {
      villages: villages.map(({ code }) => code),
      items,
      facts: facts.facts.filter(({ village }) => village.startsWith(town)),
      year,
      today,
      calendar,
    };
    const supervision = supervise(ground);
    const campaigns = campaignsOf(ground, supervision.rows);
    return { ...supervision, items, villages, campaigns };
  }, [facts, year, town, today, catalogue, calendar]);
}
