import type { Database } from './schema.ts';

/** An open database: the same queries on either engine, but for what `engine` tells apart. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Database;
  readonly close: () => Promise<void>;
}
