import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
// file by file, so that the worker carries no templates and no pages' code
import { BACKGROUND_SYNC_TAG, syncInBackground } from '../device/background-sync.ts';
import { DeviceDatabase } from '../device/database.ts';
import { beginNewJournal } from '../device/fresh-journal.ts';
import { openProgressChannel } from '../device/progress-channel.ts';
import { REMINDER_TAG, takeReminder } from '../device/reminder.ts';
import { Synchroniser } from '../device/sync.ts';
import { httpTransport } from '../device/transport.ts';
import { pageWithPicture } from './first-page.ts';
import { receiveShare } from './shared-file-receive.ts';
import { SHARE_PATH, SharedFileStore } from './shared-file-store.ts';
import { bringAlongWordFiles, chosenLanguageIn, dropOldWordFiles } from './word-files.ts';

/** The part of ServiceWorkerGlobalScope used here; its library types clash with those of a page. */
interface WorkerScope {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'sync' | 'periodicsync', listener: (event: SyncEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
  readonly registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>;
  };
  readonly clients: {
    matchAll(options: { type: 'window' }): Promise<readonly { focus(): Promise<unknown> }[]>;
    openWindow(address: string): Promise<unknown>;
  };
}

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface ClickEvent {
  readonly notification: { close(): void };
  waitUntil(work: Promise<unknown>): void;
}

/** Background Sync is a draft standard that TypeScript's library does not know. */
interface SyncEvent {
  readonly tag: string;
  waitUntil(work: Promise<unknown>): void;
}

const ICON = '/icon-192.png';

declare const self: WorkerScope & typeof globalThis;

// before the page as it was built: a start shows what the first page last showed
registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin && url.pathname === '/' && request.mode === 'navigate',
  async ({ request }) => {
    const page = await matchPrecache('index.html');
    return page ? pageWithPicture(page, new Date()) : fetch(request);
  },
);

const built = self.__WB_MANIFEST;
precacheAndRoute(built.filter(({ url }) => !chosenLanguageIn(url)));
cleanupOutdatedCaches();

// a language that was chosen here is as much part of a new version as the program
const languages = built.map(({ url }) => url).filter((url) => chosenLanguageIn(url));
self.addEventListener('install', (event) => event.waitUntil(bringAlongWordFiles(languages)));
self.addEventListener('activate', (event) => event.waitUntil(dropOldWordFiles(languages)));

// every address of the app is the same page; villagers' pages and the API come from the server
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/^\/v\//i, /^\/api\//] }),
);

// without signal the app says so itself, and shows the notice where this phone holds it
registerRoute(new NavigationRoute(villagersPage, { allowlist: [/^\/v\//i] }));

async function villagersPage({ request }: { request: Request }): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const app = await matchPrecache('index.html');
    if (!app) throw error;
    return app;
  }
}

// a table from another app is taken in here, so that it needs no signal and never leaves the phone
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === SHARE_PATH,
  ({ request }) => receiveShare(request, new SharedFileStore(caches, () => new Date())),
  'POST',
);

// the reader of codes is large and many phones have their own: kept from its first use on
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.wasm'), keptFile);

// pictures of the help pages carry their content's hash in their names and never change
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/assets\/.*\.webp$/.test(url.pathname),
  async ({ request }) => {
    const cache = await caches.open('help-pictures');
    const kept = await cache.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  },
);

async function keptFile({ request }: { request: Request }): Promise<Response> {
  const cache = await caches.open('code-reader');
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    for (const older of await cache.keys()) await cache.delete(older);
    await cache.put(request, answer.clone());
  }
  return answer;
}

// a new version takes over when the person says so, never under their hands
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// there is signal again, and perhaps no page is open that would notice
self.addEventListener('sync', (event) => {
  if (event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(syncInBackground(synchronise));
});

async function synchronise() {
  const database = new DeviceDatabase();
  const progress = openProgressChannel();
  const now = () => new Date();
  try {
    const options = { now, onProgress: progress.tell };
    const state = await new Synchroniser(database, httpTransport(), options).synchronise();
    await beginNewJournal();
    return state;
  } finally {
    progress.tell(undefined);
    progress.close();
    // an open connection would hold up a page that brings a newer schema
    database.close();
  }
}

// for a person who asked to be reminded: what others did comes first, then at most one word a day
self.addEventListener('periodicsync', (event) => {
  if (event.tag === REMINDER_TAG) event.waitUntil(remind());
});

async function remind(): Promise<void> {
  await synchronise();
  const database = new DeviceDatabase();
  try {
    const reminder = await takeReminder(database, new Date());
    if (!reminder) return;
    const { title, body } = reminder;
    await self.registration.showNotification(title, { body, tag: REMINDER_TAG, icon: ICON });
  } finally {
    database.close();
  }
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp());
});

async function showApp(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (open) await open.focus();
  else await self.clients.openWindow('/');
}
