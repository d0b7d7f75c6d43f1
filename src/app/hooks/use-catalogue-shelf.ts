import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import {
  type Catalogue,
  catalogueShelf,
  choicesOn,
  shippedCatalogues,
} from '../../catalogue/index.ts';
import { database } from '../device.ts';
import { useHeldReference } from './use-held-reference.ts';

export interface ShelfOnDevice {
  /** Those that a person chooses from: the district's choice, or all while it has made none. */
  readonly choices: readonly Catalogue[];
  /** Every catalogue in its newest version. */
  readonly all: readonly Catalogue[];
  /** Those that the district's villages use. */
  readonly inForce: readonly Catalogue[];
  readonly chosen: Catalogue;
  readonly choose: (id: string) => void;
}

/** The catalogues on this device and the one that the person works by; undefined while it is read. */
export function useCatalogueShelf(): ShelfOnDevice | undefined {
  const { catalogues, inForce: named } = useHeldReference();
  const choice = useLiveQuery(async () => (await database.read('catalogue')) ?? '', []);
  const shelf = useMemo(
    () => catalogueShelf(shippedCatalogues, catalogues, named),
    [catalogues, named],
  );
  if (choice === undefined) return undefined;
  const all = [...shelf.inForce, ...shelf.others];
  const choices = choicesOn(shelf, named);
  const chosen = choices.find(({ id }) => id === choice) ?? choices[0];
  if (!chosen) return undefined;
  const choose = (id: string) => void database.keep('catalogue', id);
  return { choices, all, inForce: shelf.inForce, chosen, choose };
}
