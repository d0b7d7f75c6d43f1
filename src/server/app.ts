import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { actorOf } from './accounts/index.ts';
import { isStorageFull, type Store } from './database/index.ts';
import { descriptionRoutes } from './description/index.ts';
import { refuse } from './http/answers.ts';
import { apiRoutes } from './http/api-routes.ts';
import { clientAddress } from './http/client-address.ts';
import { readDeviceCookie } from './http/device-cookie.ts';
import { RateLimit } from './http/rate-limit.ts';
import { sameOriginWrites, securityHeaders } from './http/security.ts';
import { StaticFiles } from './http/static-files.ts';
import { log } from './log.ts';
import { Metrics } from './operation/metrics.ts';
import { measured, operationRoutes } from './operation/operation-routes.ts';
import { securityLog } from './operation/security-log.ts';
import { setBackRoutes } from './operation/set-back-routes.ts';
import { PublicPages } from './public/public-pages.ts';
import { publicRoutes } from './public/public-routes.ts';
import {
  ownRecordingRoutes,
  publicRecordingRoutes,
  RecordingFiles,
  recordingUploadRoutes,
} from './recordings/index.ts';
import { supervisionRoutes } from './supervision/index.ts';
import {
  ownPhotographRoutes,
  PhotographFiles,
  publicPhotographRoutes,
  uploadRoutes,
} from './uploads/index.ts';
import { versionRoutes } from './versions/index.ts';

export interface AppSetting {
  readonly store: Store;
  /** The origin under which devices and villagers reach this server. */
  readonly publicUrl: string;
  /** Where the built app lies. */
  readonly appDirectory: string;
  /** Directories with the built assets of older releases. */
  readonly olderReleases?: readonly string[];
  /** Where photographs are kept; without it none are taken. */
  readonly dataDirectory?: string;
  /** Draws pages as soon as they are published; without it when somebody asks. */
  readonly drawsAhead?: boolean;
  readonly now: () => Date;
}

/** The whole server as a function from request to answer; listening is the caller's. */
export function createApp(setting: AppSetting): Hono {
  return createSite(setting).app;
}

/** The same with its public pages, which a server may send before it asks the rest. */
export function createSite(setting: AppSetting): {
  readonly app: Hono;
  readonly pages: PublicPages;
  readonly metrics: Metrics;
} {
  const { store, publicUrl, appDirectory, olderReleases, dataDirectory, now } = setting;
  const files = new StaticFiles(appDirectory, olderReleases);
  const metrics = new Metrics(now().getTime());
  const clock = () => now().getTime();
  // a whole town may share one address
  const callers = new RateLimit({ burst: 6_000, perMinute: 3_000 }, clock);
  const readers = new RateLimit({ burst: 600, perMinute: 600 }, clock);
  const app = new Hono();
  app.use(measured({ metrics, now }), securityLog);
  app.use(securityHeaders(publicUrl.startsWith('https:')), sameOriginWrites(publicUrl));

  app.route('/', operationRoutes({ store, metrics, now }));
  app.route('/', descriptionRoutes(publicUrl));
  app.use('/api/*', async (context, next) =>
    callers.admits(clientAddress(context)) ? next() : refuse(context, 429, 'too-many'),
  );
  const photographs = dataDirectory
    ? new PhotographFiles(join(dataDirectory, 'photographs'))
    : undefined;
  const recordings = dataDirectory
    ? new RecordingFiles(join(dataDirectory, 'recordings'))
    : undefined;
  const asked = async (context: Context) => {
    const token = readDeviceCookie(context, publicUrl.startsWith('https:'));
    return token === undefined ? undefined : actorOf(store, token, now());
  };
  if (dataDirectory && photographs) {
    const uploads = { store, photographs, dataDirectory, publicUrl, now, asked };
    app.route('/api/uploads', uploadRoutes(uploads));
    app.route('/api/photographs', ownPhotographRoutes(uploads));
  }
  if (dataDirectory && recordings) {
    const sounds = { store, recordings, dataDirectory, publicUrl, now, asked };
    app.route('/api/recordings/uploads', recordingUploadRoutes(sounds));
    app.route('/api/recordings', ownRecordingRoutes(sounds));
  }
  const villagers = { store, publicUrl, now, ...(photographs ? { photographs } : {}) };
  const pages = new PublicPages(villagers);
  app.route('/api/supervision', supervisionRoutes({ store, asked, photographs }));
  app.route('/api/set-back', setBackRoutes({ store, asked }));
  app.route('/api/notices', versionRoutes({ store, asked }));
  const ahead = setting.drawsAhead ? { onPublished: pages.prepare.bind(pages) } : {};
  app.route('/api', apiRoutes({ store, publicUrl, now, ...ahead }));

  app.use('/:v{[vV]}/*', async (context, next) =>
    readers.admits(clientAddress(context)) ? next() : refuse(context, 429, 'too-many'),
  );
  if (photographs) app.route('/', publicPhotographRoutes({ db: store.db, photographs, now }));
  if (recordings) app.route('/', publicRecordingRoutes({ db: store.db, recordings, now }));
  app.route('/', publicRoutes(villagers, pages));

  app.get('*', async (context) => {
    const answer = await files.answer(context.req.path, context.req.raw);
    if (answer) return answer;
    return files.isEmpty
      ? context.text(
          '应用还没有构建：npm run build\nThe app is not built yet: npm run build\n',
          404,
        )
      : refuse(context, 404, 'no-such-address');
  });
  app.notFound((context) => refuse(context, 404, 'no-such-address'));
  app.onError((error, context) => {
    log('error', 'request failed', { method: context.req.method, error });
    return isStorageFull(error)
      ? refuse(context, 503, 'storage-full')
      : refuse(context, 500, 'server-error');
  });
  return { app, pages, metrics };
}
