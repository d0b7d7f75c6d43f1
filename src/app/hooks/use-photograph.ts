import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { StoredPhotograph } from '../../device/index.ts';
import type { VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';

/** Where a photograph is seen: from this phone where it is kept here, else from the server. */
export function usePhotograph(
  village: VillageCode,
  id: string,
): { readonly src: string | undefined; readonly stored: StoredPhotograph | undefined } {
  const stored = useLiveQuery(async () => (await database.photographs.get(id)) ?? null, [id]);
  const jpeg = stored?.jpeg;
  const local = usePictureAddress(jpeg);
  const remote = stored === null ? `/api/photographs/${village}/${id}.jpg` : undefined;
  return { src: local ?? remote, stored: stored ?? undefined };
}

/** An address for a picture in memory, given back when the component is gone. */
export function usePictureAddress(jpeg: ArrayBuffer | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!jpeg) return;
    const made = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [jpeg]);
  return address;
}
