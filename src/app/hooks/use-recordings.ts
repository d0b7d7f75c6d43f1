import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import {
  chooseRecording,
  dropRecording,
  rescueRecordings,
  type StoredRecording,
} from '../../device/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { database, sendWaitingRecordings, syncNow } from '../device.ts';

/** The recordings of a notice on this phone, the newest first; undefined while it reads. */
export function useRecordings(
  village: VillageCode,
  notice: NoticeCode,
): readonly StoredRecording[] | undefined {
  useEffect(() => {
    rescueRecordings(database, new Date()).catch(reportError);
  }, []);
  return useLiveQuery(async () => {
    const all = await database.recordings
      .where('[village+notice]')
      .equals([village, notice])
      .sortBy('startedAt');
    return all.reverse();
  }, [village, notice]);
}

/** Chooses a recording, and sends it as soon as there is signal. */
export async function sendRecording(id: string): Promise<void> {
  await chooseRecording(database, id);
  syncNow();
  sendWaitingRecordings();
}

/** Lets a recording go that nobody chose. */
export function discardRecording(id: string): Promise<void> {
  return dropRecording(database, id);
}

/** An address for a sound in memory, given back when the component is gone. */
export function useSoundAddress({ sound, type }: StoredRecording): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!sound) return;
    const made = URL.createObjectURL(new Blob([sound], { type }));
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [sound, type]);
  return address;
}
