import type { MiddlewareHandler } from 'hono';
import { log } from '../log.ts';
import { kindOf } from './metrics.ts';

/**
 * Writes down what security is concerned with: phones let in, links that let nobody in, devices that
 * are not (or no longer) known, writes from elsewhere. Never who, whence or with which token; the
 * ledger says who was let in. Floods that a rate limit stops are counted by the metrics alone.
 */
export const securityLog: MiddlewareHandler = async (context, next) => {
  await next();
  const { status } = context.res;
  const kind = kindOf(context.req.path);
  if (kind === 'public' || kind === 'app') return;
  if (kind === 'enrol' && status === 200) log('info', 'phone enrolled');
  else if (kind === 'enrol' && status === 404) log('info', 'enrolment refused');
  else if (status === 401 && context.req.header('cookie')) log('info', 'device refused', { kind });
  else if (status === 403) log('info', 'foreign request refused', { kind });
};
