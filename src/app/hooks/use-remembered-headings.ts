import { useLiveQuery } from 'dexie-react-hooks';
import type { ColumnTarget } from '../../spreadsheet/index.ts';
import { database } from '../device.ts';

export type RememberedHeadings = Readonly<Record<string, ColumnTarget>>;

/** Where people led headings before; undefined until it has been read. */
export function useRememberedHeadings(): RememberedHeadings | undefined {
  return useLiveQuery(async () => (await database.read('headings')) ?? {}, []);
}

/** Remembers where a heading leads, by its `headingKey`, for every later file. */
export async function rememberHeading(key: string, target: ColumnTarget): Promise<void> {
  await database.transaction('rw', database.kept, async () => {
    const known = (await database.read('headings')) ?? {};
    await database.keep('headings', { ...known, [key]: target });
  });
}
