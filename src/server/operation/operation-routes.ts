import { Hono, type MiddlewareHandler } from 'hono';
import type { Store } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import { clientAddress, isThisMachine } from '../http/client-address.ts';
import type { Metrics } from './metrics.ts';

export interface OperationSetting {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** Counts and times every request. */
export function measured({ metrics, now }: Omit<OperationSetting, 'store'>): MiddlewareHandler {
  return async (context, next) => {
    const began = now().getTime();
    await next();
    const seconds = (now().getTime() - began) / 1_000;
    metrics.answered(context.req.path, context.req.method, context.res.status, seconds);
  };
}

/**
 * For whoever runs the server: `/api/live` says that the process answers, `/api/health` that it can
 * work (its database answers too), `/metrics` how it fares, to callers on this machine only.
 */
export function operationRoutes({ store, metrics, now }: OperationSetting): Hono {
  const routes = new Hono();
  routes.get('/api/live', (context) => context.json({ status: 'ok' }));
  routes.get('/api/health', async (context) => {
    try {
      await store.db.selectFrom('installation').select('name').limit(1).execute();
    } catch {
      return context.json({ status: 'no-database' }, 503);
    }
    return context.json({ status: 'ok' });
  });
  routes.get('/metrics', (context) => {
    if (!isThisMachine(clientAddress(context))) return refuse(context, 404, 'no-such-address');
    return context.body(metrics.text(now().getTime()), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });
  return routes;
}
