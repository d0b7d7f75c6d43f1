import { type PlaceSettings, writePlaceSettings } from './accounts/index.ts';
import { inRowsOf, type Store } from './database/index.ts';

/** A place to be served from now on. */
export interface NewPlace {
  readonly code: string;
  readonly name: string;
  /** The name of a village's town; empty for towns and districts. */
  readonly town: string;
  readonly settings: Partial<PlaceSettings>;
}

/** Takes places into service; one that is served already keeps all it has. */
export async function openPlaces(store: Store, places: readonly NewPlace[]): Promise<void> {
  for (const rows of inRowsOf(7, places)) {
    await store.db
      .insertInto('place')
      .values(
        rows.map(({ code, name, town, settings }) => ({
          code,
          name,
          town,
          settings: writePlaceSettings(settings),
          sequence: 0,
          ledger_number: 0,
          ledger_hash: '',
        })),
      )
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute();
  }
}
