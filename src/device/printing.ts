import { lastRevision, type Notice, type NoticeCode, type VillageCode } from '../notice/index.ts';
import type { DeviceDatabase, PrintedRevision } from './database.ts';

/** Notes that a revision was printed; gives the note's number, by which it can be taken back. */
export async function notePrinting(
  database: DeviceDatabase,
  printed: Omit<PrintedRevision, 'id'>,
): Promise<number> {
  const id = await database.printed.add(printed);
  if (id === undefined) throw new Error('the database numbers what is printed');
  return id;
}

/** Takes a note back: the person closed the printer's window without printing. */
export async function forgetPrinting(database: DeviceDatabase, id: number): Promise<void> {
  await database.printed.delete(id);
}

/** What of a notice was printed on this device, in the order in which it was. */
export async function printingsOf(
  database: DeviceDatabase,
  village: VillageCode,
  notice: NoticeCode,
): Promise<PrintedRevision[]> {
  return database.printed.where('[village+notice]').equals([village, notice]).sortBy('at');
}

/** Sheets that probably still hang though they say what no longer holds. */
export interface StaleSheets {
  readonly reason: 'amended' | 'withdrawn';
  readonly printed: PrintedRevision;
}

/** The last printing of a notice, where a newer revision was published since or it was withdrawn. */
export function staleSheets(
  printings: readonly PrintedRevision[],
  notice: Pick<Notice, 'revisions' | 'standing'>,
): StaleSheets | undefined {
  const printed = printings.reduce<PrintedRevision | undefined>(
    (latest, one) => (latest && latest.revision > one.revision ? latest : one),
    undefined,
  );
  const last = lastRevision(notice);
  if (!printed || !last) return undefined;
  if (notice.standing === 'withdrawn') return { reason: 'withdrawn', printed };
  return printed.revision < last.revision ? { reason: 'amended', printed } : undefined;
}
