import { Workbox } from 'workbox-window';

type Listener = () => void;
let waiting: Workbox | undefined;
const listeners = new Set<Listener>();

/** Registers the service worker and notices when a new version waits for the person's word. */
export function watchForUpdate(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    waiting = workbox;
    for (const listener of listeners) listener();
  });
  void workbox.register();
}

export function subscribeToUpdate(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isUpdateWaiting(): boolean {
  return waiting !== undefined;
}

/** Lets the new version take over; the page loads anew once it has. */
export function takeUpdate(): void {
  waiting?.addEventListener('controlling', () => window.location.reload());
  waiting?.messageSkipWaiting();
}
