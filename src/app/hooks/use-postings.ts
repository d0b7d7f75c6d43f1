import { useLiveQuery } from 'dexie-react-hooks';
import type { StoredNotice } from '../../device/index.ts';
import {
  type HungSheet,
  type Outcome,
  type Photograph,
  sheetSeenIn,
  type VillageCode,
} from '../../notice/index.ts';
import { database, sendWaitingPhotographs, store, syncNow } from '../device.ts';
import { drawRowId } from '../draw-row-id.ts';
import type { TakenPhotograph } from '../take-photograph.ts';

/** What a person says of hanging or taking down a sheet. */
export interface PostingDetails {
  /** An ISO instant. */
  readonly at: string;
  readonly photographs: readonly TakenPhotograph[];
}

/** Records hanging and taking down on this phone; each resolves to whether it was done. */
export function usePostings({ village, code }: StoredNotice) {
  const keep = async (
    taken: readonly TakenPhotograph[],
    sheet: HungSheet,
    now: string,
  ): Promise<Photograph[]> => {
    // first the pictures: a record must never name one that is nowhere
    await database.photographs.bulkPut(
      taken.map(({ id, jpeg }) => ({
        id,
        village,
        notice: code,
        jpeg,
        takenAt: now,
        state: 'waiting' as const,
        sent: 0,
      })),
    );
    return taken.map(({ id, width, height, codes }) => ({
      id,
      width,
      height,
      shows: sheetSeenIn(codes, { village, notice: code }, sheet),
    }));
  };
  const finish = (outcome: Outcome): Outcome => {
    syncNow();
    sendWaitingPhotographs();
    return outcome;
  };

  const hang = async (
    sheet: HungSheet,
    board: string,
    { at, photographs }: PostingDetails,
  ): Promise<Outcome> => {
    const kept = await keep(photographs, sheet, new Date().toISOString());
    return finish(
      await store.act(village, code, {
        kind: 'post',
        posting: drawRowId(),
        sheet,
        board,
        hungAt: at,
        photographs: kept,
      }),
    );
  };
  const takeDown = async (
    posting: string,
    sheet: HungSheet,
    { at, photographs }: PostingDetails,
  ): Promise<Outcome> => {
    const kept = await keep(photographs, sheet, new Date().toISOString());
    return finish(
      await store.act(village, code, {
        kind: 'takeDown',
        posting,
        takenDownAt: at,
        photographs: kept,
      }),
    );
  };
  return { hang, takeDown };
}

/** The boards of a village by their names, the one used last first. */
export function useBoards(village: VillageCode): readonly string[] {
  const boards = useLiveQuery(async () => {
    const summaries = await database.summaries
      .where('[village+touchedAt]')
      .between([village, ''], [village, '\uffff'])
      .toArray();
    const hung = summaries.flatMap(({ postings = [] }) => postings);
    const inOrder = hung.toSorted((a, b) => b.hungAt.localeCompare(a.hungAt));
    return [...new Set(inOrder.map(({ board }) => board))];
  }, [village]);
  return boards ?? [];
}
