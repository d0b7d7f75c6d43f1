import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  type CatalogueItem,
  groupItems,
  isVillageSubject,
  timeLimitOf,
} from '../../catalogue/index.ts';
import {
  type HeldSupervision,
  refreshSupervision,
  type SupervisionTrouble,
} from '../../device/index.ts';
import {
  campaignsOf,
  type Progress,
  type SupervisedItem,
  type Supervision,
  supervise,
} from '../../notice/index.ts';
import { database } from '../device.ts';
import { useCatalogueShelf } from './use-catalogue-shelf.ts';
import { useHeldReference } from './use-held-reference.ts';
import { useToday } from './use-today.ts';

export interface SupervisionView extends Supervision {
  readonly items: readonly SupervisedItem[];
  readonly villages: HeldSupervision['villages'];
  readonly campaigns: readonly Progress[];
}

/** A year as this phone last heard of it, and how asking anew goes. */
export interface SupervisionReading {
  /** Whether it is known what this phone holds. */
  readonly isLookedUp: boolean;
  /** Undefined while nothing of the year is held. */
  readonly villages: HeldSupervision['villages'] | undefined;
  /** When the year was last told whole, an ISO instant; empty while it never was. */
  readonly readAt: string;
  readonly isReading: boolean;
  readonly trouble: SupervisionTrouble | undefined;
  readonly readAgain: () => void;
}

/** Asks for a year at once, and again on demand; what is held shows meanwhile, without signal too. */
export function useSupervisionReading(year: number): SupervisionReading {
  const [trouble, setTrouble] = useState<SupervisionTrouble>();
  const [isReading, setReading] = useState(true);
  const held = useLiveQuery(async () => (await database.read('supervision')) ?? null, []);
  const read = useCallback(async () => {
    setTrouble(undefined);
    setReading(true);
    setTrouble(await refreshSupervision(database, year, () => new Date()));
    setReading(false);
  }, [year]);
  useEffect(() => void read(), [read]);
  const told = held?.years[year];
  return {
    isLookedUp: held !== undefined,
    villages: told && held?.villages,
    readAt: told?.readAt ?? '',
    isReading,
    trouble,
    readAgain: () => void read(),
  };
}

/** Another year of all villages, brought up to date where this phone has it already; undefined otherwise. */
export function useHeldYear(
  villages: HeldSupervision['villages'],
  year: number,
): SupervisionView | undefined {
  const isHeld = useLiveQuery(
    async () => (await database.read('supervision'))?.years[year] !== undefined,
    [year],
  );
  useEffect(() => {
    // what keeps it from being told, this year's reading says
    if (isHeld) void refreshSupervision(database, year, () => new Date());
  }, [isHeld, year]);
  const view = useSupervision(villages, year, '');
  return isHeld ? view : undefined;
}

/** The year's matrix of one town, or of all; undefined while it is read from the phone. */
export function useSupervision(
  villages: HeldSupervision['villages'],
  year: number,
  town: string,
): SupervisionView | undefined {
  const today = useToday();
  const catalogue = useCatalogueShelf()?.chosen;
  const { calendar } = useHeldReference();
  const facts = useLiveQuery(() => database.facts.where('years').equals(year).toArray(), [year]);
  const exemptions = useLiveQuery(() => database.exemptions.toArray(), []);
  const objections = useLiveQuery(() => database.objections.toArray(), []);
  return useMemo(() => {
    if (!catalogue || !facts || !exemptions || !objections) return undefined;
    const nameOf = namesApart(catalogue.items);
    const items = catalogue.items.map((item) => ({
      id: item.id,
      number: item.number,
      name: nameOf(item),
      rule: timeLimitOf(catalogue, item).rule,
      isVillages: isVillageSubject(item),
    }));
    const inTown = ({ village }: { readonly village: string }) => village.startsWith(town);
    const shown = villages.filter(({ code }) => code.startsWith(town));
    const ground = {
      villages: shown.map(({ code }) => code),
      items,
      facts: facts.filter(inTown).map((one) => one.facts),
      exemptions: exemptions.filter(inTown).map(({ head }) => head),
      objections: objections.filter(inTown).map(({ head }) => head),
      year,
      today,
      calendar,
    };
    const supervision = supervise(ground);
    const campaigns = campaignsOf(ground, supervision.rows);
    return { ...supervision, items, villages: shown, campaigns };
  }, [villages, facts, exemptions, objections, year, town, today, catalogue, calendar]);
}

/** The second level's name, which a column has room for; the first level's too where two share it. */
function namesApart(items: readonly CatalogueItem[]): (item: CatalogueItem) => string {
  const shared = groupItems(items, ({ level2 }) => level2).flatMap(([name, members]) =>
    members.length > 1 ? [name] : [],
  );
  return ({ level1, level2 }) =>
    level1 && shared.includes(level2) ? `${level1}·${level2}` : level2;
}
