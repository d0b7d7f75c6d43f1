import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { SHARED_PATH, type SharedFileStore, type SharedTrouble } from '../shared-file-store.ts';
import { sharedFiles } from '../shared-files.ts';

/** The Launch Handler API (https://wicg.github.io/web-app-launch/), which TypeScript lacks. */
interface LaunchParams {
  readonly files?: readonly (FileSystemFileHandle | FileSystemDirectoryHandle)[];
}
declare global {
  interface Window {
    readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
  }
}

/** Takes in the tables that this computer opens with the app, and leads to the page that shows them. */
export function SharedFileLaunch() {
  const navigate = useNavigate();
  const takeIn = useEffectEvent(({ files = [] }: LaunchParams) => {
    if (!sharedFiles || files.length === 0) return;
    keepAll(files, sharedFiles)
      .then((trouble) => navigate(SHARED_PATH + (trouble ? `?trouble=${trouble}` : '')))
      .catch(reportError);
  });
  useEffect(() => window.launchQueue?.setConsumer((launch) => takeIn(launch)), []);
  return null;
}

async function keepAll(
  handles: NonNullable<LaunchParams['files']>,
  store: SharedFileStore,
): Promise<SharedTrouble | undefined> {
  let trouble: SharedTrouble | undefined;
  for (const handle of handles) {
    const file = handle.kind === 'file' ? await fileOf(handle) : undefined;
    trouble = (file ? await store.keep(file, file.name) : 'unreadable') ?? trouble;
  }
  return trouble;
}

/** Undefined where it was moved or deleted since. */
async function fileOf(handle: FileSystemFileHandle): Promise<File | undefined> {
  try {
    return await handle.getFile();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
