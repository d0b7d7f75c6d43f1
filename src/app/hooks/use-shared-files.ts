import { useCallback, useEffect, useState } from 'react';
import { type OpenedSharedFile, openSharedFile } from '../shared-file-sheets.ts';
import type { SharedFile, SharedFileStore } from '../shared-file-store.ts';
import { sharedFiles } from '../shared-files.ts';

export interface SharedFileOnPage {
  readonly file: SharedFile;
  /** Absent while it is being read. */
  readonly opened?: OpenedSharedFile;
}

/** The tables that wait to be used, read one after the other; undefined until it is known which. */
export function useSharedFiles(): {
  readonly waiting: readonly SharedFileOnPage[] | undefined;
  readonly forget: (id: string) => Promise<void>;
} {
  const [waiting, setWaiting] = useState<readonly SharedFileOnPage[]>();
  useEffect(() => {
    let isGone = false;
    const openAll = async (store: SharedFileStore) => {
      const files = await store.list();
      if (isGone) return;
      setWaiting(files.map((file) => ({ file })));
      for (const file of files) {
        const opened = await openSharedFile(store, file);
        if (isGone) return;
        setWaiting((before) =>
          before?.map((one) => (one.file.id === file.id ? { file, opened } : one)),
        );
      }
    };
    if (sharedFiles) openAll(sharedFiles).catch(reportError);
    else setWaiting([]);
    return () => {
      isGone = true;
    };
  }, []);
  const forget = useCallback(async (id: string) => {
    await sharedFiles?.forget(id);
    setWaiting((before) => before?.filter(({ file }) => file.id !== id));
  }, []);
  return { waiting, forget };
}
