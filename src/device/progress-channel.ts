import type { SyncProgress } from './sync.ts';

/** Pages and worker of one browser share it. */
const CHANNEL = 'village-noticeboard-progress';
/** Whoever has said nothing for so long was closed or killed in the middle of it. */
const SILENT_MILLISECONDS = 60_000;

/** How far the sync of this browser has come, whichever of its pages or the worker is at it. */
export interface ProgressChannel {
  /** Says how far this one's sync has come; undefined once it has ended. */
  readonly tell: (progress: SyncProgress | undefined) => void;
  readonly close: () => void;
}

/** `heard` is told what this one and all others say. Where browsers have no channels, what this one says. */
export function openProgressChannel(
  heard: (progress: SyncProgress | undefined) => void = () => undefined,
): ProgressChannel {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (progress: SyncProgress | undefined) => {
    clearTimeout(timer);
    if (progress) timer = setTimeout(() => heard(undefined), SILENT_MILLISECONDS);
    heard(progress);
  };
  if (channel) {
    // written by `tell` of the same program, or of one a release older or newer that says the same
    channel.onmessage = ({ data }) => hear(isProgress(data) ? data : undefined);
  }
  return {
    tell: (progress) => {
      hear(progress);
      channel?.postMessage(progress);
    },
    close: () => {
      clearTimeout(timer);
      channel?.close();
    },
  };
}

function isProgress(data: unknown): data is SyncProgress {
  return typeof data === 'object' && data !== null && 'waiting' in data && 'sent' in data;
}
