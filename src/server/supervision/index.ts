/**
 * What a town or district is told of its villages: which notices there are, by when they were due
 * and when they were published and hung. It promises that only supervisors and administrators ask,
 * each for their own place, that no content leaves with it, and that asking again costs only what
 * has changed.
 */
export { supervisionRoutes } from './supervision-routes.ts';
